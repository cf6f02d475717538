import type { Key, Keys } from './keys.ts'
import { readValueInto } from './quick.ts'
import { afterSpace, type Source } from './source.ts'

/** Reads objects whose keys have meanings. */
export abstract class RecordReader {
  readonly c: Source
  /** Of the lead or event at hand, and its row. */
  protected stamp = 0
  protected row = 0

  constructor(c: Source) {
    this.c = c
  }

  /** Reads or passes the value of this key. */
  protected abstract take(key: Key, at: number): number

  protected readSlot({ slot }: Key, at: number): number {
    if (slot === undefined || slot.seen === this.stamp) return -1
    slot.seen = this.stamp
    return readValueInto(this.c, at, slot, this.row)
  }

  protected readRecord(keys: Keys, start: number): number {
    const at = afterSpace(this.c.bytes, start + 1)
    return this.c.bytes[at] === 0x7d /* } */ ? at + 1 : this.#readMembers(keys, keys.start, at)
  }

  /** What follows the value of `before` in its object. */
  protected readRest(keys: Keys, before: Key, start: number): number {
    const { bytes } = this.c
    const at = afterSpace(bytes, start)
    if (bytes[at] !== 0x2c /* , */) return bytes[at] === 0x7d /* } */ ? at + 1 : -1
    return this.#readMembers(keys, before, afterSpace(bytes, at + 1))
  }

  #readMembers(keys: Keys, first: Key, start: number): number {
    const { c } = this
    const { bytes, view } = c
    let before = first
    let at = start
    for (;;) {
      let key: Key | undefined = before.next
      if (key.isAt(view, at)) at = afterSpace(bytes, at + key.length)
      else {
        key = keys.find(c, at, before)
        if (key === undefined) return -1
        at = keys.valueAt
      }
      at = key.slot !== undefined && key.rank < 0 ? this.readSlot(key, at) : this.take(key, at)
      if (at < 0) return -1
      at = afterSpace(bytes, at)
      if (bytes[at] !== 0x2c /* , */) return bytes[at] === 0x7d /* } */ ? at + 1 : -1
      at = afterSpace(bytes, at + 1)
      before = key
    }
  }
}
