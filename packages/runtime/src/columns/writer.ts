import { readValue } from '../lead/values.ts'
import type { Attribute, Value, ValueType, Zone } from '../program.ts'
import { isInstant } from '../time/instant.ts'
import { quickInstant } from '../time/quick.ts'
import type { Changes } from './changes.ts'
import type { Column } from './columns.ts'
import { Spellings } from './spellings.ts'
import { type TextCodes, UNKNOWN } from './text-codes.ts'

const NUMBERS = 0
const DATES = 1
const CODES = 2

const kinds = {
  number: NUMBERS,
  date: DATES,
  text: CODES,
  enum: CODES,
  boolean: CODES,
  list: CODES,
} satisfies { [K in ValueType['kind']]: number }

/**
 * Writes the values of one attribute, or of one property, into a column that is used again from lead to lead. What data
 * usually holds is read without detours; all else is read by `readValue`, which defines what a value is.
 *
 * One class for all kinds: `put` runs for every value of every lead, and code that always meets the same class is what
 * engines make fast.
 */
export class Writer {
  column: Column
  private numbers: Float64Array
  private codes: Int32Array
  private spellings: Spellings
  private texts: TextCodes
  private readonly kind: number
  private readonly attribute: Attribute
  private readonly zone: Zone
  private readonly changes: Changes
  /** Numbers from `low` to `high` are inside the range, but perhaps for the bounds themselves. */
  private readonly low: number
  private readonly high: number
  private readonly isOpen: boolean
  private readonly isWhole: boolean
  /** Values that count as unknown are to be looked for. */
  private readonly hasMore: boolean
  /** Any text that is not empty is a value as it stands. */
  private readonly isFree: boolean

  constructor(attribute: Attribute, zone: Zone, changes: Changes) {
    const { type, unknownIn } = attribute
    const range = type.kind === 'number' ? (type.range ?? {}) : {}
    this.kind = kinds[type.kind]
    this.attribute = attribute
    this.zone = zone
    this.changes = changes
    this.low = range.low ?? -Number.MAX_VALUE
    this.high = range.high ?? Number.MAX_VALUE
    this.isOpen = range.lowOpen === true || range.highOpen === true
    this.isWhole = type.kind === 'number' && type.integer
    this.hasMore = unknownIn.length > 0
    this.isFree = type.kind === 'text' && !this.hasMore
    this.spellings = new Spellings(type.kind === 'boolean')
    this.texts = this.spellings.texts
    this.numbers = new Float64Array(this.kind === CODES ? 0 : 1)
    this.codes = new Int32Array(this.kind === CODES ? 1 : 0)
    this.column = this.columnNow()
  }

  /** Writes the value of data as it came; false where there is something to report, which `readLead` says better. */
  put(row: number, raw: unknown): boolean {
    if (this.kind === CODES) return this.putCode(row, raw)
    const number = typeof raw === 'number' ? this.quickNumber(raw) : this.quickDate(raw)
    if (Number.isNaN(number) && !this.isNothing(raw)) return this.putSlowly(row, raw)
    this.numbers[row] = number
    return true
  }

  private putCode(row: number, raw: unknown): boolean {
    const code = typeof raw === 'string' ? this.texts.get(raw) : this.isNothing(raw) ? 0 : this.spellings.codeOf(raw)
    if (code === UNKNOWN) return this.learn(row, raw)
    this.codes[row] = code
    return true
  }

  private isNothing(raw: unknown): boolean {
    return (raw === undefined || raw === null) && !this.attribute.required
  }

  /** The number that it surely is; NaN for whatever needs a closer look. */
  private quickNumber(number: number): number {
    const { low, high } = this
    if (this.kind !== NUMBERS || this.hasMore || (this.isWhole && Math.floor(number) !== number)) return Number.NaN
    const isInside = number >= low && number <= high && !(this.isOpen && (number === low || number === high))
    return isInside ? number : Number.NaN
  }

  private quickDate(raw: unknown): number {
    return this.kind !== DATES || this.hasMore ? Number.NaN : quickTime(raw, this.zone)
  }

  private putSlowly(row: number, raw: unknown): boolean {
    const value = this.read(raw)
    if (value !== undefined) this.store(row, value)
    return value !== undefined
  }

  /** A value that was not met before is known from then on. */
  private learn(row: number, raw: unknown): boolean {
    const value = this.read(raw)
    if (value === undefined) return false
    this.codes[row] = this.spellings.learn(raw, value)
    this.changes.full ||= this.spellings.isFull
    return true
  }

  /** Undefined where there is something to report. */
  private read(raw: unknown): Value | undefined {
    if (this.isFree && typeof raw === 'string' && raw !== '') return raw
    let reported = false
    const report = () => {
      reported = true
    }
    const value = readValue(this.attribute, raw, '', { zone: this.zone, report })
    return reported ? undefined : value
  }

  /** Writes a value as `readLead` gives it. */
  store(row: number, value: Value): void {
    if (this.kind !== CODES) {
      this.numbers[row] = value === null ? Number.NaN : (value as number)
      return
    }
    const code = this.spellings.codeOf(value)
    this.codes[row] = code === UNKNOWN ? this.spellings.learn(value, value) : code
    this.changes.full ||= this.spellings.isFull
  }

  /** Makes room for this many rows; what was written stays. */
  grow(rows: number): void {
    const { numbers, codes } = this
    if (this.kind === CODES) this.codes = new Int32Array(rows)
    else this.numbers = new Float64Array(rows)
    this.codes.set(codes)
    this.numbers.set(numbers)
    this.renew()
  }

  /** To be called between leads: forgets spellings where there are too many. */
  forget(): void {
    if (!this.spellings.isFull) return
    this.spellings = new Spellings(this.attribute.type.kind === 'boolean')
    this.texts = this.spellings.texts
    this.renew()
  }

  private renew(): void {
    this.column = this.columnNow()
    this.changes.renewed = true
  }

  private columnNow(): Column {
    const { numbers, codes, spellings } = this
    return this.kind === CODES ? { kind: 'codes', codes, dictionary: spellings } : { kind: 'numbers', numbers }
  }
}

/** The instant that a text or Date surely is; NaN for whatever needs a closer look. */
export function quickTime(raw: unknown, zone: Zone): number {
  if (typeof raw === 'string') return quickInstant(raw, zone)
  const at = raw instanceof Date ? raw.getTime() : Number.NaN
  return isInstant(at) ? at : Number.NaN
}
