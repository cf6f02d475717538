import { passColon } from './scan.ts'
import type { Slot } from './slots.ts'
import { QUOTE, type Source } from './source.ts'
import { Spans } from './spans.ts'
import { readString, sameBytes } from './strings.ts'
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

/** A key as most write it, `"name":`. Readable four bytes beyond its length. */
export class Key {
  readonly role: Role
  readonly slot: Slot | undefined
  readonly inside: Keys | undefined
  readonly rank: number
  readonly token: DataView
  readonly length: number
  /** Which key followed it last: most lines have their keys in one order. */
  next: Key = this
  /** The stamp of the lead or event in which it was met last. */
  seen = -1

  constructor(name: string, { role, slot, inside, rank = -1 }: Meaning) {
    const token = encoder.encode(`${JSON.stringify(name)}:    `)
    this.role = role
    this.slot = slot
    this.inside = inside
    this.rank = rank
    this.token = new DataView(token.buffer, token.byteOffset, token.length)
    this.length = token.length - 4
  }

  isAt(c: Source, at: number): boolean {
    return sameBytes(this.token, 0, c.view, at, this.length)
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
    const end = c.bytes[at] === QUOTE ? readString(c, at) : -1
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
