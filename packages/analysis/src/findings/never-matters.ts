/**
 * A rule whose points are always cut off: for all leads to whom it gives points, the other rules of its block come to the cap
 * without it; or, where it takes points, to the floor.
 */
import { type Diagnostic, proofs, report, type Span, written } from '@merit-lang/language'
import type { Expr, Rule } from '@merit-lang/runtime'
import type { Run } from '@merit-lang/runtime/reference'
import type { Budget, Witness } from '../claims.ts'
import { effortOn } from '../search/effort.ts'
import type { Extreme } from '../search/extreme.ts'
import { itemPoints, pointsBeforeBounds } from '../search/goal.ts'
import { sketching } from '../search/sketch.ts'
import type { Item } from '../search/worth.ts'
import type { Steps } from '../steps.ts'
import { idleFor, type Suspect, suspectsIn } from './cut-off.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { every, fallsShort, not, search } from './impossible.ts'
import { blocksOf, boundSpan, constantIn, nameOf, needsOf, nodeOf, type PlacedBlock } from './rules.ts'
import { runIn, someLeads } from './some-leads.ts'
import { thresholdsOf } from './thresholds.ts'

/** For one rule. */
const brief: Budget = { boxes: 24, effort: 4e6 }

/** For all rules of a model together. */
const shared = 1e7

/** Of rules in a block: each question is about all of them. */
const most = 100

export const findRulesThatNeverMatter: FindingCheck = function* (cx) {
  const end = effortOn(cx.analysis.space) + shared
  for (const placed of blocksOf(cx.program)) {
    const suspects = placed.block.items.length > most ? [] : [...suspectsIn(placed, cx.analysis.space)]
    yield
    if (suspects.length > 0) yield* inBlock(placed, suspects, end, cx)
  }
}

/** From the last on, each without those that are said not to matter, so that all of them can be taken out. */
function* inBlock(
  placed: PlacedBlock,
  suspects: readonly Suspect[],
  end: number,
  cx: Findings,
): Generator<Diagnostic | undefined> {
  let [open, left]: [readonly Suspect[], readonly Item[]] = [suspects, placed.block.items]
  for (const run of yield* someLeads(cx)) {
    open = stillOpen(open, [run], placed)
    yield
  }
  for (let one = open.at(-1); one && effortOn(cx.analysis.space) < end; one = open.at(-1)) {
    open = stillOpen(open, (yield* leadsFor(one, placed, cx)).flatMap(runIn(cx)), placed)
    if (!open.includes(one)) continue
    const rest = left.filter(item => item !== one?.rule)
    const found = yield* furthestWithout(one, rest, placed, cx)
    const shown = found.witness ? runIn(cx)(found.witness) : []
    open = stillOpen(open.slice(0, -1), shown, placed)
    const finding = (yield* isCutOff(one, found, placed, cx)) ? findingOf(one, placed, cx) : undefined
    if (finding) left = rest
    yield finding
  }
}

/** Those that none of these leads shows to matter. */
function stillOpen(suspects: readonly Suspect[], shown: readonly Run[], placed: PlacedBlock): readonly Suspect[] {
  return shown.reduce((others, run) => others.filter(idleFor(placed, run)), suspects)
}

/**
 * One to whom the rule gives points, and others hardly any, where such a lead comes to mind; and the same with all that
 * those have who meet thresholds, or do not: what a rule takes away matters only where others give something.
 */
function* leadsFor({ rule, bound }: Suspect, { around }: PlacedBlock, cx: Findings): Steps<readonly Witness[]> {
  const goal = { ...itemPoints(rule, around), enough: 1 }
  const found = yield* sketching(goal, bound === 'cap' ? 1 : -1, cx.analysis.space)
  if (!found) return []
  const { witness } = found
  const others: Witness[] = []
  for (const threshold of thresholdsOf(cx)) others.push(...(yield* threshold.leads()))
  return [
    witness,
    ...others.map(other => ({ ...witness, lead: { ...other.lead, ...witness.lead, ...bothEvents(witness, other) } })),
  ]
}

function bothEvents(...leads: readonly Witness[]) {
  const events = leads.flatMap(({ lead }) => (lead.events as readonly unknown[] | undefined) ?? [])
  return events.length > 0 ? { events } : {}
}

const back = { cap: -1, floor: 1 } as const

/** How far from the bound the rest stays, for leads to whom the rule gives points. */
function furthestWithout(
  suspect: Suspect,
  rest: readonly Item[],
  { block: { when, ...block }, around, path }: PlacedBlock,
  { analysis }: Findings,
): Steps<Extreme> {
  const goal = pointsBeforeBounds({ ...block, items: [...rest, ...compensating(suspect, around)] })
  const name = `${nameOf(path)} without ${suspect.rule.id}`
  return search(name, goal, short(suspect), back[suspect.bound], analysis, brief)
}

/** The nearest points, in millionths, that do not come to the bound. */
const short = ({ limit, bound }: Suspect) => limit + back[bound]

/** No lead shows that the rule matters, and there are leads to whom it gives points. */
function* isCutOff(
  { rule, ...suspect }: Suspect,
  found: Extreme,
  { around }: PlacedBlock,
  { analysis }: Findings,
): Steps<boolean> {
  if (!fallsShort(found, short({ rule, ...suspect }), back[suspect.bound])) return false
  const { low, high } = yield* analysis.inSteps.item(rule, around)
  return suspect.bound === 'cap' ? high.reached > 0 : low.reached < 0
}

/** In points: more than any bound that is meant. Of one beyond nothing is proved. */
const plenty = 1e9

/** What makes up for the rest, and more, for leads to whom the rule gives nothing: they are not what is asked about. */
function compensating({ rule, bound }: Suspect, around: readonly Expr[]): readonly Rule[] {
  const { on, when, cap, floor, weight, ...bare } = rule
  const nothing: Expr = { op: 'const', value: 0 }
  const points: Expr = { op: 'const', value: -back[bound] * plenty }
  const otherwise = { text: '', points, reads: [] }
  const outside = { expr: not(every([...around, ...needsOf(rule)])), parts: [] }
  const unmet: Rule = { ...bare, cases: [{ ...otherwise, when: outside }] }
  if (on) return [unmet]
  const cases = rule.cases.map(one => ({ ...one, points: constantIn(one.points) === 0 ? points : nothing }))
  return [unmet, { ...bare, cases: [...cases, otherwise] }]
}

function findingOf({ rule, bound }: Suspect, { block }: PlacedBlock, cx: Findings): Diagnostic | undefined {
  const at = boundSpan(bound, block, cx)
  if (!at) return undefined
  const related = [{ span: at, message: `The ${bound} is here.` }]
  return report(proofs.ruleNeverMatters, spanOf(rule, cx), { bound, written: written(at), name: block.name }, related)
}

function spanOf(rule: Rule, cx: Findings): Span {
  const { trigger, action } = nodeOf(rule, cx)
  return trigger.kind === 'always' ? action.span : trigger.span
}
