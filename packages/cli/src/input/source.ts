/** What leads are scored from: a file of leads, and perhaps one of their events. */
import {
  type EventCounts,
  eventLeadKeysFor,
  eventRows,
  type Fields,
  type LeadEventRow,
  leadEvents,
  recordsOf,
  withEvents,
} from '@merit-lang/leads'
import type { Program } from '@merit-lang/runtime'
import { dataError, usageError } from '../exit.ts'
import { counted } from '../print/numbers.ts'
import { joinDefaults, mapLeads } from './join.ts'
import { type LeadInput, type LeadsFile, leadsOf } from './leads.ts'
import { type DataFile, openData, sizeOf } from './open.ts'
import type { Problems } from './problems.ts'

export interface DataOptions {
  readonly events?: string
  readonly id?: string
  readonly eventLead?: string
}

export interface Source extends LeadsFile {
  readonly events: EventsFile | undefined
  readonly note: Problems['note']
}

interface EventsFile {
  readonly name: string
  readonly size: number
  readonly rows: AsyncIterable<LeadEventRow>
  readonly leadKeys: readonly string[]
  /** Of the rows read so far. */
  readonly counts: EventCounts
}

/** @throws Stop if a file cannot be read at all. */
export async function openSource(
  program: Pick<Program, 'attributes' | 'events'>,
  data: DataFile,
  options: DataOptions,
  problems: Problems,
): Promise<Source> {
  const { report: problem, note } = problems
  const file = await leadsOf(data, { attributes: program.attributes, idKey: options.id, problem, note })
  const { events } = options
  return {
    ...file,
    note,
    events: events === undefined ? undefined : await openEvents(program, events, file, options, problems),
  }
}

async function openEvents(
  program: Pick<Program, 'attributes' | 'events'>,
  path: string,
  file: LeadsFile,
  { eventLead }: DataOptions,
  problems: Problems,
): Promise<EventsFile> {
  const size = await sizeOf(path)
  if (size === undefined)
    throw usageError('Events cannot come from standard input.', 'Name their file: --events events.ndjson')
  // By the numbers of their rows, leads would be given the events of others.
  if (file.idKey === undefined)
    throw usageError(`${file.name} has no ids by which events find their leads.`, '--id names the column or key.')
  const row = eventRows(program.events)
  const wrappers = ['events', 'batch']
  const { name, records } = recordsOf(await openData(path), {
    noun: 'event',
    wrappers,
    problem: problems.report,
    refusal: dataError,
    row,
  })
  const leadKeys = eventLead === undefined ? eventLeadKeysFor(file.idKey) : [eventLead]
  const counts: EventCounts = { calls: 0, withoutLead: 0, total: 0 }
  return { name, size, leadKeys, counts, rows: leadEvents(records, leadKeys, counts) }
}

/** What `map` makes of each lead with its events, in the order of the file; events that no lead has are said at the end. */
export async function* mapSource<T>(source: Source, map: (lead: LeadInput) => T): AsyncGenerator<T> {
  const { events } = source
  if (!events) {
    for await (const lead of source.leads) yield map(lead)
    return
  }
  const strays = { leads: 0, events: 0 }
  const onStray = (count: number) => {
    strays.leads++
    strays.events += count
  }
  yield* mapLeads(source.leads, events, map, { ...joinDefaults, onStray })
  for (const note of eventNotes(events, source.name, strays)) source.note(`${events.name}: ${note}`)
}

/** One lead with its events, the others being passed over. */
export async function withItsEvents(lead: LeadInput, { events }: Source): Promise<LeadInput> {
  const own: Fields[] = []
  for await (const row of events?.rows ?? []) if (row.lead === lead.id) own.push(row.event)
  return { ...lead, data: withEvents(lead.data, own) }
}

interface Strays {
  readonly leads: number
  readonly events: number
}

function eventNotes({ counts, leadKeys }: EventsFile, leads: string, strays: Strays): string[] {
  const { calls, withoutLead, total } = counts
  const keys = leadKeys.map(key => `\`${key}\``).join(', ')
  const none = total > 0 && strays.events === total
  return [
    ...(calls > 0 ? [`${counted(calls, 'call')} such as identify left out: they are not events.`] : []),
    ...(withoutLead > 0
      ? [`${counted(withoutLead, 'event')} left out: no lead under ${keys}; --event-lead names the key.`]
      : []),
    ...(none ? [`none of its events belongs to a lead in ${leads}. Do --id and --event-lead name the same ids?`] : []),
    ...(!none && strays.events > 0
      ? [
          `${counted(strays.events, 'event')} left out, of ${counted(strays.leads, 'lead')} that ${leads} does not have.`,
        ]
      : []),
  ]
}
