import type { Key, Keys } from './keys.ts'
import { afterSpace, CLOSE_RECORD, COMMA, NOT, type Source } from './source.ts'

/** Reads objects whose keys have meanings. */
export abstract class RecordReader {
  readonly c: Source

  constructor(c: Source) {
    this.c = c
  }

  /** Reads or passes the value of this key. */
  protected abstract take(key: Key, at: number): number

  protected readRecord(keys: Keys, start: number): number {
    const at = afterSpace(this.c.bytes, start + 1)
    return this.c.bytes[at] === CLOSE_RECORD ? at + 1 : this.#readMembers(keys, keys.start, at)
  }

  /** What follows the value of `before` in its object. */
  protected readRest(keys: Keys, before: Key, start: number): number {
    const { bytes } = this.c
    const at = afterSpace(bytes, start)
    if (bytes[at] !== COMMA) return bytes[at] === CLOSE_RECORD ? at + 1 : NOT
    return this.#readMembers(keys, before, afterSpace(bytes, at + 1))
  }

  #readMembers(keys: Keys, first: Key, start: number): number {
    const { c } = this
    const { bytes } = c
    let before = first
    let at = start
    for (;;) {
      let key: Key | undefined = before.next
      if (key.isAt(c, at)) at = afterSpace(bytes, at + key.length)
      else {
        key = keys.find(c, at, before)
        if (key === undefined) return NOT
        at = keys.valueAt
      }
      at = this.take(key, at)
      if (at < 0) return NOT
      at = afterSpace(bytes, at)
      if (bytes[at] !== COMMA) return bytes[at] === CLOSE_RECORD ? at + 1 : NOT
      at = afterSpace(bytes, at + 1)
      before = key
    }
  }
}
