/** How alike two rules are that share neither label nor text nor meaning. */
import type { Expr, Multiplier, Program, Rule } from '@merit-lang/runtime'
import { overlap } from './pairs.ts'
import { conditionOf } from './rules.ts'
import type { Versions } from './versions.ts'

/** What both have to share to be taken for one rule that was changed. */
const least = 0.5

/** What a rule is about counts for three quarters, what it gives for one: 0 where less than half of that is shared. */
export function ruleLikeness(before: Rule, after: Rule, versions: Versions): number {
  const { forms } = versions
  const points = [before, after].map((rule, side) => rule.cases.map(one => forms.of(side as 0 | 1, one.points)))
  return enough(3 * triggers(before, after, versions) + overlap(points[0] ?? [], points[1] ?? []))
}

export function multiplierLikeness(before: Multiplier, after: Multiplier, { forms, programs }: Versions): number {
  const isSame = forms.same(before.when, after.when)
  const about = isSame ? 1 : overlap(leavesOf(before.when.expr, programs[0]), leavesOf(after.when.expr, programs[1]))
  return enough(3 * about + Number(before.factor === after.factor))
}

const enough = (quarters: number) => (quarters / 4 >= least ? quarters / 4 : 0)

/** When it gives points, and for what. */
function triggers(before: Rule, after: Rule, { forms, programs }: Versions): number {
  const [one, other] = [before, after].map(rule => [
    conditionOf(rule),
    rule.on?.steps.at(-1)?.set,
    ...rule.cases.map(({ when }) => when),
  ])
  const isSame = one?.length === other?.length && one?.every((part, i) => forms.same(part, other?.[i]))
  return isSame ? 1 : overlap(leavesOfRule(before, programs[0]), leavesOfRule(after, programs[1]))
}

const known = new WeakMap<object, readonly string[]>()

function leavesOfRule(rule: Rule, program: Program): readonly string[] {
  const found =
    known.get(rule) ??
    leavesOf([rule.when?.expr, rule.on?.steps.at(-1)?.set, rule.cases.map(one => one.when?.expr)], program)
  known.set(rule, found)
  return found
}

/** Names and constants, each once. */
export function leavesOf(part: unknown, program: Program): readonly string[] {
  const leaves = new Set<string>()
  collect(part, program, leaves)
  return [...leaves]
}

function collect(part: unknown, program: Program, leaves: Set<string>): void {
  if (typeof part !== 'object' || part === null) return
  const { op } = part as { op?: string }
  const named = op === undefined ? undefined : naming[op]
  const inside = op === undefined ? undefined : shared[op]
  if (named) for (const leaf of named(part as never, program)) leaves.add(leaf)
  else if (inside) collect(inside(part as never, program), program, leaves)
  else collectInside(part, program, leaves)
}

function collectInside(part: object, program: Program, leaves: Set<string>): void {
  for (const [key, value] of Object.entries(part))
    if (typeof value === 'object') collect(value, program, leaves)
    else if (key !== 'op' && value !== undefined) leaves.add(`${key} ${value}`)
}

type Indexed = { readonly index: number }

const shared: Readonly<Record<string, (part: never, program: Program) => unknown>> = {
  value: ({ index }: Indexed, { values }) => values[index],
  sharedSet: ({ index }: Indexed, { sets }) => sets[index],
}

const naming: Readonly<Record<string, (part: never, program: Program) => readonly string[]>> = {
  attribute: ({ index }: Indexed, { attributes }) => [`attribute ${attributes[index]?.name}`],
  score: ({ index }: Indexed, { scores }) => [`score ${scores[index]?.name}`],
  grade: ({ index }: Indexed, { grades }) => [`grade ${grades[index]?.name}`],
  stage: ({ index }: Indexed, { stages }) => [`stage ${stages[index]?.name}`],
  property: ({ name }: { name: string }) => [`property ${name}`],
  events: ({ types }: { types: readonly number[] }, { events }) => types.map(type => `event ${events[type]?.name}`),
  const: ({ value }: { value: unknown }) => (Array.isArray(value) ? value : [value]).map(one => `value ${one}`),
  member: ({ of, values }: { of: Expr; values: readonly unknown[] }, program) => [
    ...leavesOf(of, program),
    ...values.map(one => `value ${one}`),
  ],
}
