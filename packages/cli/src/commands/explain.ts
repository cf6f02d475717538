/** `merit explain MODEL LEADS --lead ID`: why one lead has its scores. */
import { nearest } from '@merit-lang/language'
import { type Explanation, explain, type Program, readLead } from '@merit-lang/runtime'
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { readNow } from '../input/instant.ts'
import type { LeadInput } from '../input/leads.ts'
import { Problems } from '../input/problems.ts'
import { loadProgram } from '../models/load.ts'
import { renderExplanation } from '../print/explanation/explanation.ts'
import { print, screenOf } from '../terminal.ts'
import { type DataOptions, openSource } from './data.ts'

export const explainFormats = ['pretty', 'json'] as const

export interface ExplainOptions extends DataOptions {
  readonly lead?: string
  readonly now?: string
  readonly format: (typeof explainFormats)[number]
  readonly all?: boolean
}

export async function explainLead(model: string, leads: string, options: ExplainOptions): Promise<ExitCode> {
  const program = loadProgram(model)
  const now = readNow(options.now, program)
  const problems = new Problems()
  const found = await findLead(program, leads, options, problems)
  const explanation = explain(program, readLead(program, found.data, { id: found.id }), now)
  print(formats[options.format](explanation, model, options))
  return problems.count > 0 ? exitCodes.data : exitCodes.done
}

const formats = {
  pretty: (explanation, model, { all }) =>
    renderExplanation(explanation, screenOf(process.stdout), model, all === true),
  json: explanation => JSON.stringify(explanation, null, 2),
} satisfies {
  [Format in ExplainOptions['format']]: (explanation: Explanation, model: string, options: ExplainOptions) => string
}

/** Ids that are kept to name the nearest when the wanted one is not there. */
const mostIds = 20_000

async function findLead(
  program: Program,
  leads: string,
  options: ExplainOptions,
  problems: Problems,
): Promise<LeadInput> {
  const ids: string[] = []
  let only: LeadInput | undefined
  const { lead: wanted } = options
  // Without `--lead`, a file of one lead leaves no doubt.
  const pick = (lead: LeadInput) => (wanted === undefined ? lead : lead.id === wanted ? lead : lead.id)
  const source = await openSource(program, leads, options, problems)
  for await (const candidate of source.map(pick)) {
    if (typeof candidate === 'string') {
      if (ids.length < mostIds) ids.push(candidate)
    } else if (wanted !== undefined) return candidate
    else if (only) throw usageError(`${source.name} has several leads: say which one.`, `--lead ${quoted(only.id)}`)
    else only = candidate
  }
  if (only) return only
  throw notFound(source.name, wanted, ids)
}

function notFound(file: string, wanted: string | undefined, ids: readonly string[]): Error {
  if (wanted === undefined) return usageError(`${file} has no leads.`)
  const near = nearest(wanted, ids)
  const examples = ids.slice(0, 3).map(quoted).join(', ')
  const advice =
    near === undefined ? `Its ids are such as ${examples}; --id names another key.` : `Did you mean ${quoted(near)}?`
  return usageError(`${file} has no lead \`${wanted}\`.`, ids.length === 0 ? undefined : advice)
}

const quoted = (id: string) => (/^[\w.@+-]+$/.test(id) ? id : JSON.stringify(id))
