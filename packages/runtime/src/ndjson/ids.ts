import { passNumber } from './numbers.ts'
import { passValue } from './scan.ts'
import { isDigit, type Source } from './source.ts'
import { hashOf, readString, sameBytes } from './strings.ts'
import type { LeadTable } from './table.ts'
import { textOf } from './text.ts'

/** The text of an id, as bytes of the line: of a string without escapes, or the digits of a whole number. */
export class IdSpan {
  start = 0
  /** Equal to `start` where there is no id. */
  end = 0

  /** Behind the value; -1: it is an id in a form that is read the slow way. */
  read(c: Source, at: number): number {
    const { bytes } = c
    const isText = bytes[at] === 0x22 /* " */
    const end = isText ? readString(c, at) : passValue(c, at)
    if (end < 0 || (isText && !c.plain)) return -1
    const isNumber = !isText && passNumber(c, at) >= 0
    this.start = isText ? at + 1 : at
    this.end = isText ? end - 1 : isNumber ? end : at
    return !isNumber || (end - at <= 15 && areDigits(bytes, at, end)) ? end : -1
  }
}

function areDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isDigit(bytes[at] as number)) return false
  return true
}

/** The ids of the events of one lead, in the order of the data. */
export class EventIds {
  readonly #c: Source
  readonly #span = new IdSpan()
  #starts = new Int32Array(64)
  #ends = new Int32Array(64)
  #events = 0
  #known = 0
  /** An event and one, or 0; of as many entries as `#mask` says. */
  #slots = new Int32Array(256)

  constructor(c: Source) {
    this.#c = c
  }

  get any(): boolean {
    return this.#known > 0
  }

  clear(): void {
    this.#events = 0
    this.#known = 0
  }

  /** The next event, as yet without an id. */
  begin(): void {
    if (this.#events === this.#starts.length) this.#grow()
    this.#starts[this.#events] = this.#ends[this.#events] = 0
    this.#events++
  }

  /** Its id. Behind it, or -1. */
  read(at: number): number {
    const event = this.#events - 1
    const end = this.#span.read(this.#c, at)
    this.#starts[event] = this.#span.start
    this.#ends[event] = this.#span.end
    if (this.#span.end > this.#span.start) this.#known++
    return end
  }

  /** Empty where it has none. */
  text(event: number): string {
    return textOf(this.#c.bytes, this.#starts[event] as number, this.#ends[event] as number)
  }

  /** Whether no two events of a type, from `first` on in the table, have the same id. */
  areDistinct(table: LeadTable, first: number): boolean {
    if (this.#known < 2) return true
    const mask = this.#clearedSlots() - 1
    for (let event = 0; event < this.#events; event++) {
      if (this.#ends[event] !== this.#starts[event] && !this.#enter(event, mask, table, first)) return false
    }
    return true
  }

  #clearedSlots(): number {
    const size = 2 << (32 - Math.clz32(this.#events))
    if (size > this.#slots.length) this.#slots = new Int32Array(size)
    else this.#slots.fill(0, 0, size)
    return size
  }

  #enter(event: number, mask: number, table: LeadTable, first: number): boolean {
    const type = table.eventType[first + event] as number
    const hash = hashOf(this.#c.view, this.#starts[event] as number, this.#ends[event] as number)
    let slot = (hash + type) & mask
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = (this.#slots[slot] as number) - 1
      if (table.eventType[first + other] === type && this.#areSame(event, other)) return false
    }
    this.#slots[slot] = event + 1
    return true
  }

  #areSame(one: number, other: number): boolean {
    const [start, otherStart] = [this.#starts[one] as number, this.#starts[other] as number]
    const length = (this.#ends[one] as number) - start
    const { view } = this.#c
    return length === (this.#ends[other] as number) - otherStart && sameBytes(view, start, view, otherStart, length)
  }

  #grow(): void {
    const [starts, ends] = [this.#starts, this.#ends]
    this.#starts = new Int32Array(starts.length * 2)
    this.#starts.set(starts)
    this.#ends = new Int32Array(ends.length * 2)
    this.#ends.set(ends)
  }
}
