/** Leads that come one by one: from CSV, JSON, or with events from a file of their own. */
import type { Issue } from '@merit-lang/runtime'
import { Engine, LeadReader } from '@merit-lang/runtime/batch'
import type { LeadInput } from '../input/leads.ts'
import { hashOf } from '../input/seen.ts'
import { Bytes } from '../print/results/bytes.ts'
import { rowWriters } from '../print/results/formats.ts'
import type { Row, RowOutcome, RowWriter } from '../print/results/row.ts'
import { count, emptyTally, type Tally } from '../print/results/tally.ts'
import type { Notes } from './notes.ts'
import type { Plan } from './part.ts'

/** A lead's outcome as plain data, since leads may be kept as JSON until their turn. */
export interface ScoredLead {
  readonly line: number
  readonly id: string
  readonly outcome: RowOutcome
  readonly issues: readonly Issue[]
}

/** Written out when there is more. In bytes. */
const block = 1 << 16

export class LeadScorer {
  readonly tally: Tally
  readonly #plan: Omit<Plan, 'idKeys'>
  readonly #engine: Engine
  readonly #reader: LeadReader
  readonly #write: RowWriter | undefined
  #out = new Bytes()

  constructor(plan: Omit<Plan, 'idKeys'>) {
    this.tally = emptyTally(plan.program)
    this.#plan = plan
    this.#engine = new Engine(plan.program)
    this.#reader = new LeadReader(plan.program)
    this.#write = rowWriters[plan.format]?.(this.#engine, plan.now)
  }

  score({ line, id, data }: LeadInput): ScoredLead {
    this.#reader.read(data)
    const { scores, grades, stages, disqualified } = this.#engine.score(this.#reader.columns, 0, this.#plan.now)
    const outcome = {
      scores: Array.from(scores),
      grades: Array.from(grades),
      stages: Array.from(stages),
      disqualified: Array.from(disqualified),
    }
    return { line, id, outcome, issues: this.#reader.issues }
  }

  /** The rows that are to be written now. */
  take({ line, id, outcome, issues }: ScoredLead, notes: Notes): Uint8Array {
    notes.lead(line, hashOf(id), () => id)
    const [issue] = issues
    if (issue) notes.issues(1)
    if (issue && this.#plan.strict) notes.refused(line, id, issue.message)
    else this.#row({ id: { kind: 'text', text: id }, outcome, issues })
    return this.#out.length < block ? none : this.rest()
  }

  rest(): Uint8Array {
    const bytes = this.#out.finish()
    this.#out = new Bytes()
    return bytes
  }

  #row(row: Row): void {
    if (this.#write) this.#write(this.#out, row)
    else count(this.tally, this.#engine, row)
  }
}

const none = new Uint8Array(0)
