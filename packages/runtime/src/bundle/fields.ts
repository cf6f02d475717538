/** What may stand in one field of a record of a bundle. */
import { assertions } from '../kernel/automaton.ts'
import type { Promised, Read } from '../program.ts'
import { calendarParts } from '../time/calendar.ts'
import { ANY, aggregates, EVENTS } from './kinds.ts'

/** What a record is: a field names the sorts that it takes. */
export type Sort =
  | 'Attribute'
  | 'Block'
  | 'Case'
  | 'Condition'
  | 'Decay'
  | 'Disqualification'
  | 'Doc'
  | 'EventType'
  | 'Expression'
  | 'Grade'
  | 'GradeCase'
  | 'Instruction'
  | 'Line'
  | 'Mark'
  | 'Multiplier'
  | 'OnEvents'
  | 'Part'
  | 'Promise'
  | 'Range'
  | 'Read'
  | 'Rule'
  | 'Score'
  | 'Set'
  | 'Stage'
  | 'Step'
  | 'Unsupported'
  | 'ValueType'
  | 'When'
  | 'Zone'

/** A bit for each sort, as they come: there are no more than 31. */
export function bitOf(sort: Sort): number {
  const place = sorts.indexOf(sort)
  return 1 << (place < 0 ? sorts.push(sort) - 1 : place)
}
const sorts: Sort[] = []

/** What an expression may read beside the lead: the event at hand; in its decay, its amount and age. Bits. */
export const EVENT = 1
export const DECAY = 2

/** All fields are of one shape, because looking at them is most of what reading a bundle costs. */
export interface Field {
  readonly is: Role
  readonly many: boolean
  readonly optional: boolean
  /** Of a record: what it may be. */
  readonly sorts: readonly Sort[]
  /** The bits of these sorts. */
  readonly bits: number
  /** Of an expression: the kinds of value that it may give. */
  readonly wanted: number
  /** What an expression may read here, beside the lead. */
  readonly binds: number
  /** Of a set of events: they are at hand in the fields that follow, but are not those of the record. */
  readonly seen: boolean
  /** Of an index: the table of the program. */
  readonly table: IndexedTable
  /** What it should be, for a person. */
  readonly noun: string
  /** Whether a scalar is that. */
  readonly fits: (raw: unknown) => boolean
}

/**
 * `record`: another record, by its place among the nodes, which is smaller. `index`: an entry of one of the program's
 * tables, which stands before the record. `property`: the name of a property of the event at hand.
 */
export type Role = 'record' | 'index' | 'property' | 'span' | 'scalar'
export type IndexedTable = 'attributes' | 'events' | 'values' | 'sets' | 'scores' | 'grades' | 'stages'

/** One field for each of `T`, but for those that its head says. */
export type Fields<T, Head extends string = never> = { readonly [P in Exclude<keyof T, Head>]-?: Field }

const field: Field = {
  is: 'record',
  many: false,
  optional: false,
  sorts: [],
  bits: 0,
  wanted: ANY | EVENTS,
  binds: 0,
  seen: false,
  table: 'values',
  noun: '',
  fits: () => true,
}
export const one = (...sorts: Sort[]): Field => ({
  ...field,
  sorts,
  bits: sorts.reduce((bits, sort) => bits | bitOf(sort), 0),
  noun: `the place of an earlier ${sorts.join(' or ')}`,
})
export const expression = (wanted: number, binds = 0): Field => ({ ...one('Expression'), wanted, binds })
export const index = (table: IndexedTable): Field => ({
  ...field,
  is: 'index',
  table,
  noun: `the index of an earlier entry of ${table}`,
})
/** Its expressions are looked at for each event of the sets before it. */
export const each = (field: Field): Field => ({ ...field, binds: EVENT })
export const seen = (field: Field): Field => ({ ...field, seen: true })
export const many = (field: Field): Field => ({ ...field, many: true })
export const maybe = (field: Field): Field => ({ ...field, optional: true })

const scalar = (noun: string, fits: (raw: unknown) => boolean): Field => ({ ...field, is: 'scalar', noun, fits })
const isText = (raw: unknown): raw is string => typeof raw === 'string'
const isFlag = (raw: unknown) => typeof raw === 'boolean'
const whole = (low: number, high: number) =>
  scalar(
    `a whole number from ${low} to ${high}`,
    raw => Number.isInteger(raw) && low <= (raw as number) && (raw as number) <= high,
  )
const word = (words: object) =>
  scalar(`one of ${Object.keys(words).join(', ')}`, raw => isText(raw) && Object.hasOwn(words, raw))

const most = Number.MAX_SAFE_INTEGER
export const string = scalar('a text', isText)
/** Known when all types of events are, which stand before everything that reads them. */
export const property: Field = { ...string, is: 'property' }
export const span: Field = { ...field, is: 'span', noun: 'a path, line and column' }
export const flag = scalar('true or false', isFlag)
export const finite = scalar('a number', Number.isFinite)
export const notNegative = scalar('a number that is not negative', raw => Number.isFinite(raw) && (raw as number) >= 0)
export const positive = whole(1, most)
export const place = whole(0, most)
export const instant = whole(-most, most)
/** No time zone is a day from UTC. */
export const offset = whole(-86_399_999, 86_399_999)
export const codePoint = whole(0, 0x10ffff)
export const textOrNumber = scalar('a text or a number', raw => isText(raw) || Number.isFinite(raw))
export const constant = scalar(
  'a value',
  raw => raw === null || isFlag(raw) || textOrNumber.fits(raw) || (Array.isArray(raw) && raw.every(isText)),
)

export const calendarPart = word(calendarParts)
export const how = word(aggregates)
export const assertion = word(assertions)
export const shownAs = word({ text: 1, number: 1, boolean: 1, date: 1, list: 1 } satisfies Record<Read['as'], 1>)
export const promised = word({ never: 1, always: 1 } satisfies Record<Promised['kind'], 1>)
