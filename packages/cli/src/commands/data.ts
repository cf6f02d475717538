/** What `score` and `explain` have in common: leads with their events. */
import type { Program } from '@merit-lang/runtime'
import { usageError } from '../exit.ts'
import { type EventCounts, eventLeadKeysFor, eventRows, leadEvents } from '../input/events.ts'
import { joinDefaults, mapLeads } from '../input/join.ts'
import { type LeadInput, type LeadsFile, openLeads } from '../input/leads.ts'
import { sizeOf } from '../input/open.ts'
import type { Problems } from '../input/problems.ts'
import { openRecords } from '../input/records.ts'
import { counted } from '../print/numbers.ts'
import { complain } from '../terminal.ts'

export interface DataOptions {
  readonly events?: string
  readonly id?: string
  readonly eventLead?: string
}

export interface LeadSource {
  readonly name: string
  /** What `map` makes of each lead with its events, in the order of the file. */
  readonly map: <T>(map: (lead: LeadInput) => T) => AsyncIterable<T>
}

/** @throws Stop if a file cannot be read at all. */
export async function openSource(
  program: Program,
  path: string,
  options: DataOptions,
  problems: Problems,
): Promise<LeadSource> {
  const file = await openLeads(path, { attributes: program.attributes, idKey: options.id, problem: problems.report })
  if (options.events === undefined) return { name: file.name, map: map => mapped(file.leads, map) }
  return withEventsFile(program, file, options.events, options, problems)
}

async function* mapped<T>(leads: AsyncIterable<LeadInput>, map: (lead: LeadInput) => T): AsyncGenerator<T> {
  for await (const lead of leads) yield map(lead)
}

async function withEventsFile(
  program: Program,
  file: LeadsFile,
  path: string,
  options: DataOptions,
  problems: Problems,
): Promise<LeadSource> {
  const size = await sizeOf(path)
  if (size === undefined)
    throw usageError('Events cannot come from standard input.', 'Name their file: --events events.ndjson')
  const { name, records } = await openRecords(path, {
    noun: 'event',
    wrappers: ['events', 'batch'],
    problem: problems.report,
    row: eventRows(program.events),
  })
  const keys = options.eventLead === undefined ? eventLeadKeysFor(file.idKey) : [options.eventLead]
  const counts: EventCounts = { calls: 0, withoutLead: 0, total: 0 }
  const strays = { leads: 0, events: 0 }
  const onStray = (events: number) => {
    strays.leads++
    strays.events += events
  }
  async function* map<T>(make: (lead: LeadInput) => T): AsyncGenerator<T> {
    yield* mapLeads(file.leads, { rows: leadEvents(records, keys, counts), size: size ?? 0 }, make, {
      ...joinDefaults,
      onStray,
    })
    reportCounts(name, file.name, keys, counts, strays)
  }
  return { name: file.name, map }
}

function reportCounts(
  events: string,
  leads: string,
  keys: readonly string[],
  counts: EventCounts,
  strays: { readonly leads: number; readonly events: number },
): void {
  const { calls, withoutLead, total } = counts
  if (calls > 0) complain(`${events}: ${counted(calls, 'call')} such as identify left out: they are not events.`)
  if (withoutLead > 0)
    complain(
      `${events}: ${counted(withoutLead, 'event')} left out: no lead under ${listed(keys)} (--event-lead names the key).`,
    )
  if (total > 0 && strays.events === total)
    complain(`${events}: none of its events belongs to a lead in ${leads}; do --id and --event-lead name the same ids?`)
  else if (strays.events > 0)
    complain(
      `${events}: ${counted(strays.events, 'event')} of ${counted(strays.leads, 'lead')} that ${leads} does not have.`,
    )
}

const listed = (keys: readonly string[]) => keys.map(key => `\`${key}\``).join(', ')
