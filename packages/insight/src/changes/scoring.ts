/** What is different in scores, and in the groups, rules and multipliers that stand in them. */
import type { Block, Multiplier, Program, Rule, Score } from '@merit-lang/runtime'
import type { AspectChange, Change } from './change.ts'
import type { Side } from './forms.ts'
import { pairingOf } from './pairing.ts'
import { inOrder, type Pairs } from './pairs.ts'
import { isPlain, type Part, type PartOf, partsIn, withinOf } from './parts.ts'
import { ruleAspects } from './rules.ts'
import { saidCondition, saidExpr, saidShare } from './said.ts'
import { aspectOf, type Said, same, type Versions } from './versions.ts'

export function scoringChanges(versions: Versions): readonly Change[] {
  const [before, after] = [partsIn(versions.programs[0]), partsIn(versions.programs[1])]
  const { pairs, rewritten } = pairingOf(before, after, versions)
  const told = (parts: readonly Part[]) => parts.filter(one => !rewritten.has(one))
  const comparing = { versions, groups: groupsOf(pairs) }
  return inOrder(told(before), told(after), pairs).flatMap(([one, other]) => changeOf(one, other, comparing))
}

// ---------------------------------------------------------------- what is different

interface Comparing {
  readonly versions: Versions
  /** Groups of the earlier version with those that stand for them now, and the other way round. */
  readonly groups: readonly [ReadonlyMap<Block, Block>, ReadonlyMap<Block, Block>]
}

function groupsOf(pairs: Pairs<Part>): Comparing['groups'] {
  const groups = [...pairs].flatMap(([one, other]) =>
    one.subject === 'group' && other.subject === 'group' ? [[one.item, other.item] as const] : [],
  )
  return [new Map(groups), new Map(groups.map(([one, other]) => [other, one]))]
}

function changeOf(before: Part | undefined, after: Part | undefined, comparing: Comparing): readonly Change[] {
  if (before && after) return changed(before, after, comparing)
  const [only, side, kind] = before ? ([before, 0, 'removed'] as const) : ([after as Part, 1, 'added'] as const)
  if (only.subject === 'group' && isPlain(only.item, side, comparing.versions)) return []
  const { subject, name, span } = only
  const place = before ? { before: span } : { after: span }
  const aspects = alone(only, side, comparing.versions)
  return [{ kind, subject, name, within: withinOf(only), aspects, ...place }]
}

/** A rule's label does not say what it does, as its text would. */
function alone(only: Part, side: Side, versions: Versions): readonly AspectChange[] {
  if (only.subject !== 'rule' || !only.item.labelled) return []
  const none: Rule = { kind: 'rule', id: '', labelled: true, cases: [], span: only.span }
  return side === 0 ? ruleAspects(only.item, none, versions) : ruleAspects(none, only.item, versions)
}

function changed(before: Part, after: Part, comparing: Comparing): readonly Change[] {
  const aspects = aspectsOf(before, after, comparing.versions)
  const isMoved = hasMoved(before, after, comparing)
  const isRenamed = before.subject === 'score' && before.name !== after.name
  if (aspects.length === 0 && !isMoved && !isRenamed) return []
  return [
    {
      ...{ kind: 'changed', subject: after.subject, name: after.name },
      ...(before.name !== after.name && formerlyCalled(before, after)),
      within: withinOf(after),
      ...(isMoved && { formerlyWithin: withinOf(before) }),
      aspects,
      ...{ before: before.span, after: after.span },
    },
  ]
}

function formerlyCalled(before: Part, after: Part): Pick<Change, 'formerly' | 'byText'> {
  return { formerly: before.name, ...(isByText(before) && isByText(after) && { byText: true }) }
}

/** Multipliers have no labels. */
const isByText = ({ subject, item }: Part) => subject === 'multiplier' || (subject === 'rule' && !item.labelled)

/** Into another score, or in or out of a group that does more than add up. */
function hasMoved(before: Part, after: Part, { versions, groups }: Comparing): boolean {
  if (before.subject === 'score') return false
  const matters = (side: Side) => (block: Block) => {
    const partner = groups[side].get(block)
    return !isPlain(block, side, versions) || (partner && !isPlain(partner, side === 0 ? 1 : 0, versions))
  }
  const [was, is] = [before.groups.filter(matters(0)), after.groups.filter(matters(1))]
  const score = versions.renamed.score.get(before.score) ?? before.score
  return score !== after.score || was.length !== is.length || was.some((one, i) => groups[0].get(one) !== is[i])
}

function aspectsOf(before: Part, after: Part, versions: Versions): readonly AspectChange[] {
  const aspects: (before: never, after: never, versions: Versions) => readonly AspectChange[] = bySubject[after.subject]
  return aspects(before.item as never, after.item as never, versions)
}

const bySubject = {
  score: scoreAspects,
  group: blockAspects,
  rule: ruleAspects,
  multiplier: multiplierAspects,
} satisfies {
  [S in Part['subject']]: (
    before: PartOf<S>['item'],
    after: PartOf<S>['item'],
    versions: Versions,
  ) => readonly AspectChange[]
}

function multiplierAspects(before: Multiplier, after: Multiplier, versions: Versions): readonly AspectChange[] {
  const [one, other] = versions.programs
  const factorOf = ({ factor }: Multiplier): Said | undefined =>
    saidShare(factor) ?? { part: { op: 'const', value: 1 }, text: '100%', full: () => '100%' }
  return [
    ...aspectOf('condition', saidCondition(before.when, one), saidCondition(after.when, other), versions),
    ...aspectOf('factor', factorOf(before), factorOf(after), versions),
  ]
}

function blockAspects(before: Block, after: Block, versions: Versions): readonly AspectChange[] {
  if (same(before, after, versions)) return []
  const [one, other] = versions.programs
  return [
    ...aspectOf('condition', saidCondition(before.when, one), saidCondition(after.when, other), versions),
    ...boundAspects(before, after, versions),
    ...aspectOf('weight', saidShare(before.weight), saidShare(after.weight), versions),
  ]
}

type Bounded = Pick<Block, 'cap' | 'floor'>

function boundAspects(before: Bounded, after: Bounded, versions: Versions): readonly AspectChange[] {
  const [one, other] = versions.programs
  return [
    ...aspectOf('cap', saidExpr(before.cap, one), saidExpr(after.cap, other), versions),
    ...aspectOf('floor', saidExpr(before.floor, one), saidExpr(after.floor, other), versions),
  ]
}

function scoreAspects(before: Score, after: Score, versions: Versions): readonly AspectChange[] {
  if (before.kind === 'rules' && after.kind === 'rules') return blockAspects(before.block, after.block, versions)
  const [one, other] = versions.programs
  return [
    ...aspectOf('formula', formulaOf(before, one), formulaOf(after, other), versions),
    ...boundAspects(boundsOf(before), boundsOf(after), versions),
  ]
}

const boundsOf = (score: Score): Bounded => (score.kind === 'rules' ? score.block : score)

function formulaOf(score: Score, program: Program): Said | undefined {
  if (score.kind === 'rules') return undefined
  const said = saidExpr(score.formula, program)
  return said && { ...said, text: score.text }
}
