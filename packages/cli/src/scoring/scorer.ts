/** Scores the lines of a chunk: what a thread does, and the command itself where there is little to do. */
import { callKeys, callTypes, idOf, ownEvents, tooLong } from '@merit-lang/leads'
import { Engine, type LeadLines, NdjsonReader } from '@merit-lang/runtime/batch'
import { hashOf, hashOfBytes } from '../input/seen.ts'
import { Bytes } from '../print/results/bytes.ts'
import { rowWriters } from '../print/results/formats.ts'
import type { RowId, RowWriter } from '../print/results/row.ts'
import { count, emptyTally, type Tally } from '../print/results/tally.ts'
import { type Marks, marksIn } from './marks.ts'
import type { Job, Part, Plan, Refused } from './part.ts'

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
    this.#reader = new NdjsonReader(program, {
      idKeys,
      idOf: data => idOf(data, idKeys) ?? null,
      prepare: ownEvents,
      calls: { types: callTypes, keys: callKeys },
    })
  }

  score({ buffer, end, isCut, spare }: Job): Part {
    const lines = this.#reader.read(new Uint8Array(buffer), end)
    const { count: leads } = lines.columns
    const out = new Bytes(spare?.output)
    const tally = this.#write ? undefined : emptyTally(this.#plan.program)
    const refused = this.#scoreAll(lines, out, tally)
    return {
      buffer,
      bytes: end,
      output: out.finish(),
      gaps: out.gaps,
      tally,
      lines: lines.lines + Number(isCut),
      problems: isCut ? [...lines.problems, { line: lines.lines + 1, message: tooLong }] : lines.problems,
      leads,
      withIssues: lines.issues.size,
      refused,
      ...marksOf(lines, marksIn(spare?.marks, leads)),
      oddIds: lines.oddIds,
    }
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

function marksOf(lines: LeadLines, marks: Marks): Marks {
  const { hashes, lineOf, idStart, idEnd } = marks
  lineOf.set(lines.line.subarray(0, lineOf.length))
  idStart.set(lines.idStart.subarray(0, idStart.length))
  idEnd.set(lines.idEnd.subarray(0, idEnd.length))
  for (let lead = 0; lead < hashes.length; lead++) hashes[lead] = hashAt(lines, lead)
  return marks
}

/** 0 where it has no id. */
function hashAt({ bytes, idStart, idEnd, oddIds }: LeadLines, lead: number): number {
  const [start, end] = [idStart[lead] as number, idEnd[lead] as number]
  if (end > start) return hashOfBytes(bytes, start, end)
  const text = oddIds.get(lead)
  return text === undefined ? 0 : hashOf(text)
}
