/** `merit report MODEL…`: what a model is, does to leads and is tested for, as one page. */
import { analyse, anatomyOf, compare, NotComparable } from '@merit-lang/analysis'
import {
  type ComparedTold,
  type CoverageTold,
  changesBetween,
  type Impact,
  type LeadsTold,
  type ModelRead,
  type ModelReport,
  reportPage,
} from '@merit-lang/insight'
import { formatInstant, type Program } from '@merit-lang/runtime'
import packageJson from '../../package.json' with { type: 'json' }
import { type ExitCode, exitCodes, Stop, usageError } from '../exit.ts'
import { readNow } from '../input/instant.ts'
import { Problems } from '../input/problems.ts'
import type { DataOptions } from '../input/source.ts'
import type { LoadedProgram } from '../models/load.ts'
import { openReported, type ReportedModel } from '../models/reported.ts'
import { openOutput } from '../output.ts'
import { counted } from '../print/numbers.ts'
import { tellAnatomy } from '../print/report/anatomy.ts'
import { tellCoverage } from '../print/report/coverage.ts'
import { tellProof } from '../print/report/proof.ts'
import { impactOn } from '../scoring/diff/impact.ts'
import { complain } from '../terminal.ts'
import { coverModel } from '../testing/model.ts'

export interface ReportOptions extends DataOptions {
  readonly out: string
  readonly base?: string
  readonly leads?: string
  readonly now?: string
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
  for (const one of opened) reports.push(one.kind === 'read' ? await told(one, run) : unread(one))
  run.problems.conclude()
  await output.write(
    reportPage({ by: `merit ${packageJson.version}`, ...given(options, opened, run.clock), models: reports }),
  )
  await output.finish()
  complain(`${options.out}: ${counted(reports.length, 'model')}.`)
  return exitOf(run, opened)
}

function requireLeads({ leads, events, id, eventLead, now }: ReportOptions): void {
  if (leads !== undefined) return
  const found = Object.entries({ events, id, 'event-lead': eventLead, now }).find(([, value]) => value !== undefined)
  if (found)
    throw usageError(
      `--${found[0]} says something of leads, and there are none.`,
      'Name their file: --leads leads.ndjson',
    )
}

function requireRereadable({ leads }: ReportOptions, models: number): void {
  if (leads !== '-' || models < 2) return
  throw usageError(
    `Standard input can be read only once, and there are ${models} models.`,
    'Save the leads in a file, or name one model.',
  )
}

function inputsOf({ leads, events }: ReportOptions, opened: readonly Opened[]): readonly string[] {
  const files = opened.flatMap(one =>
    one.kind === 'read' ? [...one.after.files, ...(one.before?.files ?? [])] : [one.model.path],
  )
  return [...files, leads, events].filter(path => path !== undefined && path !== '-') as string[]
}

function given({ base, leads, events, now }: ReportOptions, opened: readonly Opened[], clock: number) {
  const first = opened.find(one => one.kind === 'read')
  const file = leads === '-' ? 'standard input' : leads
  const told: LeadsTold | undefined =
    file === undefined || !first
      ? undefined
      : { file, events, now: formatInstant(instantOf(now, first.after.program, clock)) }
  return { base, leads: told }
}

/** All models are looked at for one instant. */
function instantOf(text: string | undefined, program: Program, clock: number): number {
  return text === undefined ? clock : readNow(text, program)
}

function exitOf({ problems }: Run, opened: readonly Opened[]): ExitCode {
  const exits = opened.flatMap(one => (one.kind === 'read' ? (one.unread ? [one.unread.exit] : []) : [one.exit]))
  if (problems.count > 0 || exits.includes(exitCodes.data)) return exitCodes.data
  return exits.length > 0 ? exitCodes.findings : exitCodes.done
}

// ---------------------------------------------------------------- models

type Opened = Readable | Unread

interface Unread {
  readonly kind: 'unread'
  readonly model: ReportedModel
  readonly why: string
  readonly exit: ExitCode
}

interface Readable {
  readonly kind: 'read'
  readonly model: ReportedModel
  readonly after: LoadedProgram
  readonly before?: LoadedProgram
  /** What it was to be compared with could not be read. */
  readonly unread?: Unread
}

/** @throws Stop where the only model cannot be read. */
async function open(model: ReportedModel, isOnly: boolean): Promise<Opened> {
  const after = await attempt(model, model.after.load)
  if ('exit' in after) {
    if (isOnly) throw new Stop(after.exit, after.why)
    complain(after.why)
    return after
  }
  if (!model.before) return { kind: 'read', model, after }
  const before = await attempt(model, model.before.load)
  if (!('exit' in before)) return { kind: 'read', model, after, before }
  complain(before.why)
  return { kind: 'read', model, after, unread: before }
}

async function attempt(model: ReportedModel, load: () => Promise<LoadedProgram>): Promise<LoadedProgram | Unread> {
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof Stop) || error.exit === exitCodes.usage) throw error
    return { kind: 'unread', model, why: error.message, exit: error.exit }
  }
}

const unread = ({ model, why }: Unread): ModelReport => ({
  name: model.path,
  path: model.path,
  state: { kind: 'unread', why },
})

// ---------------------------------------------------------------- what is told of a model

interface Run {
  readonly options: ReportOptions
  readonly clock: number
  readonly problems: Problems
}

async function told(one: Readable, run: Run): Promise<ModelReport> {
  const { model, after } = one
  const anatomy = anatomyOf(analyse(after.program))
  const about = (of: string, name: string) => after.docs.find(doc => doc.of === of && doc.name === name)?.text
  const state: ModelRead = {
    revision: after.program.revision,
    about: about('model', anatomy.name),
    anatomy: tellAnatomy(anatomy, score => about('score', score)),
    compared: comparedTold(one),
    impact: await impactOf(one, run),
    coverage: coverageTold(model),
  }
  return { name: anatomy.name === '' ? model.path : anatomy.name, path: model.path, state: { kind: 'read', ...state } }
}

function comparedTold({ model, before, after, unread: broken }: Readable): ComparedTold | undefined {
  if (broken) return { kind: 'alone', why: `Nothing is compared: ${broken.why}` }
  if (!before || !model.before)
    return model.isNew ? { kind: 'alone', why: 'A new model: there is nothing to compare it with.' } : undefined
  const base = model.before.label
  const changes = changesBetween(before.program, after.program)
  return { kind: 'compared', base, changes, proof: proofOf([base, model.path], [before.program, after.program]) }
}

function proofOf(paths: readonly [string, string], programs: readonly [Program, Program]) {
  try {
    return tellProof({ paths, programs, comparison: compare(...programs), witnesses: false })
  } catch (error) {
    if (!(error instanceof NotComparable)) throw error
    return { alike: false, text: `What holds for all leads is not known: ${error.message}.`, outcomes: [] }
  }
}

/** Where nothing is compared, of the model with itself. */
async function impactOf({ before, after }: Readable, { options, clock, problems }: Run): Promise<Impact | undefined> {
  if (options.leads === undefined) return undefined
  const [one, other] = [(before ?? after).program, after.program]
  const changes = before ? changesBetween(one, other) : { entries: [] }
  return impactOn(
    options.leads,
    { before: one, after: other, changes },
    instantOf(options.now, other, clock),
    options,
    problems,
  )
}

function coverageTold({ source, tests }: ReportedModel): CoverageTold | { readonly why: string } {
  if (source === undefined)
    return { why: 'tests are in models as they lie in a folder, which bundles and revisions are not' }
  return tellCoverage(coverModel(source, tests))
}
