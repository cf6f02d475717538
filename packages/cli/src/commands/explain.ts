/** `merit explain MODEL LEADS --lead ID`: why one lead has its scores. */
import { nearest } from '@merit-lang/language'
import { explain, type Program, readLead } from '@merit-lang/runtime'
import { forecastOf } from '@merit-lang/runtime/forecast'
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { readNow } from '../input/instant.ts'
import type { LeadInput } from '../input/leads.ts'
import { openData } from '../input/open.ts'
import { Problems } from '../input/problems.ts'
import { type DataOptions, openSource, type Source, withItsEvents } from '../input/source.ts'
import { type LoadOptions, loadProgram } from '../models/load.ts'
import { type Account, type ExplanationOptions, renderExplanation } from '../print/explanation/explanation.ts'
import { print, screenOf } from '../terminal.ts'

export const explainFormats = ['pretty', 'json'] as const

export interface ExplainOptions extends DataOptions, LoadOptions {
  readonly lead?: string
  readonly now?: string
  readonly format: (typeof explainFormats)[number]
  readonly all?: boolean
  readonly forecast?: boolean
}

export async function explainLead(model: string, leads: string, options: ExplainOptions): Promise<ExitCode> {
  const { program } = await loadProgram(model, options)
  const now = readNow(options.now, program)
  const problems = new Problems()
  const found = await findLead(program, leads, options, problems)
  const lead = readLead(program, found.data, { id: found.id })
  const forecast = options.forecast ? { forecast: forecastOf(program, lead, now) } : {}
  const account = { ...explain(program, lead, now), ...forecast }
  print(formats[options.format](account, { model, zone: program.zone, all: options.all === true }))
  return problems.count > 0 ? exitCodes.data : exitCodes.done
}

const formats = {
  pretty: (account, options) => renderExplanation(account, screenOf(process.stdout), options),
  json: account => JSON.stringify(account, null, 2),
} satisfies {
  [Format in ExplainOptions['format']]: (account: Account, options: ExplanationOptions) => string
}

/** Ids that are kept to name the nearest when the wanted one is not there. */
const mostIds = 20_000

async function findLead(
  program: Program,
  leads: string,
  options: ExplainOptions,
  problems: Problems,
): Promise<LeadInput> {
  const source = await openSource(program, await openData(leads), options, problems)
  const lead = options.lead === undefined ? await onlyLead(source) : await leadCalled(source, options.lead)
  return withItsEvents(lead, source)
}

/** Without `--lead`, a file of one lead leaves no doubt. */
async function onlyLead({ name, leads }: Source): Promise<LeadInput> {
  let only: LeadInput | undefined
  for await (const lead of leads) {
    if (only) throw usageError(`${name} has several leads: say which one.`, `--lead ${quoted(only.id)}`)
    only = lead
  }
  if (only) return only
  throw usageError(`${name} has no leads.`)
}

async function leadCalled({ name, leads }: Source, wanted: string): Promise<LeadInput> {
  const ids: string[] = []
  for await (const lead of leads) {
    if (lead.id === wanted) return lead
    if (ids.length < mostIds) ids.push(lead.id)
  }
  throw notFound(name, wanted, ids)
}

function notFound(file: string, wanted: string, ids: readonly string[]): Error {
  const near = nearest(wanted, ids)
  const examples = ids.slice(0, 3).map(quoted).join(', ')
  const others = ids.length === 0 ? undefined : `Its ids are such as ${examples}; --id names another key.`
  return usageError(`${file} has no lead \`${wanted}\`.`, near === undefined ? others : `Did you mean ${quoted(near)}?`)
}

const quoted = (id: string) => (/^[\w.@+-]+$/.test(id) ? id : JSON.stringify(id))
