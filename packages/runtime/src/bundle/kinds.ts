/** The kinds of values, by which the expressions of a bundle are checked. */
import type { CalendarPart, EventSetOf, ExprOf, Value } from '../program.ts'

/**
 * Bits, so that several kinds can be told from one. None: the value is never known, so that it may stand anywhere. Instants
 * are numbers.
 */
export const NONE = 0
export const BOOLEAN = 1
export const NUMBER = 2
export const TEXT = 4
export const LIST = 8
/** Of sets: there may be events of the type. */
export const EVENTS = 16
/** What some operation in it cannot be applied to. */
export const WRONG = 32
export const ANY = BOOLEAN | NUMBER | TEXT | LIST

/**
 * The kind that a record gives: from all the kinds that it is given, the last of them, its other fields, and the type of the
 * event that is looked at (see `Reading`).
 */
export type Gives = number | ((all: number, last: number, value: never, type: number | undefined) => number)

/** A list of one kind: always the same list, since nearly all that is proved of records is one. */
export const only = (kind: number): readonly number[] => single[kind] as readonly number[]
const single = Array.from({ length: 2 * WRONG }, (_, kind): readonly number[] => [kind])

export const fits = (kind: number, wanted: number): boolean => kind === NONE || (kind & wanted) > 0

export const allOf = (kinds: readonly number[]): number => kinds.reduce((all, kind) => all | kind, NONE)

/** The one kind that all are of. */
export const common = (all: number): number => ((all & (all - 1)) === 0 ? all : WRONG)
export const last = (_: number, last: number): number => last

/** What holds sets, holds their events. */
export const kept = (all: number): number => all & EVENTS
export const ofTypes = (_: number, __: number, { types }: EventSetOf<'events'>, type: number | undefined): number =>
  types.includes((type ?? types[0]) as number) ? EVENTS : NONE
export const ofMoment = (_: number, __: number, ___: object, type: number | undefined): number =>
  (type ?? MOMENT) === MOMENT ? EVENTS : NONE
/** Stands for the moment of a date, which is of no type. */
export const MOMENT = -1

/** Lists are compared with nothing. */
export const equality = (all: number): number => (common(all) < LIST ? BOOLEAN : WRONG)
export const membership = (all: number, _: number, { values }: ExprOf<'member'>): number =>
  equality(all | allOf(values.map(ofValue)))
export const ofConstant = (_: number, __: number, { value }: ExprOf<'const'>): number => ofValue(value)
export const ofPart = (_: number, __: number, { part }: { readonly part: CalendarPart }): number =>
  part === 'weekday' ? TEXT : NUMBER
export const aggregated = (_: number, kind: number, { how }: ExprOf<'aggregate'>): number => aggregates[how](kind)

function ofValue(value: Value): number {
  return value === null ? NONE : known[typeof value as keyof typeof known]
}
const known = { boolean: BOOLEAN, number: NUMBER, string: TEXT, object: LIST }

const ofNumbers = (kind: number) => (fits(kind, NUMBER) ? NUMBER : WRONG)
const itself = (kind: number) => kind
export const aggregates = {
  sum: ofNumbers,
  min: ofNumbers,
  max: ofNumbers,
  first: itself,
  last: itself,
  distinct: () => NUMBER,
} satisfies { [How in ExprOf<'aggregate'>['how']]: (kind: number) => number }
