/** Scores the lines of a chunk: what a thread does, and the command itself where there is little to do. */
import { Engine, type LeadLines, type NdjsonReader } from '@merit-lang/runtime/batch'
import { Bytes } from '../print/results/bytes.ts'
import { rowWriters } from '../print/results/formats.ts'
import type { RowId, RowWriter } from '../print/results/row.ts'
import { count, emptyTally, type Tally } from '../print/results/tally.ts'
import type { Job, Part, Plan, Refused } from './part.ts'
import { lineReader, linesPart } from './reading.ts'

export class ChunkScorer {
  readonly #plan: Plan
  readonly #engine: Engine
  readonly #reader: NdjsonReader
  readonly #write: RowWriter | undefined

  constructor(plan: Plan) {
    const { program, idKeys } = plan
    this.#plan = plan
    this.#engine = new Engine(program)
    this.#write = rowWriters[plan.format]?.(this.#engine, plan.now)
    this.#reader = lineReader(program, idKeys)
  }

  score(job: Job): Part {
    const lines = this.#reader.read(new Uint8Array(job.buffer), job.end)
    const out = new Bytes(job.spare?.output)
    const tally = this.#write ? undefined : emptyTally(this.#plan.program)
    const refused = this.#scoreAll(lines, out, tally)
    return { ...linesPart(job, lines), output: out.finish(), gaps: out.gaps, tally, refused }
  }

  #scoreAll(lines: LeadLines, out: Bytes, tally: Tally | undefined): Refused[] {
    const refused: Refused[] = []
    for (let lead = 0; lead < lines.columns.count; lead++) {
      const [issue] = this.#plan.strict ? issuesOf(lines, lead) : []
      if (issue) refused.push({ lead, message: issue.message })
      else this.#scoreOne(lines, lead, out, tally)
    }
    return refused
  }

  #scoreOne(lines: LeadLines, lead: number, out: Bytes, tally: Tally | undefined): void {
    const outcome = this.#engine.score(lines.columns, lead, this.#plan.now)
    const row = { id: rowIdOf(lines, lead), outcome, issues: issuesOf(lines, lead) }
    if (tally) count(tally, this.#engine, row)
    else this.#write?.(out, row)
  }
}

const noIssues: readonly never[] = []
const issuesOf = ({ issues }: LeadLines, lead: number) => issues.get(lead) ?? noIssues

function rowIdOf({ bytes, idStart, idEnd, oddIds }: LeadLines, lead: number): RowId {
  const [start, end] = [idStart[lead] as number, idEnd[lead] as number]
  if (end > start) return { kind: 'bytes', bytes, start, end }
  const text = oddIds.get(lead)
  return text === undefined ? { kind: 'number', index: lead } : { kind: 'text', text }
}
