import type { Column } from '../columns/columns.ts'
import type { Attribute, Value } from '../program.ts'
import { GrowingDictionary } from './dictionary.ts'

/** Above this many distinct values a dictionary starts anew with the next batch. */
const mostWords = 1 << 14

/** A column that grows: of an attribute or property. */
export class Field {
  readonly attribute: Attribute
  readonly isNumeric: boolean
  /** One of the two is used. */
  numbers = new Float64Array(0)
  codes = new Int32Array(0)
  words: GrowingDictionary

  constructor(attribute: Attribute) {
    const { kind } = attribute.type
    this.attribute = attribute
    this.isNumeric = kind === 'number' || kind === 'date'
    this.words = new GrowingDictionary(kind)
  }

  put(row: number, value: Value): void {
    if (this.isNumeric) this.numbers[row] = value === null ? Number.NaN : (value as number)
    else this.codes[row] = value === null ? 0 : this.words.codeOf(value as string)
  }

  grow(capacity: number): void {
    if (this.isNumeric) this.numbers = grownNumbers(this.numbers, capacity)
    else this.codes = grownCodes(this.codes, capacity)
  }

  /** Whether its dictionary was too large, or is to be empty, and is so now. */
  forget(always: boolean): boolean {
    const full = always || this.words.values.length > mostWords
    if (full) this.words = new GrowingDictionary(this.attribute.type.kind)
    return full
  }

  column(): Column {
    return this.isNumeric
      ? { kind: 'numbers', numbers: this.numbers }
      : { kind: 'codes', codes: this.codes, dictionary: this.words }
  }
}

export function grownNumbers(numbers: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(capacity)
  grown.set(numbers)
  return grown
}

export function grownCodes(codes: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(capacity)
  grown.set(codes)
  return grown
}
