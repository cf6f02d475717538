/** `merit score MODEL LEADS`: every lead of a file, as the model scores it at one instant. */
import { extensionOf, type Fields, idKeyOf, keysToTry } from '@merit-lang/leads'
import type { Program } from '@merit-lang/runtime'
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { readNow } from '../input/instant.ts'
import { noteMisnamed } from '../input/leads.ts'
import { type DataFile, openData } from '../input/open.ts'
import { Problems } from '../input/problems.ts'
import { type DataOptions, mapSource, openSource, type Source } from '../input/source.ts'
import { type LoadOptions, loadProgram } from '../models/load.ts'
import { openOutput } from '../output.ts'
import { type ResultFormat, resultFormats } from '../print/results/formats.ts'
import { startProgress } from '../progress.ts'
import { scoreLines, type Work } from '../scoring/lines.ts'
import { Notes } from '../scoring/notes.ts'
import type { Part, Plan } from '../scoring/part.ts'
import { LeadScorer } from '../scoring/records.ts'
import { Report } from '../scoring/report.ts'
import { ChunkScorer } from '../scoring/scorer.ts'
import { complain, screenOf } from '../terminal.ts'

export interface ScoreOptions extends DataOptions, LoadOptions {
  readonly now?: string
  readonly format?: ResultFormat
  readonly out?: string
  readonly strict?: boolean
}

export async function score(model: string, leads: string, options: ScoreOptions): Promise<ExitCode> {
  if (model === '-') throw usageError('The model cannot come from standard input.')
  const { program, files } = await loadProgram(model, options)
  const now = readNow(options.now, program)
  const problems = new Problems()
  const file = await openData(leads)
  // Lines that hold all there is of a lead are scored as they lie in the file.
  const source =
    file.format === 'ndjson' && options.events === undefined
      ? undefined
      : await openSource(program, file, options, problems)
  const output = openOutput(options.out, [...files, leads, options.events ?? '-'])
  const plan = { program, now, format: formatOf(options), strict: options.strict === true }
  const notes = new Notes(file.name, problems)
  const run: Run = { plan, options, notes, report: new Report(plan, notes, output) }
  await (source ? scoreRecords(run, source) : scoreFile(run, file))
  problems.conclude()
  return problems.count > 0 ? exitCodes.data : exitCodes.done
}

/** As asked; else as the output file is called; else a table, for people. */
function formatOf({ format, out }: ScoreOptions): ResultFormat {
  if (format !== undefined) return format
  if (out === undefined) return 'table'
  const extension = extensionOf(out)
  return resultFormats.find(name => name === extension) ?? 'ndjson'
}

interface Run {
  readonly plan: Omit<Plan, 'idKeys'>
  readonly options: ScoreOptions
  readonly notes: Notes
  readonly report: Report
}

/** The file that threads run, put in by the build. */
declare const WORKER: string | undefined

const work: Work<Plan, Part> = {
  worker: typeof WORKER === 'undefined' ? undefined : WORKER,
  scorer: plan => new ChunkScorer(plan),
}

async function scoreFile({ plan, options, report }: Run, file: DataFile): Promise<void> {
  const progress = startProgress('leads')
  const size = file.onDisk?.size
  let read = 0
  await report.start()
  await scoreLines(
    work,
    file,
    first => ({ ...plan, idKeys: idKeysFor(file.name, plan.program, first, options.id) }),
    async part => {
      read += part.bytes
      progress.step(part.leads, size && read / size)
      await report.take(part)
    },
  )
  progress.done()
  await report.end(resultScreen(options))
}

/** Going by the first lead, which also shows whether keys are written otherwise than the model has them. */
function idKeysFor(
  file: string,
  { attributes }: Program,
  first: Fields | undefined,
  chosen: string | undefined,
): readonly string[] {
  noteMisnamed(file, { attributes, note: complain }, Object.keys(first ?? {}))
  return keysToTry(chosen, idKeyOf(first, chosen))
}

async function scoreRecords({ plan, options, notes, report }: Run, source: Source): Promise<void> {
  const progress = startProgress('leads')
  const scorer = new LeadScorer(plan)
  await report.start()
  for await (const scored of mapSource(source, lead => scorer.score(lead))) {
    progress.step()
    await report.rows(scorer.take(scored, notes))
  }
  await report.rows(scorer.rest())
  progress.done()
  await report.end(resultScreen(options), scorer.tally)
}

function resultScreen({ out }: ScoreOptions) {
  return out === undefined ? screenOf(process.stdout) : { color: false, width: 100, interactive: false }
}
