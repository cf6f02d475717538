/** What is asked where a value as such matters, and of sets of events: one line for each operation. */
import type { EventSet, EventSetOf, Expr, ExprOf, Op, Program, SetOp } from '@merit-lang/runtime'
import type { Asked } from './asked.ts'
import { type Kind, momentOf } from './kinds.ts'
import { operandsOf } from './reads.ts'

/** The kinds of events at hand; none where the lead alone is. */
export type Kinds = readonly Kind[]
export const NO_EVENT: Kinds = []

/** A walk through a program that notes what is asked. */
export interface Walking {
  readonly program: Program
  readonly kindsOf: (set: EventSet) => Kinds
  /** A whole condition. */
  ask(condition: Expr, kinds: Kinds): void
  value(e: Expr, kinds: Kinds): void
  choice(e: ExprOf<'choose'>, as: 'condition' | 'value', kinds: Kinds): void
  definition(index: number, as: 'condition' | 'value'): void
  set(set: EventSet): void
  attribute(index: number): Asked
  of(kind: Kind): { property(name: string): Asked; readonly windows: Set<number> }
}

type Visit = (e: Expr, walk: Walking, kinds: Kinds) => void

const nothing = (): void => undefined
const operands: Visit = (e, walk, kinds) => {
  for (const part of operandsOf(e)) walk.value(part, kinds)
}

/** Conditions wherever they stand. */
export const isTest: Partial<Record<Op, true>> = {
  not: true,
  and: true,
  or: true,
  equal: true,
  less: true,
  atMost: true,
  member: true,
  known: true,
  contains: true,
  startsWith: true,
  endsWith: true,
  containsWord: true,
  like: true,
  matches: true,
  has: true,
}

/** What is asked where an expression's value as such matters. */
const visits = {
  attribute: ({ index }, walk) => {
    walk.attribute(index).raw = true
  },
  property: ({ name }, walk, kinds) => {
    for (const kind of kinds) walk.of(kind).property(name).raw = true
  },
  value: ({ index }, walk) => walk.definition(index, 'value'),
  choose: (e, walk, kinds) => walk.choice(e, 'value', kinds),
  count: ({ set }, walk) => walk.set(set),
  aggregate: ({ set, of }, walk) => {
    walk.set(set)
    walk.value(of, walk.kindsOf(set))
  },
  const: nothing,
  eventTime: nothing,
  now: nothing,
  amount: nothing,
  age: nothing,
  score: nothing,
  grade: nothing,
  stage: nothing,
  not: operands,
  and: operands,
  or: operands,
  equal: operands,
  less: operands,
  atMost: operands,
  member: operands,
  known: operands,
  fold: operands,
  contains: operands,
  startsWith: operands,
  endsWith: operands,
  containsWord: operands,
  like: operands,
  matches: operands,
  has: operands,
  length: operands,
  domain: operands,
  add: operands,
  subtract: operands,
  multiply: operands,
  divide: operands,
  min: operands,
  max: operands,
  floor: operands,
  abs: operands,
  halve: operands,
  calendar: operands,
} satisfies { [K in Op]: (e: ExprOf<K>, walk: Walking, kinds: Kinds) => void }

const inner = ({ set }: { readonly set: EventSet }, walk: Walking): void => walk.set(set)

function perValue({ set, per }: { readonly set: EventSet; readonly per?: Expr }, walk: Walking): void {
  walk.set(set)
  if (per) walk.value(per, walk.kindsOf(set))
}

const sets = {
  events: ({ types }, walk) => {
    for (const type of types) walk.of(type)
  },
  moment: ({ of }, walk) => {
    if (of.op !== 'attribute') return walk.value(of, NO_EVENT)
    walk.attribute(of.index)
    walk.of(momentOf(of.index))
  },
  sharedSet: ({ index }, walk) => walk.set(walk.program.sets[index] as EventSet),
  filter: ({ set, where }, walk) => {
    walk.set(set)
    walk.ask(where, walk.kindsOf(set))
  },
  union: ({ sets }, walk) => {
    for (const set of sets) walk.set(set)
  },
  except: ({ set, without }, walk) => {
    walk.set(set)
    walk.set(without)
  },
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: ({ first, second, per }, walk) => {
    walk.set(first)
    walk.set(second)
    if (per) walk.value(per, [...new Set([...walk.kindsOf(first), ...walk.kindsOf(second)])])
  },
  reach: inner,
  nth: perValue,
  window: ({ set, atLeast, below }, walk) => {
    walk.set(set)
    for (const kind of walk.kindsOf(set))
      for (const age of [atLeast, below]) if (age !== undefined) walk.of(kind).windows.add(age)
  },
  since: ({ set, last }, walk) => {
    walk.set(set)
    walk.set(last)
  },
  cooldown: inner,
  earliest: perValue,
  latest: perValue,
} satisfies { [K in SetOp]: (set: EventSetOf<K>, walk: Walking) => void }

export function visitParts(e: Expr, walk: Walking, kinds: Kinds): void {
  ;(visits[e.op] as Visit)(e, walk, kinds)
}

export function visitSet(set: EventSet, walk: Walking): void {
  ;(sets[set.op] as (set: EventSet, walk: Walking) => void)(set, walk)
}
