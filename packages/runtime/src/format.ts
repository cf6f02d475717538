import type { Read, Value, ValueType } from './program.ts'
import { formatInstant } from './time/instant.ts'

/** A number as people write it: at most six decimals, no trailing zeros, never an exponent below 1e21. */
export function formatNumber(number: number): string {
  const fixed = number.toFixed(6)
  const short = fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
  return short === '-0' ? '0' : short
}

/** How explain writes a value: dates as ISO instants in UTC, lists with commas, `unknown` for unknown. */
export function formatValue(value: Value, as: Read['as']): string {
  if (value === null) return 'unknown'
  if (typeof value === 'number') return as === 'date' ? formatInstant(value) : formatNumber(value)
  return typeof value === 'object' ? value.join(', ') : String(value)
}

const writtenAs = {
  text: 'text',
  enum: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  list: 'list',
} as const satisfies { [K in ValueType['kind']]: Read['as'] }

/** The same for a value of a declared type. */
export function formatTyped(value: Value, type: ValueType): string {
  return formatValue(value, writtenAs[type.kind])
}
