/** The text of a data file as sample leads. What cannot be read is told, with its line, and left out. */
import {
  type DataRecord,
  eventLeadKeysFor,
  eventRows,
  extensionOf,
  type Fields,
  formatByExtension,
  idKeyOf,
  idOf,
  keepsIds,
  keysToTry,
  leadEvents,
  leadRows,
  misnamed,
  misnamedNote,
  ownEvents,
  recordsOf,
  withEvents,
} from '@merit-lang/leads'
import type { Program } from '@merit-lang/runtime'
import type { Breathe } from '../evaluate/breathe.ts'
import { nameOf } from './find.ts'

/** Of longer files the beginning is read. In bytes. */
export const LONGEST_SAMPLES = 50_000_000
export const MOST_LEADS = 100_000

/** A file as far as it was read. */
export interface SampleText {
  readonly path: string
  readonly text: string
  /** Whether it goes on where the text ends. */
  readonly cut: boolean
}

export interface Sample {
  /** Absent where the lead has none. */
  readonly id: string | undefined
  /** As `readLead` takes it. */
  readonly data: Fields
  /** The instant for which it is scored, where it has one of its own: milliseconds since 1970 UTC. */
  readonly now?: number
}

export interface SampleProblem {
  readonly path: string
  /** From 1; absent where the whole file is meant. */
  readonly line?: number
  /** A sentence. */
  readonly message: string
  /** There is no such file, or nobody may read it. */
  readonly unread?: true
}

export interface SampleLeads {
  readonly leads: readonly Sample[]
  /** Whether the file has more leads than these. */
  readonly cut: boolean
  /** The first of them. */
  readonly problems: readonly SampleProblem[]
}

const MOST_PROBLEMS = 100

/** Never throws, whatever the text, but what `breathe` throws. */
export async function readSamples(
  leads: SampleText,
  events: SampleText | undefined,
  program: Program,
  breathe: Breathe,
): Promise<SampleLeads> {
  const reading = new Reading(breathe)
  const found = await readLeads(leads, program, reading)
  const withTheirs = events ? await joined(found, events, program, reading) : found.leads
  return { leads: withTheirs, cut: found.cut, problems: reading.problems }
}

class Refused extends Error {}

class Reading {
  readonly problems: SampleProblem[] = []
  readonly breathe: Breathe

  constructor(breathe: Breathe) {
    this.breathe = breathe
  }

  tell(problem: SampleProblem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem)
  }

  /** The records of the text up to what cannot be read at all. What a cut text ends in is no mistake. */
  async *records(file: SampleText, noun: 'lead' | 'event', row: Parameters<typeof recordsOf>[1]['row']) {
    const { path } = file
    let ended = false
    const texts = async function* (breathe: Breathe) {
      yield* pieces(file.text, breathe)
      ended = true
    }
    const { records } = recordsOf(
      { name: nameOf(path), format: formatOf(path), texts: () => texts(this.breathe) },
      {
        noun,
        wrappers: noun === 'lead' ? ['leads'] : ['events', 'batch'],
        row,
        problem: (_, line, message) => {
          if (!(file.cut && ended)) this.tell({ path, line, message: `${message}.` })
        },
        refusal: (message, advice) => new Refused([message, advice].filter(Boolean).join(' ')),
      },
    )
    try {
      yield* records
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      this.tell({ path, message: error.message })
    }
  }
}

const formatOf = (path: string) => formatByExtension(extensionOf(path)) ?? 'csv'

/** In UTF-16 units: what is read between two breaths. */
const PIECE = 1 << 14

async function* pieces(text: string, breathe: Breathe): AsyncGenerator<string> {
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length; start += PIECE) {
    await breathe()
    yield text.slice(start, start + PIECE)
  }
}

interface Found {
  readonly leads: readonly Sample[]
  readonly cut: boolean
  readonly idKey: string | undefined
}

async function readLeads(file: SampleText, program: Program, reading: Reading): Promise<Found> {
  let header: readonly string[] | undefined
  const readRow = leadRows({ attributes: program.attributes, keep: keepsIds(undefined) })
  const rows = (columns: readonly string[]) => {
    header = columns
    return readRow(columns)
  }
  const leads: Sample[] = []
  let idKey: string | undefined
  let keys: readonly string[] = []
  for await (const { fields } of reading.records(file, 'lead', rows)) {
    if (leads.length === 0) {
      idKey = idKeyOf(fields, undefined)
      keys = keysToTry(undefined, idKey)
      tellMisnamed(file.path, program, header ?? Object.keys(fields), reading)
    }
    if (leads.length === MOST_LEADS) return { leads, cut: true, idKey }
    leads.push({ id: idOf(fields, keys), data: ownEvents(fields) })
  }
  if (leads.length === 0 && reading.problems.length === 0)
    reading.tell({ path: file.path, message: 'The file has no leads.' })
  return { leads, cut: file.cut, idKey }
}

function tellMisnamed(path: string, { attributes }: Program, keys: readonly string[], reading: Reading): void {
  for (const found of misnamed(attributes, keys)) {
    const note = misnamedNote(found)
    reading.tell({ path, line: 1, message: note.charAt(0).toUpperCase() + note.slice(1) })
  }
}

async function joined(
  { leads, idKey }: Found,
  file: SampleText,
  program: Program,
  reading: Reading,
): Promise<readonly Sample[]> {
  if (idKey === undefined) {
    reading.tell({ path: file.path, message: 'The leads have no ids by which these events would find them.' })
    return leads
  }
  const byLead = new Map<string, Fields[]>()
  const counts = { calls: 0, withoutLead: 0, total: 0 }
  const records: AsyncIterable<DataRecord> = reading.records(file, 'event', eventRows(program.events))
  for await (const { lead, event } of leadEvents(records, eventLeadKeysFor(idKey), counts)) {
    const events = byLead.get(lead)
    if (events) events.push(event)
    else byLead.set(lead, [event])
  }
  return leads.map(sample => ({ ...sample, data: withEvents(sample.data, byLead.get(sample.id ?? '') ?? []) }))
}
