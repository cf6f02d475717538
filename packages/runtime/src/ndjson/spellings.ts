import type { Value } from '../program.ts'
import type { Field } from './field.ts'
import { FreshTexts } from './fresh.ts'
import { longestShort, numberAt, ShortNumbers } from './short.ts'
import type { Source } from './source.ts'
import { Spans } from './spans.ts'
import { readString } from './strings.ts'

/** The value of the JSON from `start` to `end`; undefined where there is something to report. */
export type ValueAt = (c: Source, start: number, end: number) => Value | undefined

/** A column in which, among this many strings, hardly any comes again is not looked into any more. */
const enoughSeen = 500

/**
 * The codes of a column's strings, by their spelling in the data, quotes and escapes with it: each is decoded, checked and
 * folded but once. In a column such as `email`, where nearly every string is new, each becomes a word of its own.
 */
export class Spellings {
  readonly #field: Field
  readonly #valueAt: ValueAt
  /** Whether two codes may have one value: nothing but the value of an attribute that is a text is ever asked for. */
  readonly #mayRepeat: boolean
  /** The codes of the short ones. */
  readonly short = new ShortNumbers()
  readonly #long = new Spans()
  readonly #codes: number[] = []
  readonly #fresh = new FreshTexts()
  /** Whether nearly every string is new. */
  isFresh = false
  #met = 0
  #learned = 0

  constructor(field: Field, valueAt: ValueAt, mayRepeat: boolean) {
    this.#field = field
    this.#valueAt = valueAt
    this.#mayRepeat = mayRepeat
  }

  /** @param count how many values the last batch had */
  refresh(count: number): void {
    this.#met += count
    if (this.#met > enoughSeen) this.#judge()
    if (!this.#field.forget(this.isFresh)) return
    this.short.clear()
    this.#long.clear()
    this.#codes.length = 0
  }

  #judge(): void {
    this.isFresh ||= this.#mayRepeat && this.#learned > 0.75 * this.#met
    this.#met = this.#learned = 0
  }

  /** Leaves the code of the string at the place in `c.code`, -1 where it does not fit. */
  read(c: Source, at: number): number {
    if (this.isFresh) return this.#readFresh(c, at)
    const end = readString(c, at)
    if (end < 0) return end
    const isShort = c.plain && end - at - 2 <= longestShort
    c.code = isShort ? this.#shortCode(c, at, end) : this.codeOf(c, at, end, c.hash)
    return end
  }

  #shortCode(c: Source, at: number, end: number): number {
    const known = numberAt(c, at, this.short)
    if (known >= 0) return known
    const code = this.#learn(c, at, end)
    if (code >= 0) this.short.add(c, at + 1, end - 1, code)
    return code
  }

  /** Of any value as it is spelled from `start` to `end`. What does not fit is not kept: its line is read slowly anyway. */
  codeOf(c: Source, start: number, end: number, hash: number): number {
    const place = this.#long.find(c, start, end, hash)
    if (place >= 0) return this.#codes[place] as number
    const code = this.#learn(c, start, end)
    if (code >= 0) this.#codes[this.#long.add(c, start, end, hash)] = code
    return code
  }

  #learn(c: Source, start: number, end: number): number {
    this.#learned++
    const value = this.#valueAt(c, start, end)
    return value === undefined ? -1 : value === null ? 0 : this.#field.words.codeOf(value as string)
  }

  /** After a batch. */
  finish(): void {
    if (this.isFresh) this.#fresh.flush(this.#field.words)
  }

  #readFresh(c: Source, at: number): number {
    if (c.bytes[at + 1] !== 0x22 /* " */) return this.#fresh.read(c, at, this.#field.words)
    c.code = 0
    return at + 2
  }
}
