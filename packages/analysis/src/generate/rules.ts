/** What there is to show of the rules of a model: that each counts, and each of its conditions and cases decides. */
import type { Block, Case, Expr, Program, Rule } from '@merit-lang/runtime'
import { filtersOf, stepsOf } from './events.ts'
import { every, hasAny, not } from './logic.ts'
import { type About, at, effectsOf, type Place, type Target } from './target.ts'

/** A rule, and the conditions of the blocks around it. */
export interface PlacedRule {
  readonly rule: Rule
  readonly around: readonly Expr[]
}
export interface PlacedBlock {
  readonly block: Block
  readonly around: readonly Expr[]
}

export function blocksOf({ scores }: Program): readonly PlacedBlock[] {
  return scores.flatMap(score => (score.kind === 'rules' ? blocksIn({ block: score.block, around: [] }) : []))
}

function blocksIn(placed: PlacedBlock): readonly PlacedBlock[] {
  const around = insideOf(placed)
  return [
    placed,
    ...placed.block.items.flatMap(item => (item.kind === 'block' ? blocksIn({ block: item, around }) : [])),
  ]
}

/** What holds where the block counts. */
function insideOf({ block, around }: PlacedBlock): readonly Expr[] {
  return block.when ? [...around, block.when.expr] : around
}

export function rulesIn(placed: PlacedBlock): readonly PlacedRule[] {
  const around = insideOf(placed)
  return placed.block.items.flatMap(item => (item.kind === 'rule' ? [{ rule: item, around }] : []))
}

export function blockTargets(placed: PlacedBlock): readonly Target[] {
  const { block, around } = placed
  const gate = block.when ? effectsOf({ of: block.name }, block.when, { given: around }) : []
  const multipliers = block.multipliers.flatMap(({ id, when }) =>
    effectsOf({ of: id, rule: id }, when, { given: insideOf(placed) }),
  )
  return [...gate, ...rulesIn(placed).flatMap(ruleTargets), ...multipliers]
}

function ruleTargets({ rule, around }: PlacedRule): readonly Target[] {
  const about: About = isTable(rule) ? { of: titleOf(rule) } : { of: rule.id, rule: rule.id }
  const place: Place = { given: rule.when ? [...around, rule.when.expr] : around, among: rule.on?.steps.at(-1)?.set }
  const counts = place.among ? [...around, hasAny(place.among)] : around
  const gate = rule.when ? effectsOf(about, rule.when, { given: counts }) : []
  return [...gate, ...(rule.on ? eventTargets(about, rule, place) : []), ...caseTargets(about, rule, place)]
}

const isTable = ({ cases, labelled }: Rule) => !labelled && cases.some(({ text }) => text !== '')

/** A table without its rows. */
export function titleOf({ id, labelled }: Rule): string {
  return labelled ? id : id.replace(/\s*\{.*\}/s, '')
}

function eventTargets(about: About, rule: Rule, { given, among }: Place): readonly Target[] {
  const [pattern] = rule.on?.steps ?? []
  if (!pattern || !among) return []
  const part = hasAny(among)
  const seen: Target = { ...about, part, shows: 'has events', ways: [every(...given, part)] }
  const unseen: Target = { ...about, part, shows: 'has no events', ways: [every(...given, not(part))] }
  return [seen, unseen, ...filtersOf(about, pattern, given, among), ...stepsOf(about, rule, given)]
}

/** Each case where those before it do not hold, and that none does. */
function caseTargets(about: About, { cases, subject }: Rule, place: Place): readonly Target[] {
  if (cases.length === 1 && !cases[0]?.when) return []
  const targets = cases.flatMap((one, i) => {
    const where = cases.slice(0, i).flatMap(({ when }) => (when ? [not(when.expr)] : []))
    return caseTarget(about, one, { ...place, where })
  })
  const hasElse = cases.some(({ when }) => !when)
  const none = cases.flatMap(({ when }) => (when ? [not(when.expr)] : []))
  const isTable = cases.length > 1 || subject !== undefined
  return hasElse || !isTable ? targets : [...targets, { ...about, shows: 'no case', ways: [at(place, ...none)] }]
}

function caseTarget(about: About, { text, when }: Case, place: Place): readonly Target[] {
  if (when && when.parts.length > 0) return effectsOf(about, when, place)
  return [{ ...about, shows: text, ways: [at(place, ...(when ? [when.expr] : []))] }]
}
