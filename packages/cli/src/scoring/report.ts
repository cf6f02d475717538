/** Where all that was scored comes together, in the order of the file: rows to the output, the rest to people. */
import type { Output } from '../output.ts'
import { frames } from '../print/results/formats.ts'
import { renderResults } from '../print/results/table.ts'
import { add, emptyTally, type Tally } from '../print/results/tally.ts'
import { utf8 } from '../print/results/texts.ts'
import type { Screen } from '../terminal.ts'
import type { Notes } from './notes.ts'
import type { Part, Plan } from './part.ts'

export class Report {
  readonly #plan: Omit<Plan, 'idKeys'>
  readonly #notes: Notes
  readonly #output: Output
  readonly #tally: Tally
  #hasRows = false

  constructor(plan: Omit<Plan, 'idKeys'>, notes: Notes, output: Output) {
    this.#plan = plan
    this.#notes = notes
    this.#output = output
    this.#tally = emptyTally(plan.program)
  }

  async start(): Promise<void> {
    await this.#output.write(frames[this.#plan.format].start(this.#plan.program))
  }

  async take(part: Part): Promise<void> {
    const before = this.#notes.leads
    this.#notes.part(part)
    if (part.tally) add(this.#tally, part.tally, before)
    await this.rows(withNumbers(part, before))
  }

  /** Rows as their format writes them. */
  async rows(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return
    await this.#output.write(this.#hasRows ? bytes : bytes.subarray(frames[this.#plan.format].leftOut))
    this.#hasRows = true
  }

  async end(screen: Screen, tally = this.#tally): Promise<void> {
    const { format, program, now } = this.#plan
    await this.#output.write(frames[format].end(this.#hasRows))
    if (format === 'table') await this.#output.write(renderResults(program, tally, now, screen))
    await this.#output.finish()
    // The table says it itself.
    this.#notes.conclude(format === 'table' || this.#plan.strict ? undefined : 'see `issues`')
  }
}

/** The output with the numbers of the leads that have no id. */
function withNumbers({ output, gaps }: Part, before: number): Uint8Array {
  if (gaps.length === 0) return output
  const pieces: Uint8Array[] = []
  let start = 0
  for (let gap = 0; gap < gaps.length; gap += 2) {
    const place = gaps[gap] as number
    pieces.push(output.subarray(start, place), utf8(String(before + (gaps[gap + 1] as number) + 1)))
    start = place
  }
  return Buffer.concat([...pieces, output.subarray(start)])
}
