import { fold } from '../fold.ts'
import { isInside, type Reading, readValue } from '../lead/values.ts'
import type { NumberRange, Value, ValueType, Zone } from '../program.ts'
import type { Field } from './field.ts'
import { readInstant } from './instants.ts'
import { readNumber } from './numbers.ts'
import { passFalse, passNull, passTrue, passValue } from './scan.ts'
import { isDigit, type Source } from './source.ts'
import { Spellings } from './spellings.ts'
import { hashOf } from './strings.ts'
import { textOf } from './text.ts'

/** Where the values of one attribute or property go, and how they are read. */
export class Slot {
  readonly field: Field
  readonly read: Read
  readonly zone: Zone
  readonly required: boolean
  readonly hasUnknowns: boolean
  readonly integer: boolean
  readonly range: NumberRange | undefined
  /** The numbers that count as unknown. */
  readonly unknowns: readonly number[]
  readonly spellings: Spellings
  /** Whether its strings are looked up by their spelling, now. */
  isSpelled: boolean
  /** Whether any whole number from `least` to `most` is a value. */
  readonly isCounted: boolean
  readonly least: number
  readonly most: number
  /** The stamp of the lead or event in which it was met last. */
  seen = -1

  /** @param isAttribute of a lead, not a property of an event */
  constructor(field: Field, zone: Zone, isAttribute: boolean) {
    const { type, required, unknownIn } = field.attribute
    this.field = field
    this.read = readers[type.kind]
    this.zone = zone
    this.required = required
    this.hasUnknowns = unknownIn.length > 0
    this.integer = type.kind === 'number' && type.integer
    this.range = type.kind === 'number' ? type.range : undefined
    const mayRepeat = isAttribute && type.kind === 'text' && !required && !this.hasUnknowns
    this.spellings = new Spellings(field, (c, start, end) => this.valueAt(c, start, end), mayRepeat)
    this.isSpelled = type.kind === 'text' || type.kind === 'enum'
    this.isCounted = type.kind === 'number' && !this.hasUnknowns
    this.least = Math.ceil(this.range?.low ?? 0) + Number(this.range?.lowOpen ?? 0)
    this.most = Math.floor(this.range?.high ?? Number.MAX_VALUE) - Number(this.range?.highOpen ?? 0)
    this.unknowns = unknownIn.map(Number).filter((number, index) => fold(String(number)) === unknownIn[index])
  }

  /** Before a batch. @param count how many rows the last one had */
  refresh(count: number): void {
    this.spellings.refresh(count)
    if (this.spellings.isFresh) this.isSpelled = false
  }

  /** The value of the JSON from `start` to `end`; undefined where there is something to report. */
  valueAt(c: Source, start: number, end: number): Value | undefined {
    let fits = true
    const reading: Reading = { zone: this.zone, report: () => (fits = false) }
    const raw: unknown = JSON.parse(textOf(c.bytes, start, end))
    const value = readValue(this.field.attribute, raw, '', reading)
    return fits ? value : undefined
  }
}

/**
 * Reads a value into its row, with the outcome that `readValue` would give. -1: there is something to report of it, or it is
 * no JSON.
 */
type Read = (c: Source, at: number, slot: Slot, row: number) => number

const readers = {
  text: readSpelling,
  enum: readSpelling,
  list: readList,
  number: readNumeric,
  date: readDate,
  boolean: readBoolean,
} satisfies { [K in ValueType['kind']]: Read }

function readSpelling(c: Source, at: number, slot: Slot, row: number): number {
  if (c.bytes[at] !== 0x22 /* " */) return readOther(c, at, slot, row)
  const end = slot.spellings.read(c, at)
  return end >= 0 && putCode(slot, row, c.code) ? end : -1
}

function readList(c: Source, at: number, slot: Slot, row: number): number {
  if (c.bytes[at] !== 0x5b /* [ */) return readOther(c, at, slot, row)
  const end = passValue(c, at)
  return end >= 0 && putCode(slot, row, slot.spellings.codeOf(c, at, end, hashOf(c.view, at, end))) ? end : -1
}

function readNumeric(c: Source, at: number, slot: Slot, row: number): number {
  const byte = c.bytes[at] as number
  if (!isDigit(byte) && byte !== 0x2d /* - */) return readOther(c, at, slot, row)
  const end = readNumber(c, at)
  return end >= 0 && putNumber(slot, row, c.number) ? end : -1
}

function readDate(c: Source, at: number, slot: Slot, row: number): number {
  const end = !slot.hasUnknowns && c.bytes[at] === 0x22 /* " */ ? readInstant(c, at, slot.zone) : -1
  if (end < 0) return readOther(c, at, slot, row)
  slot.field.numbers[row] = c.number
  return end
}

function readBoolean(c: Source, at: number, slot: Slot, row: number): number {
  const whenTrue = slot.hasUnknowns ? -1 : passTrue(c, at)
  const end = slot.hasUnknowns || whenTrue >= 0 ? whenTrue : passFalse(c, at)
  if (end < 0) return readOther(c, at, slot, row)
  slot.field.codes[row] = whenTrue >= 0 ? 2 : 1
  return end
}

/** Nothing, or any form that is not the usual one. */
function readOther(c: Source, at: number, slot: Slot, row: number): number {
  const nothing = passNull(c, at)
  if (nothing >= 0) return putUnknown(slot, row) ? nothing : -1
  const end = passValue(c, at)
  const value = end < 0 ? undefined : slot.valueAt(c, at, end)
  if (value === undefined) return -1
  slot.field.put(row, value)
  return end
}

/** What these give: whether nothing is to be reported. */
export function putUnknown(slot: Slot, row: number): boolean {
  if (slot.field.isNumeric) slot.field.numbers[row] = Number.NaN
  else slot.field.codes[row] = 0
  return !slot.required
}

function putCode(slot: Slot, row: number, code: number): boolean {
  slot.field.codes[row] = code
  return code >= 0
}

function putNumber(slot: Slot, row: number, number: number): boolean {
  if (slot.hasUnknowns && slot.unknowns.includes(number)) return putUnknown(slot, row)
  slot.field.numbers[row] = number
  // An infinite one is beyond what doubles hold.
  const fits = number - number === 0 && (!slot.integer || Math.floor(number) === number)
  return fits && (slot.range === undefined || isInside(number, slot.range))
}
