/** Scores the lines of a chunk with two models: what a thread does, and the command itself where there is little to do. */
import { ImpactCounter, type ImpactPlan, impactPlan, PairScorer, sharedReading } from '@merit-lang/insight'
import { type Columns, idAt, type LeadLines } from '@merit-lang/runtime/batch'
import type { Job } from '../part.ts'
import { lineReader, linesPart } from '../reading.ts'
import type { DiffPart, DiffPlan } from './part.ts'

export class PairChunkScorer {
  readonly #impact: ImpactPlan
  readonly #scorer: PairScorer
  readonly #read: ReadPair
  readonly #now: number

  constructor(plan: DiffPlan) {
    this.#impact = impactPlan(plan.before, plan.after, plan.changes)
    this.#scorer = new PairScorer(this.#impact)
    this.#read = readerOf(plan)
    this.#now = plan.now
  }

  score(job: Job): DiffPart {
    const counter = new ImpactCounter(this.#impact)
    const { lines, columns, withIssues } = this.#read(new Uint8Array(job.buffer), job.end)
    for (let row = 0; row < lines.columns.count; row++)
      counter.add(this.#scorer.score(columns, row, this.#now), lead => idAt(lines, row) ?? lead)
    return { ...linesPart(job, lines), withIssues, impact: counter.tally }
  }
}

interface LinesOfPair {
  readonly lines: LeadLines
  readonly columns: readonly [Columns, Columns]
  /** Leads of which something does not fit one of the models. */
  readonly withIssues: number
}

type ReadPair = (bytes: Uint8Array, end: number) => LinesOfPair

/** Reading takes longer than scoring: it is done once where both models read alike. */
function readerOf({ before, after, idKeys }: DiffPlan): ReadPair {
  const shared = sharedReading(before, after)
  if (!shared) return readingTwice(lineReader(before, idKeys), lineReader(after, idKeys))
  const reader = lineReader(shared.schema, idKeys)
  const [ofBefore, ofAfter] = shared.views
  return (bytes, end) => {
    const lines = reader.read(bytes, end)
    return { lines, columns: [ofBefore(lines.columns), ofAfter(lines.columns)], withIssues: lines.issues.size }
  }
}

type LineReader = ReturnType<typeof lineReader>

function readingTwice(before: LineReader, after: LineReader): ReadPair {
  return (bytes, end) => {
    const [one, lines] = [before.read(bytes, end), after.read(bytes, end)]
    const withIssues = new Set([...one.issues.keys(), ...lines.issues.keys()]).size
    return { lines, columns: [one.columns, lines.columns], withIssues }
  }
}
