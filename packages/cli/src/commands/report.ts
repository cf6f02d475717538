/** `merit report MODEL…`: what a model is, does to leads and is tested for, as one page. */
import { type LeadsTold, type ModelReport, reportPage } from '@merit-lang/insight'
import { formatInstant } from '@merit-lang/runtime'
import packageJson from '../../package.json' with { type: 'json' }
import { type ExitCode, exitCodes } from '../exit.ts'
import { readNow } from '../input/instant.ts'
import { dataFilesOf, type LeadOptions, leadsName, requireLeads, requireRereadable } from '../input/lead-options.ts'
import { Problems } from '../input/problems.ts'
import { openOutput } from '../output.ts'
import { counted } from '../print/numbers.ts'
import { openReported } from '../reporting/models.ts'
import { type Opened, open } from '../reporting/open.ts'
import { type Run, told, unread } from '../reporting/tell.ts'
import { complain } from '../terminal.ts'

export interface ReportOptions extends LeadOptions {
  readonly out: string
  readonly base?: string
}

/** Findings where a model that is asked for, or what it is to be compared with, could not be read. */
export async function report(paths: readonly string[], options: ReportOptions): Promise<ExitCode> {
  requireLeads(options)
  const models = openReported(paths, options.base)
  requireRereadable(options, models.length)
  const run: Run = { options, clock: Date.now(), problems: new Problems() }
  const opened: Opened[] = []
  for (const model of models) opened.push(await open(model, models.length === 1))
  const output = openOutput(options.out, inputsOf(options, opened))
  const reports: ModelReport[] = []
  for (const one of opened) {
    if (one.kind === 'read' && opened.length > 1) run.problems.readFor(one.model.path)
    reports.push(one.kind === 'read' ? await told(one, run) : unread(one))
  }
  run.problems.conclude()
  await output.write(
    reportPage({ by: `merit ${packageJson.version}`, ...given(options, opened, run.clock), models: reports }),
  )
  await output.finish()
  complain(`${options.out}: ${counted(reports.length, 'model')}.`)
  return exitOf(run, opened)
}

function inputsOf(options: ReportOptions, opened: readonly Opened[]): readonly string[] {
  const files = opened.flatMap(one =>
    one.kind === 'read' ? [...one.after.files, ...(one.before?.files ?? [])] : [one.model.path],
  )
  return [...files, ...dataFilesOf(options)]
}

function given(options: ReportOptions, opened: readonly Opened[], clock: number) {
  const { base, leads, events } = options
  const first = opened.find(one => one.kind === 'read')
  if (leads === undefined || !first) return { base }
  const now = formatInstant(readNow(options.now, first.after.program, clock))
  const told: LeadsTold = { file: leadsName(leads), events, now }
  return { base, leads: told }
}

function exitOf({ problems }: Run, opened: readonly Opened[]): ExitCode {
  const exits = opened.flatMap(one => (one.kind === 'read' ? (one.unread ? [one.unread.exit] : []) : [one.exit]))
  if (problems.count > 0 || exits.includes(exitCodes.data)) return exitCodes.data
  return exits.length > 0 ? exitCodes.findings : exitCodes.done
}
