/**
 * Leads with the events of a second file. Small event files are held in memory; larger ones are split, with the leads, by a
 * hash of the lead into parts on disk that are held one after the other, and what comes of the leads is put back in order.
 * Memory is one part, whatever the files' sizes.
 */
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Fields, type LeadEventRow, lines, withEvents } from '@merit-lang/leads'
import { temporaryFolder } from '../temporary.ts'
import { decodeUtf8 } from './decode.ts'
import type { LeadInput } from './leads.ts'
import { hashOf } from './seen.ts'

export interface Events {
  readonly rows: AsyncIterable<LeadEventRow>
  /** Bytes, about. */
  readonly size: number
}

export interface JoinOptions {
  /** Event files of up to this many bytes are held whole; parts are half as large. */
  readonly inMemory: number
  /** Told of each event's lead that is not among the leads, with how many events it has. */
  readonly onStray: (events: number) => void
}

export const joinDefaults = { inMemory: 64 * 1024 * 1024 } as const

/** What `map` makes of each lead with its events, in the order of the leads. Results are kept as JSON in between. */
export function mapLeads<T>(
  leads: AsyncIterable<LeadInput>,
  events: Events,
  map: (lead: LeadInput) => T,
  options: JoinOptions,
): AsyncIterable<T> {
  return events.size <= options.inMemory
    ? inMemory(leads, events.rows, map, options)
    : onDisk(leads, events, map, options)
}

// ---------------------------------------------------------------- in memory

class Grouped {
  readonly #byLead = new Map<string, { events: Fields[]; taken: boolean }>()

  add({ lead, event }: LeadEventRow): void {
    const group = this.#byLead.get(lead)
    if (group) group.events.push(event)
    else this.#byLead.set(lead, { events: [event], taken: false })
  }

  /** The lead with its events, which are then not strays. */
  complete(lead: LeadInput): LeadInput {
    const group = this.#byLead.get(lead.id)
    if (!group) return lead
    group.taken = true
    return { ...lead, data: withEvents(lead.data, group.events) }
  }

  reportStrays(onStray: (events: number) => void): void {
    for (const { events, taken } of this.#byLead.values()) if (!taken) onStray(events.length)
  }
}

async function* inMemory<T>(
  leads: AsyncIterable<LeadInput>,
  rows: AsyncIterable<LeadEventRow>,
  map: (lead: LeadInput) => T,
  { onStray }: JoinOptions,
): AsyncGenerator<T> {
  const grouped = new Grouped()
  for await (const row of rows) grouped.add(row)
  for await (const lead of leads) yield map(grouped.complete(lead))
  grouped.reportStrays(onStray)
}

// ---------------------------------------------------------------- on disk

/** Each part has three files open at times; systems allow a process about a thousand. */
const mostParts = 250

async function* onDisk<T>(
  leads: AsyncIterable<LeadInput>,
  events: Events,
  map: (lead: LeadInput) => T,
  options: JoinOptions,
): AsyncGenerator<T> {
  const folder = temporaryFolder()
  try {
    const count = Math.min(mostParts, Math.ceil((2 * events.size) / options.inMemory))
    const parts = Array.from({ length: count }, (_, index) => join(folder.path, String(index)))
    await split(events.rows, row => row.lead, parts, '.events')
    await split(leads, lead => lead.id, parts, '.leads')
    for (const part of parts) await mapPart(part, map, options)
    yield* merged<T>(parts)
  } finally {
    folder.remove()
  }
}

async function split<R>(rows: AsyncIterable<R>, keyOf: (row: R) => string, parts: readonly string[], suffix: string) {
  const writers = parts.map(part => new LineWriter(part + suffix))
  try {
    for await (const row of rows) writers[hashOf(keyOf(row)) % parts.length]?.write(row)
  } finally {
    for (const writer of writers) writer.close()
  }
}

async function mapPart<T>(part: string, map: (lead: LeadInput) => T, { onStray }: JoinOptions): Promise<void> {
  const grouped = new Grouped()
  for await (const row of readLines<LeadEventRow>(`${part}.events`)) grouped.add(row)
  const writer = new LineWriter(`${part}.results`)
  try {
    for await (const lead of readLines<LeadInput>(`${part}.leads`))
      writer.write([lead.index, map(grouped.complete(lead))])
  } finally {
    writer.close()
  }
  grouped.reportStrays(onStray)
}

/** The parts' results by the leads' index, each part being in order. */
async function* merged<T>(parts: readonly string[]): AsyncGenerator<T> {
  const readers = parts.map(part => readLines<[number, T]>(`${part}.results`))
  const heads = await Promise.all(readers.map(reader => reader.next()))
  for (;;) {
    const next = smallest(heads)
    const head = heads[next]
    if (head === undefined || head.done) return
    yield head.value[1]
    heads[next] = await (readers[next] as AsyncGenerator<[number, T]>).next()
  }
}

function smallest(heads: readonly IteratorResult<[number, unknown]>[]): number {
  let best = -1
  let bestIndex = Number.POSITIVE_INFINITY
  for (const [at, head] of heads.entries()) {
    if (head.done || head.value[0] >= bestIndex) continue
    best = at
    bestIndex = head.value[0]
  }
  return best
}

async function* readLines<R>(path: string): AsyncGenerator<R, undefined> {
  for await (const { text } of lines(decodeUtf8(createReadStream(path), () => {}))) {
    if (text !== undefined) yield JSON.parse(text) as R
  }
}

/** One JSON value a line, written in blocks. */
class LineWriter {
  readonly #file: number
  #pending: string[] = []
  #length = 0

  constructor(path: string) {
    this.#file = openSync(path, 'w')
  }

  write(value: unknown): void {
    const text = `${JSON.stringify(value)}\n`
    this.#pending.push(text)
    this.#length += text.length
    if (this.#length > 1 << 16) this.#flush()
  }

  close(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #flush(): void {
    writeSync(this.#file, this.#pending.join(''))
    this.#pending = []
    this.#length = 0
  }
}
