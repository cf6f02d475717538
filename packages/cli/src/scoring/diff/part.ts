/** What passes between `merit diff` and the threads that score for it. Plain data. */
import type { Changes, ImpactTally } from '@merit-lang/insight'
import type { Program } from '@merit-lang/runtime'
import type { LinesPart } from '../part.ts'

export interface DiffPlan {
  readonly before: Program
  readonly after: Program
  readonly changes: Changes
  readonly now: number
  /** Keys under which a lead's id may stand, the first of them first. */
  readonly idKeys: readonly string[]
}

export interface DiffPart extends LinesPart {
  readonly impact: ImpactTally
}
