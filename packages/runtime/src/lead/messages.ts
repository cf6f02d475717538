import { nearest } from '../nearest.ts'
import type { NumberRange, ValueType } from '../program.ts'
import { isList, millisecondsOf } from './own.ts'

/** A value as it came, short enough for a sentence. */
export function shown(raw: unknown): string {
  if (typeof raw === 'string') return JSON.stringify(shortened(raw))
  if (typeof raw === 'object') return raw === null ? 'null' : isList(raw) ? 'a list' : shownObject(raw)
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : `a ${typeof raw}`
}

function shownObject(raw: object): string {
  const at = millisecondsOf(raw)
  return at === undefined ? 'an object' : Number.isNaN(at) ? 'an invalid Date' : 'a Date'
}

const LONGEST = 40

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`
}

/** What a value of the type looks like. */
const expected = {
  text: () => 'text',
  boolean: () => 'true or false',
  date: () => 'a date such as "2026-06-01" or "2026-06-01T09:30:00Z"',
  number: ({ integer }) => (integer ? 'a whole number' : 'a number'),
  enum: ({ values }) => (values ? `one of ${listed(values)}` : 'text'),
  list: ({ values }) => (values ? `a list of ${listed(values)}` : 'a list of texts'),
} satisfies { [K in ValueType['kind']]: (type: Extract<ValueType, { kind: K }>) => string }

export function expectedOf(type: ValueType): string {
  return (expected[type.kind] as (type: ValueType) => string)(type)
}

function listed(values: readonly string[]): string {
  return values.length <= 6 ? values.join(', ') : `${values.slice(0, 6).join(', ')} and ${values.length - 6} more`
}

/** `from 10 to 49`, `at least 0`, `below 50`. */
export function rangeText({ low, high, lowOpen, highOpen }: NumberRange): string {
  const above = low === undefined ? [] : [`${lowOpen ? 'above' : 'at least'} ${low}`]
  const below = high === undefined ? [] : [`${highOpen ? 'below' : 'at most'} ${high}`]
  return [...above, ...below].join(' and ')
}

/** ` Did you mean SaaS?`, or nothing. */
export function suggestion(written: string, values: readonly string[]): string {
  const near = nearest(written, values)
  return near === undefined ? '' : ` Did you mean ${near}?`
}
