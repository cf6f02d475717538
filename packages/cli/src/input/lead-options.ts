/** What the command line says of leads, for commands that can do without them. */
import { usageError } from '../exit.ts'
import type { DataOptions } from './source.ts'

export interface LeadOptions extends DataOptions {
  readonly leads?: string
  readonly now?: string
}

export const leadsAdvice = 'Name their file: --leads leads.ndjson'

/** @throws Stop where something is said of leads, and there are none. */
export function requireLeads({ leads, events, id, eventLead, now }: LeadOptions): void {
  if (leads !== undefined) return
  const [said] =
    Object.entries({ events, id, 'event-lead': eventLead, now }).find(([, value]) => value !== undefined) ?? []
  if (said !== undefined) throw usageError(`--${said} says something of leads, and there are none.`, leadsAdvice)
}

/** @throws Stop where leads that can be read only once would have to be read for several models. */
export function requireRereadable({ leads, events }: LeadOptions, models: number): void {
  if (models < 2 || (leads !== '-' && events !== '-')) return
  throw usageError(
    `Standard input can be read only once, and there are ${models} models.`,
    'Save the leads in a file, or name one model.',
  )
}

/** As people call the file. */
export const leadsName = (leads: string) => (leads === '-' ? 'standard input' : leads)

/** The files that are named, standard input not among them. */
export function dataFilesOf({ leads, events }: LeadOptions): readonly string[] {
  return [leads, events].filter(path => path !== undefined && path !== '-') as string[]
}
