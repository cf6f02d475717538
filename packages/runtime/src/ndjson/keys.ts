import { passColon } from './scan.ts'
import type { Slot } from './slots.ts'
import type { Source } from './source.ts'
import { Spans } from './spans.ts'
import { firstBytes, readString, sameBytes } from './strings.ts'
import { textOf } from './text.ts'

/** What a key of an object is for. */
export type Role =
  /** Nothing that the model reads. */
  | 'other'
  /** A value for `slot`. */
  | 'value'
  /** An object that is read by `inside`. */
  | 'record'
  | 'events'
  | 'type'
  | 'event'
  | 'at'
  | 'timestamp'
  | 'id'
  | 'messageId'
  /** Stands for several things: the line is read the slow way. */
  | 'odd'

export interface Meaning {
  readonly role: Role
  readonly slot?: Slot
  readonly inside?: Keys
  /** Of the keys that may hold a lead's id, which comes first; -1: it is none of them. */
  readonly rank?: number
}

const encoder = new TextEncoder()

/** A key, and the bytes of how most write it: `"name":`. */
export class Key {
  readonly role: Role
  readonly slot: Slot | undefined
  readonly inside: Keys | undefined
  readonly rank: number
  readonly length: number
  /** Which key followed it last: most lines have their keys in one order. */
  next: Key = this
  /** The stamp of the lead or event in which it was met last. */
  seen = -1
  /** The first 16 bytes as words, zeros behind them, with masks that say which of their bits count; and all that follows. */
  readonly #word0: number
  readonly #word1: number
  readonly #word2: number
  readonly #word3: number
  readonly #mask0: number
  readonly #mask1: number
  readonly #mask2: number
  readonly #mask3: number
  readonly #rest: DataView

  constructor(name: string, { role, slot, inside, rank = -1 }: Meaning) {
    const token = encoder.encode(`${JSON.stringify(name)}:`)
    const padded = new DataView(new ArrayBuffer(token.length + 20))
    for (const [at, byte] of token.entries()) padded.setUint8(at, byte)
    const maskAt = (at: number) => firstBytes(-1, Math.min(4, Math.max(0, token.length - at)))
    this.role = role
    this.slot = slot
    this.inside = inside
    this.rank = rank
    this.length = token.length
    this.#word0 = padded.getInt32(0, true)
    this.#word1 = padded.getInt32(4, true)
    this.#word2 = padded.getInt32(8, true)
    this.#word3 = padded.getInt32(12, true)
    this.#mask0 = maskAt(0)
    this.#mask1 = maskAt(4)
    this.#mask2 = maskAt(8)
    this.#mask3 = maskAt(12)
    this.#rest = new DataView(padded.buffer, 16)
  }

  isAt(view: DataView, at: number): boolean {
    const differs =
      ((view.getInt32(at, true) ^ this.#word0) & this.#mask0) |
      ((view.getInt32(at + 4, true) ^ this.#word1) & this.#mask1) |
      ((view.getInt32(at + 8, true) ^ this.#word2) & this.#mask2) |
      ((view.getInt32(at + 12, true) ^ this.#word3) & this.#mask3)
    return differs === 0 && (this.length <= 16 || sameBytes(this.#rest, 0, view, at + 16, this.length - 16))
  }
}

/** Of one object, this many keys that the model does not read are remembered. */
const mostLearned = 1 << 10

/** The keys of an object: what each is for, found by its bytes. */
export class Keys {
  readonly #spans = new Spans()
  readonly #keys: Key[] = []
  readonly #meanings: ReadonlyMap<string, Meaning>
  /** Before the first key of an object. As long as none followed it, it is expected itself, for which it has no meaning. */
  readonly start = new Key('', { role: 'odd' })
  /** Where its value begins, after `find`. */
  valueAt = 0

  constructor(meanings: ReadonlyMap<string, Meaning>) {
    this.#meanings = meanings
  }

  /** The key that stands there, which is from now on expected after `before`. Undefined: it is none, or has escapes. */
  find(c: Source, at: number, before: Key): Key | undefined {
    const end = c.bytes[at] === 0x22 /* " */ ? readString(c, at) : -1
    if (end < 0 || !c.plain) return undefined
    const place = this.#spans.find(c, at, end, c.hash)
    const key = place < 0 ? this.#learn(c, at, end) : (this.#keys[place] as Key)
    before.next = key
    this.valueAt = passColon(c.bytes, end)
    return this.valueAt < 0 ? undefined : key
  }

  #learn(c: Source, start: number, end: number): Key {
    const name = textOf(c.bytes, start + 1, end - 1)
    const meaning = this.#meanings.get(name)
    const key = new Key(name, meaning ?? { role: 'other' })
    if (meaning || this.#keys.length < mostLearned) this.#keys[this.#spans.add(c, start, end, c.hash)] = key
    return key
  }
}
