/** Sets of events in the words of the language: patterns with their windows, and what derived events are made of. */
import { writtenName } from '@merit-lang/language'
import type { EventSet, EventSetOf, Expr, Program, SetOp } from '@merit-lang/runtime'
import { writtenDuration } from './durations.ts'
import { writtenExpr } from './expressions.ts'

export function writtenSet(set: EventSet, program: Program): string {
  const form: (set: never, program: Program) => string = forms[set.op]
  return form(set as never, program)
}

const forms = {
  events: ({ types }, { events }) =>
    types.map(type => writtenName(events[type]?.name ?? '')).join(' or ') || 'no event',
  moment: ({ of }, program) => writtenExpr(of, program),
  sharedSet: ({ index }, program) => writtenSet(program.sets[index] as EventSet, program),
  filter: ({ set, where }, program) => `${one(set, program)}(${argumentsOf(where, program)})`,
  union: ({ sets }, program) => sets.map(set => one(set, program)).join(' or '),
  except: ({ set, without }, program) => `${one(set, program)} except ${one(without, program)}`,
  // biome-ignore lint/suspicious/noThenProperty: the program's name for it
  then: ({ first, second, within, per }, program) =>
    `${one(first, program)} then ${one(second, program)} within ${writtenDuration(within)}${perOf(per, program)}`,
  reach: ({ set, count, within }, program) => `${count} ${one(set, program)} within ${writtenDuration(within)}`,
  nth: ({ set, count, per }, program) => `${count} ${one(set, program)}${perOf(per, program)}`,
  window: narrowed,
  since: narrowed,
  cooldown: narrowed,
  earliest: narrowed,
  latest: narrowed,
} satisfies { [K in SetOp]: (set: EventSetOf<K>, program: Program) => string }

/** Of several kinds of events in parentheses. */
function one(set: EventSet, program: Program): string {
  const text = writtenSet(set, program)
  return / (?:or|except|then) /.test(text.replace(/\([^()]*\)/g, '')) ? `(${text})` : text
}

function argumentsOf(where: Expr, program: Program): string {
  return where.op === 'and' ? where.of.map(part => writtenExpr(part, program)).join(', ') : writtenExpr(where, program)
}

const perOf = (per: Expr | undefined, program: Program) => (per ? ` per ${writtenExpr(per, program)}` : '')

/** What leaves only some of a set's events. */
export type Narrowing = EventSetOf<'window' | 'since' | 'cooldown' | 'earliest' | 'latest'>

function narrowed(set: Narrowing, program: Program): string {
  return `${one(set.set, program)} ${writtenNarrowing(set, program)}`
}

/** Without the set that it narrows. */
export function writtenNarrowing(set: Narrowing, program: Program): string {
  const form: (set: never, program: Program) => string = narrowings[set.op]
  return form(set as never, program)
}

const narrowings = {
  window: ({ atLeast, below }) =>
    [
      ...(below === undefined ? [] : [`within ${writtenDuration(below)}`]),
      ...(atLeast === undefined ? [] : [`older than ${writtenDuration(atLeast)}`]),
    ].join(' '),
  since: ({ last }, program) => `since last ${writtenSet(last, program)}`,
  cooldown: ({ every }) => `cooldown ${writtenDuration(every)}`,
  earliest: ({ count, per }, program) => `first ${count}${perOf(per, program)}`,
  latest: ({ count, per }, program) => `${count === 1 ? 'once' : `at most ${count} times`}${perOf(per, program)}`,
} satisfies { [K in Narrowing['op']]: (set: EventSetOf<K>, program: Program) => string }

export function isNarrowing(set: EventSet): set is Narrowing {
  return Object.hasOwn(narrowings, set.op)
}
