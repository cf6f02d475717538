import { readValue } from '../lead/values.ts'
import type { Attribute, Value, ValueType, Zone } from '../program.ts'
import { isInstant } from '../time/instant.ts'
import { quickInstant } from '../time/quick.ts'
import type { CodeColumn, Column, NumberColumn } from './columns.ts'
import { Spellings } from './spellings.ts'

/**
 * Writes the values of one attribute, or of one property, into a column that is used again from lead to lead. What data
 * usually holds is read without detours; all else is read by `readValue`, which defines what a value is.
 */
export abstract class Writer {
  abstract readonly column: Column
  private readonly attribute: Attribute
  private readonly zone: Zone
  /** To be told when `column` is another one. */
  protected readonly renewed: () => void

  constructor(attribute: Attribute, zone: Zone, renewed: () => void) {
    this.attribute = attribute
    this.zone = zone
    this.renewed = renewed
  }

  /** Writes the value of data as it came; false where there is something to report, which `readLead` says better. */
  abstract put(row: number, raw: unknown): boolean
  /** Writes a value as `readLead` gives it. */
  abstract store(row: number, value: Value): void
  /** Makes room for this many rows; what was written stays. */
  abstract grow(rows: number): void
  /** To be called between leads: forgets spellings where there are too many. */
  forget(): void {}

  /** Undefined where there is something to report. */
  protected read(raw: unknown): Value | undefined {
    let reported = false
    const report = () => {
      reported = true
    }
    const value = readValue(this.attribute, raw, '', { zone: this.zone, report })
    return reported ? undefined : value
  }

  /** Through `readValue`. */
  protected putSlowly(row: number, raw: unknown): boolean {
    const value = this.read(raw)
    if (value !== undefined) this.store(row, value)
    return value !== undefined
  }
}

/** `quick`: the number that a value surely is; NaN for whatever needs a closer look. */
class NumberWriter extends Writer {
  column: NumberColumn = { kind: 'numbers', numbers: new Float64Array(1) }
  private numbers = this.column.numbers
  private readonly quick: (raw: unknown) => number

  constructor(attribute: Attribute, zone: Zone, renewed: () => void, quick: (raw: unknown) => number) {
    super(attribute, zone, renewed)
    this.quick = quick
  }

  put(row: number, raw: unknown): boolean {
    const number = this.quick(raw)
    if (Number.isNaN(number)) return this.putSlowly(row, raw)
    this.numbers[row] = number
    return true
  }

  store(row: number, value: Value): void {
    this.numbers[row] = value === null ? Number.NaN : (value as number)
  }

  grow(rows: number): void {
    const numbers = new Float64Array(rows)
    numbers.set(this.numbers)
    this.numbers = numbers
    this.column = { kind: 'numbers', numbers }
    this.renewed()
  }
}

class CodeWriter extends Writer {
  column: CodeColumn
  private codes: Int32Array = new Int32Array(1)
  private spellings: Spellings
  private readonly isBoolean: boolean

  constructor(attribute: Attribute, zone: Zone, renewed: () => void) {
    super(attribute, zone, renewed)
    this.isBoolean = attribute.type.kind === 'boolean'
    this.spellings = new Spellings(this.isBoolean)
    this.column = { kind: 'codes', codes: this.codes, dictionary: this.spellings }
  }

  put(row: number, raw: unknown): boolean {
    const code = this.spellings.codeOf(raw)
    if (code === undefined) return this.learn(row, raw)
    this.codes[row] = code
    return true
  }

  /** A value that was not met before; it is known from then on, unless there was something to report. */
  private learn(row: number, raw: unknown): boolean {
    const value = this.read(raw)
    if (value === undefined) return false
    this.codes[row] = this.spellings.learn(raw, value)
    return true
  }

  store(row: number, value: Value): void {
    this.codes[row] = this.spellings.codeOf(value) ?? this.spellings.learn(value, value)
  }

  grow(rows: number): void {
    const codes = new Int32Array(rows)
    codes.set(this.codes)
    this.renew(codes)
  }

  override forget(): void {
    if (!this.spellings.isFull) return
    this.spellings = new Spellings(this.isBoolean)
    this.renew(this.codes)
  }

  private renew(codes: Int32Array): void {
    this.codes = codes
    this.column = { kind: 'codes', codes, dictionary: this.spellings }
    this.renewed()
  }
}

export function writerOf(attribute: Attribute, zone: Zone, renewed: () => void): Writer {
  return (writers[attribute.type.kind] as typeof writerOf)(attribute, zone, renewed)
}

const coded = (attribute: Attribute, zone: Zone, renewed: () => void) => new CodeWriter(attribute, zone, renewed)

const writers = {
  text: coded,
  enum: coded,
  boolean: coded,
  list: coded,
  number: (attribute, zone, renewed) => new NumberWriter(attribute, zone, renewed, quickNumber(attribute)),
  date: (attribute, zone, renewed) => new NumberWriter(attribute, zone, renewed, quickDate(attribute, zone)),
} satisfies { [K in ValueType['kind']]: typeof writerOf }

/** Strictly inside the range. */
function quickNumber({ type, unknownIn }: Attribute): (raw: unknown) => number {
  if (type.kind !== 'number' || unknownIn.length > 0) return nothingQuick
  const { integer, range: { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = {} } = type
  return raw =>
    typeof raw === 'number' && raw > low && raw < high && (!integer || Math.floor(raw) === raw) ? raw : Number.NaN
}

function quickDate({ unknownIn }: Attribute, zone: Zone): (raw: unknown) => number {
  if (unknownIn.length > 0) return nothingQuick
  return raw => quickTime(raw, zone)
}

const nothingQuick = () => Number.NaN

/** The instant that a text or Date surely is; NaN for whatever needs a closer look. */
export function quickTime(raw: unknown, zone: Zone): number {
  if (typeof raw === 'string') return quickInstant(raw, zone)
  const at = raw instanceof Date ? raw.getTime() : Number.NaN
  return isInstant(at) ? at : Number.NaN
}
