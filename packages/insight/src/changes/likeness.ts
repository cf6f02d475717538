/** How alike two rules are that share neither label nor text nor meaning. */
import type { Expr, Multiplier, Program, Rule } from '@merit-lang/runtime'
import type { Forms, Side } from './forms.ts'
import { overlap } from './pairs.ts'
import { conditionOf, isTable } from './rules.ts'
import type { Versions } from './versions.ts'

/** What both have to share to be taken for one rule that was changed. */
const least = 0.5

export type Likeness<T> = (before: T, after: T) => number

/** What a rule is about counts for three quarters, what it gives for one: 0 where less than half of that is shared. */
export function ruleLikeness(versions: Versions): Likeness<Rule> {
  const [before, after] = [profiles(0, versions), profiles(1, versions)]
  return (rule, other) => {
    const [one, two] = [before(rule), after(other)]
    const about = one.trigger === two.trigger ? 1 : shared(one.leaves, two.leaves)
    return enough(3 * about + shared(one.points, two.points))
  }
}

export function multiplierLikeness({ forms, programs }: Versions): Likeness<Multiplier> {
  return (before, after) => {
    const isSame = forms.same(before.when, after.when)
    const about = isSame ? 1 : overlap(leavesOf(before.when.expr, programs[0]), leavesOf(after.when.expr, programs[1]))
    return enough(3 * about + Number(before.factor === after.factor))
  }
}

const enough = (quarters: number) => (quarters / 4 >= least ? quarters / 4 : 0)

interface Profile {
  /** When it gives points, and for what. */
  readonly trigger: string
  readonly leaves: ReadonlySet<string>
  readonly points: ReadonlySet<number>
}

/** Each rule is held against many: its profile is made once. */
function profiles(side: Side, { forms, programs }: Versions): (rule: Rule) => Profile {
  const known = new Map<Rule, Profile>()
  return rule => {
    const found = known.get(rule) ?? profileOf(rule, side, forms, programs[side])
    known.set(rule, found)
    return found
  }
}

function profileOf(rule: Rule, side: Side, forms: Forms, program: Program): Profile {
  const { when, on, cases } = rule
  const counted = on?.steps.at(-1)?.set
  const parts = [conditionOf(rule), counted, ...(isTable(rule) ? cases.map(one => one.when) : [])]
  return {
    trigger: parts.map(part => forms.of(side, part)).join(' '),
    leaves: new Set(leavesOf([when?.expr, counted, cases.map(one => one.when?.expr)], program)),
    points: new Set(cases.map(({ points }) => forms.of(side, points))),
  }
}

/** Dice, of sets: for what is asked a million times. */
function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let both = 0
  for (const one of a) if (b.has(one)) both++
  return a.size + b.size === 0 ? 1 : (2 * both) / (a.size + b.size)
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
  const inside = op === undefined ? undefined : sharing[op]
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

const sharing: Readonly<Record<string, (part: never, program: Program) => unknown>> = {
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
