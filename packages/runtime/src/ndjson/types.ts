import type { EventType } from '../program.ts'
import type { Key } from './keys.ts'
import { typeKeys } from './layout.ts'
import { RecordReader } from './record.ts'
import { passValue } from './scan.ts'
import { longestShort, numberAt, ShortNumbers } from './short.ts'
import { afterSpace, type Source } from './source.ts'
import { Spans } from './spans.ts'
import { readString } from './strings.ts'
import { textOf } from './text.ts'

/** Of an event that the model does not know. */
export const STRANGER = -1
/** Of an event that cannot be read the fast way. */
export const UNUSUAL = -2
/** Of a Segment call, whose event's name may stand under `event`. */
const TRACK = -3

/** So many names are remembered. */
const mostNames = 1 << 12

/** Finds the type of an event before the rest of it is read. */
export class TypeReader extends RecordReader {
  /** After `read`: behind the type, where the event begins with it; else -1. */
  end = -1
  readonly #indices: ReadonlyMap<string, number>
  /** What an event called `track` is. */
  readonly #track: number
  readonly #call: typeof TRACK | typeof UNUSUAL
  readonly #long = new Spans()
  readonly #types: number[] = []
  readonly #short = new ShortNumbers()
  #learned = 0
  readonly #keys = typeKeys()
  #type = -1
  #event = -1
  #nameEnd = -1

  /** @param calls types of events that are read the slow way, unless the model knows them */
  constructor(c: Source, types: readonly EventType[], calls: readonly string[]) {
    super(c)
    const known = types.map(({ name }, index) => [name, index] as const)
    this.#indices = new Map([...calls.map(name => [name, UNUSUAL] as const), ...known])
    this.#track = this.#indices.get('track') ?? STRANGER
    this.#call = calls.includes('track') ? UNUSUAL : TRACK
  }

  /** The index of the type of the event that begins at the place; or one of the above. */
  read(start: number): number {
    const { c } = this
    const type = beginsWithType(c.view, start) ? this.#nameAt(afterSpace(c.bytes, start + 8)) : TRACK
    this.end = type === TRACK ? -1 : this.#nameEnd
    return type === TRACK ? this.#search(start) : type
  }

  /** Wherever the type stands. The name of a call counts where there is no type, or one that only says that it is a call. */
  #search(start: number): number {
    this.#type = -1
    this.#event = -1
    if (this.readRecord(this.#keys, start) < 0) return UNUSUAL
    const type = this.#type < 0 ? TRACK : this.#nameAt(this.#type)
    if (type !== TRACK) return type
    if (this.#event < 0) return this.#type < 0 ? UNUSUAL : this.#track
    const event = this.#nameAt(this.#event)
    return event === TRACK ? this.#track : event
  }

  protected take({ role }: Key, at: number): number {
    if ((role === 'type' && this.#type >= 0) || (role === 'event' && this.#event >= 0)) return -1
    if (role === 'type') this.#type = at
    if (role === 'event' && this.c.bytes[at] === 0x22 /* " */) this.#event = at
    return passValue(this.c, at)
  }

  /** Of an empty name, one with escapes, or what is no name: unusual. */
  #nameAt(at: number): number {
    const { c } = this
    if (c.bytes[at] !== 0x22 /* " */) return UNUSUAL
    const known = numberAt(c, at, this.#short)
    this.#nameEnd = known >= 0 ? c.end : readString(c, at)
    return known >= 0 ? known + TRACK : this.#longAt(at, this.#nameEnd)
  }

  #longAt(at: number, end: number): number {
    const { c } = this
    if (end <= at + 2 || !c.plain) return UNUSUAL
    const place = this.#long.find(c, at, end, c.hash)
    return place >= 0 ? (this.#types[place] as number) : this.#learn(at, end)
  }

  #learn(at: number, end: number): number {
    const { c } = this
    const name = textOf(c.bytes, at + 1, end - 1)
    const type = name === 'track' ? this.#call : (this.#indices.get(name) ?? STRANGER)
    if (++this.#learned > mostNames) return type
    if (end - at - 2 <= longestShort) this.#short.add(c, at + 1, end - 1, type - TRACK)
    else this.#types[this.#long.add(c, at, end, c.hash)] = type
    return type
  }
}

/** Most events begin with `{"type":`. */
function beginsWithType(view: DataView, at: number): boolean {
  return view.getInt32(at, true) === 0x7974227b /* {"ty */ && view.getInt32(at + 4, true) === 0x3a226570 /* pe": */
}
