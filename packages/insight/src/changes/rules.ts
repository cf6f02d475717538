/** What is different in a rule. */
import type { Case, EventSet, EventStep, Program, Rule } from '@merit-lang/runtime'
import { writtenExpr } from '../written/expressions.ts'
import { isNarrowing, type Narrowing, writtenNarrowing, writtenSet } from '../written/sets.ts'
import type { AspectChange } from './change.ts'
import { joined, saidCondition, saidExpr, saidShare } from './said.ts'
import { aspectOf, type Said, same, type Versions } from './versions.ts'

/** Nothing where both give every lead the same. */
export function ruleAspects(before: Rule, after: Rule, versions: Versions): readonly AspectChange[] {
  if (same(before, after, versions)) return []
  const [one, other] = versions.programs
  const both = (aspect: AspectChange['aspect'], said: (rule: Rule, program: Program) => Said | undefined) =>
    aspectOf(aspect, said(before, one), said(after, other), versions)
  return [
    ...both('pattern', patternOf),
    ...both('condition', (rule, program) => saidCondition(conditionOf(rule), program)),
    ...both('points', (rule, program) => (isTable(rule) ? undefined : saidExpr(rule.cases[0]?.points, program))),
    ...rowAspects(before, after, versions),
    ...stepAspects('window', before, after, versions),
    ...stepAspects('limit', before, after, versions),
    ...both('decay', decayOf),
    ...both('cap', (rule, program) => saidExpr(rule.cap, program)),
    ...both('floor', (rule, program) => saidExpr(rule.floor, program)),
    ...both('weight', rule => saidShare(rule.weight)),
  ]
}

export function isTable({ cases }: Rule): boolean {
  return cases.length !== 1 || cases[0]?.text !== ''
}

/** Of leads, whichever of the two places it stands in. */
export function conditionOf(rule: Rule) {
  return joined([rule.when, isTable(rule) ? undefined : rule.cases[0]?.when])
}

function patternOf({ on }: Rule, program: Program): Said | undefined {
  const first = on?.steps[0]
  return first && { part: first.set, text: first.text, full: () => writtenSet(first.set, program) }
}

function decayOf({ on }: Rule, program: Program): Said | undefined {
  const decay = on?.decay
  return decay && { part: decay.points, text: decay.text, full: () => writtenExpr(decay.points, program) }
}

// ---------------------------------------------------------------- tables

function rowAspects(before: Rule, after: Rule, versions: Versions): readonly AspectChange[] {
  const [one, other] = [rowsOf(before), rowsOf(after)]
  const isSame = (a: Case, b: Case) => same(a.when, b.when, versions) && same(a.points, b.points, versions)
  const gone = one.filter(row => !other.some(now => isSame(row, now)))
  const come = other.filter(row => !one.some(was => isSame(was, row)))
  const isReordered = !before.subject && one.some((row, i) => other[i] && !isSame(row, other[i]))
  if (gone.length + come.length > 0) return [rowsTold(gone, come, [before, after], versions)]
  return isReordered ? [rowsTold(one, other, [before, after], versions)] : []
}

const rowsOf = (rule: Rule): readonly Case[] => (isTable(rule) ? rule.cases : [])

function rowsTold(
  before: readonly Case[],
  after: readonly Case[],
  rules: readonly [Rule, Rule],
  { programs: [one, other] }: Versions,
): AspectChange {
  const texts = [rowTexts(before, rules[0], one), rowTexts(after, rules[1], other)] as const
  const isTold = texts[0] !== texts[1]
  const full = [fullRows(before, one), fullRows(after, other)] as const
  const [was, is] = isTold ? texts : full
  return { aspect: 'rows', ...(before.length > 0 && { before: was }), ...(after.length > 0 && { after: is }) }
}

function rowTexts(rows: readonly Case[], { subject }: Rule, program: Program): string {
  const texts = rows.map(({ text, points }) => `${text}: ${writtenExpr(points, program)}`)
  return `${subject ? `by ${subject.text} ` : ''}{ ${texts.join('  ')} }`
}

function fullRows(rows: readonly Case[], program: Program): string {
  const texts = rows.map(
    ({ when, points }) => `${when ? writtenExpr(when.expr, program) : 'else'}: ${writtenExpr(points, program)}`,
  )
  return `{ ${texts.join('  ')} }`
}

// ---------------------------------------------------------------- what leaves only some of the events

type StepAspect = 'window' | 'limit'

const aspectOfStep = {
  window: 'window',
  since: 'window',
  cooldown: 'limit',
  earliest: 'limit',
  latest: 'limit',
} as const satisfies { [K in Narrowing['op']]: StepAspect }

interface Step {
  readonly text: string
  readonly set: Narrowing
}

function stepsOf(rule: Rule, aspect: StepAspect): readonly Step[] {
  const steps = rule.on?.steps.slice(1) ?? []
  return steps.filter((step): step is EventStep & Step => isNarrowing(step.set) && aspectOfStep[step.set.op] === aspect)
}

const noEvents: EventSet = { op: 'events', types: [] }

/** Without what it narrows, which is told by itself. */
const alone = ({ set }: Step): Narrowing => ({ ...set, set: noEvents })

function stepAspects(aspect: StepAspect, before: Rule, after: Rule, versions: Versions): readonly AspectChange[] {
  const [one, other] = [stepsOf(before, aspect), stepsOf(after, aspect)]
  const isSame = (a: Step, b: Step) => same(alone(a), alone(b), versions)
  const gone = one.filter(step => !other.some(now => isSame(step, now)))
  const come = other.filter(step => !one.some(was => isSame(was, step)))
  if (gone.length + come.length === 0) return []
  const texts = [gone, come].map(steps => steps.map(({ text }) => text).join(' ')) as [string, string]
  const full = [gone, come].map((steps, side) =>
    steps.map(({ set }) => writtenNarrowing(set, versions.programs[side] as Program)).join(' '),
  ) as [string, string]
  const [was, is] = texts[0] === texts[1] ? full : texts
  return [{ aspect, ...(gone.length > 0 && { before: was }), ...(come.length > 0 && { after: is }) }]
}
