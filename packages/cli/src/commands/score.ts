/** `merit score MODEL LEADS`: every lead of a file, as the model scores it at one instant. */
import { evaluate, type Lead, type Program, type Result, readLead } from '@merit-lang/runtime'
import { type ExitCode, exitCodes, usageError } from '../exit.ts'
import { extensionOf } from '../input/format.ts'
import { IdTable, mostIds } from '../input/ids.ts'
import { readNow } from '../input/instant.ts'
import type { LeadInput } from '../input/leads.ts'
import { Problems } from '../input/problems.ts'
import { type LoadOptions, loadProgram } from '../models/load.ts'
import { type Output, openOutput } from '../output.ts'
import { counted, grouped } from '../print/numbers.ts'
import { type ResultFormat, type ResultPrinter, resultFormats, resultPrinters } from '../print/results/printer.ts'
import { startProgress } from '../progress.ts'
import { complain, screenOf } from '../terminal.ts'
import { type DataOptions, mapSource, openSource, type Source } from './data.ts'

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
  const source = await openSource(program, leads, options, problems)
  const screen = options.out === undefined ? screenOf(process.stdout) : { color: false, width: 100, interactive: false }
  const format = formatOf(options)
  const printer = resultPrinters[format](program, screen)
  const output = openOutput(options.out, [...files, leads, options.events ?? '-'])
  const run = { program, now, problems, source, format, strict: options.strict === true }
  await writeResults(run, printer, output)
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
  readonly program: Program
  readonly now: number
  readonly problems: Problems
  readonly source: Source
  readonly strict: boolean
  readonly format: ResultFormat
}

/** A lead's result, and the line that it came from. */
interface Scored {
  readonly line: number
  readonly result: Result
}

async function writeResults(run: Run, printer: ResultPrinter, output: Output): Promise<void> {
  const notes = new Notes(run)
  const progress = startProgress('leads')
  await output.write(printer.start)
  for await (const scored of mapSource(run.source, lead => scoreLead(run, lead))) {
    progress.step()
    notes.add(scored)
    if (notes.accepts(scored)) await output.write(printer.row(scored.result))
  }
  await output.write(printer.end())
  await output.finish()
  progress.done()
  notes.conclude()
}

function scoreLead({ program, now }: Run, { id, data, line }: LeadInput): Scored {
  const lead: Lead = readLead(program, data, { id })
  return { line, result: evaluate(program, lead, now) }
}

/** What is worth saying of the leads as they pass: ids that come twice, issues. */
class Notes {
  readonly #run: Run
  readonly #ids = new IdTable()
  #leads = 0
  #duplicates = 0
  #withIssues = 0

  constructor(run: Run) {
    this.#run = run
  }

  add({ line, result }: Scored): void {
    this.#leads++
    if (result.issues.length > 0) this.#withIssues++
    const first = result.id === null ? undefined : this.#ids.seenAt(result.id, line)
    if (first !== undefined && ++this.#duplicates <= 5) {
      complain(`${this.#run.source.name}:${line}: lead \`${result.id}\` was on line ${first} already; both are scored.`)
    }
  }

  /** In strict mode a lead with issues is refused. */
  accepts({ line, result }: Scored): boolean {
    const [issue] = result.issues
    if (!this.#run.strict || !issue) return true
    this.#run.problems.report(this.#run.source.name, line, `lead \`${result.id}\`: ${issue.message}`)
    return false
  }

  conclude(): void {
    if (this.#leads === 0) complain(`${this.#run.source.name} has no leads.`)
    if (this.#duplicates > 5)
      complain(`${this.#run.source.name}: ${counted(this.#duplicates, 'lead')} in all with an id that came before.`)
    if (this.#ids.full) complain(`Ids were compared up to the ${grouped(mostIds)}th only.`)
    // The table says it itself.
    if (this.#withIssues > 0 && !this.#run.strict && this.#run.format !== 'table') {
      complain(
        `${counted(this.#withIssues, 'lead')} with issues: values that did not fit counted as unknown (see \`issues\`).`,
      )
    }
  }
}
