import { fold } from '../fold.ts'
import type { Attribute, NumberRange, Value, ValueType, Zone } from '../program.ts'
import type { Issue, IssueCode } from '../result.ts'
import { isInstant, type ParsedInstant, parseInstant } from '../time/instant.ts'
import { expectedOf, rangeText, shown, suggestion } from './messages.ts'
import { entriesOf, isList, millisecondsOf } from './own.ts'

/** Where a value is read: what to report, and the zone of times that name none. */
export interface Reading {
  readonly zone: Zone
  readonly report: (issue: Issue) => void
}

/** `problem` follows the path in the sentence. */
export function reportAt(path: string, code: IssueCode, problem: string, { report }: Reading): null {
  report({ code, path, message: `${path} ${problem}` })
  return null
}

type TypeOf<K extends ValueType['kind']> = Extract<ValueType, { kind: K }>
/** Says why the value is unknown; `problem` follows the value in the sentence, and ends it. */
type Refuse = (code: IssueCode, problem: string, raw?: unknown, place?: string) => null

/**
 * The value of an attribute or property as declared, from data as it came. What does not fit is reported and unknown;
 * nothing, empty text, an empty list and the values that the model lists as unknown are unknown without a report.
 */
export function readValue(attribute: Attribute, raw: unknown, path: string, reading: Reading): Value {
  if (saysNothing(raw, attribute)) return missing(attribute, path, reading)
  const refuse: Refuse = (code, problem, value = raw, place = '') =>
    reportAt(path + place, code, `is ${shown(value)}, ${problem} It counts as unknown.`, reading)
  const { type } = attribute
  const read = readers[type.kind] as (type: ValueType, raw: unknown, refuse: Refuse, cx: Context) => Value | undefined
  const value = read(type, raw, refuse, { attribute, zone: reading.zone })
  return value === undefined ? refuse('wrong-type', `but should be ${expectedOf(type)}.`) : value
}

interface Context {
  readonly attribute: Attribute
  readonly zone: Zone
}

function missing({ required }: Attribute, path: string, reading: Reading): null {
  return required ? reportAt(path, 'missing-required', 'is required, but the data has no value for it.', reading) : null
}

function saysNothing(raw: unknown, { unknownIn }: Attribute): boolean {
  if (isNothing(raw)) return true
  if (typeof raw === 'object') return isList(raw) && entriesOf(raw).length === 0
  return unknownIn.length > 0 && unknownIn.includes(fold(String(raw)))
}

export function isNothing(raw: unknown): boolean {
  return raw === undefined || raw === null || raw === ''
}

/** Undefined for data of another type. */
const readers = {
  text: (_, raw) => (typeof raw === 'string' ? raw : undefined),
  boolean: (_, raw) => (typeof raw === 'boolean' ? raw : undefined),
  number: readNumber,
  date: readDate,
  enum: ({ values }, raw, refuse) => (typeof raw === 'string' ? spelled(values, raw, refuse) : undefined),
  list: readList,
} satisfies {
  [K in ValueType['kind']]: (type: TypeOf<K>, raw: unknown, refuse: Refuse, cx: Context) => Value | undefined
}

function readNumber({ integer, range = {} }: TypeOf<'number'>, raw: unknown, refuse: Refuse): Value | undefined {
  if (typeof raw !== 'number') return undefined
  if (!Number.isFinite(raw)) return refuse('not-a-number', 'which is not a number.')
  if (integer && !Number.isInteger(raw)) return undefined
  return isInside(raw, range) ? raw : refuse('out-of-range', `but should be ${rangeText(range)}.`)
}

export function isInside(
  number: number,
  { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY, lowOpen, highOpen }: NumberRange,
): boolean {
  return (lowOpen ? number > low : number >= low) && (highOpen ? number < high : number <= high)
}

function readDate(type: TypeOf<'date'>, raw: unknown, refuse: Refuse, { zone }: Context): Value {
  const parsed = readInstant(raw, zone)
  if ('ms' in parsed) return parsed.ms
  return refuse(
    parsed.problem,
    typeof raw === 'string' ? dateProblems[parsed.problem] : `but should be ${expectedOf(type)}.`,
  )
}

/** An instant as a text, or as a Date. */
export function readInstant(raw: unknown, zone: Zone): ParsedInstant {
  if (typeof raw === 'string') return parseInstant(raw, zone)
  const ms = millisecondsOf(raw) ?? Number.NaN
  return isInstant(ms) ? { ms } : { problem: 'bad-date' }
}

/** What is wrong with a text that should be a date, after the text itself. */
export const dateProblems = {
  'bad-date': 'which is not a date such as "2026-06-01" or "2026-06-01T09:30:00Z".',
  'time-without-zone':
    'a time without a time zone: add Z or an offset such as +02:00 to the data, or declare timezone in the model.',
} as const

/** Entries that do not fit are left out; a list of which none is left is unknown. */
function readList(type: TypeOf<'list'>, raw: unknown, refuse: Refuse, { attribute }: Context): Value | undefined {
  if (!isList(raw)) return undefined
  const known = entriesOf(raw).filter(({ entry }) => !saysNothing(entry, attribute))
  const values = known.map(({ entry, place }) => {
    const refuseEntry: Refuse = (code, problem) => refuse(code, problem, entry, `[${place}]`)
    return typeof entry === 'string'
      ? spelled(type.values, entry, refuseEntry)
      : refuseEntry('wrong-type', 'but should be text.')
  })
  const texts = values.filter(value => value !== null)
  return texts.length > 0 ? texts : null
}

/** The value in the model's spelling, whatever its letter case in the data. */
function spelled(values: readonly string[] | undefined, raw: string, refuse: Refuse): string | null {
  if (values === undefined) return raw
  const spelling = spellingsOf(values).get(fold(raw))
  return spelling ?? refuse('not-in-list', `which is not one of its values.${suggestion(raw, values)}`)
}

const spellings = new WeakMap<readonly string[], ReadonlyMap<string, string>>()

/** Declared values by their folded spelling, made once for each declaration. */
function spellingsOf(values: readonly string[]): ReadonlyMap<string, string> {
  const known = spellings.get(values) ?? new Map(values.map(value => [fold(value), value]))
  spellings.set(values, known)
  return known
}
