/** Leads that come one by one, scored with two models: from CSV, JSON, or with events from a file of their own. */
import { ImpactCounter, type ImpactPlan, type ImpactTally, PairScorer, type ScoredPair } from '@merit-lang/insight'
import { LeadReader } from '@merit-lang/runtime/batch'
import type { LeadInput } from '../../input/leads.ts'
import { hashOf } from '../../input/seen.ts'
import type { Notes } from '../notes.ts'

/** Plain data, since leads may be kept as JSON until their turn. */
export interface PairOfLead {
  readonly line: number
  readonly id: string
  readonly pair: ScoredPair
  readonly hasIssues: boolean
}

export class PairLeadScorer {
  readonly #readers: readonly [LeadReader, LeadReader]
  readonly #scorer: PairScorer
  readonly #counter: ImpactCounter
  readonly #now: number

  constructor(plan: ImpactPlan, now: number) {
    this.#readers = [new LeadReader(plan.before), new LeadReader(plan.after)]
    this.#scorer = new PairScorer(plan)
    this.#counter = new ImpactCounter(plan)
    this.#now = now
  }

  get tally(): ImpactTally {
    return this.#counter.tally
  }

  score({ line, id, data }: LeadInput): PairOfLead {
    const [before, after] = this.#readers
    before.read(data)
    after.read(data)
    const pair = this.#scorer.score([before.columns, after.columns], 0, this.#now)
    return { line, id, pair, hasIssues: before.issues.length + after.issues.length > 0 }
  }

  /** Counts them in the order of the file. */
  take({ line, id, pair, hasIssues }: PairOfLead, notes: Notes): void {
    notes.lead(line, hashOf(id), () => id)
    if (hasIssues) notes.issues(1)
    this.#counter.add(pair, () => id)
  }
}
