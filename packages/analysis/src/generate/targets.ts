import type { Program } from '@merit-lang/runtime'
import { outcomeTargets } from './outcomes.ts'
import { blocksOf, blockTargets } from './rules.ts'
import type { Target } from './target.ts'

/** All that generated tests are to show, in the order of scoring: what gives points, and what follows from them. */
export function targetsOf(program: Program): {
  readonly rules: readonly Target[]
  readonly outcomes: readonly Target[]
} {
  return { rules: blocksOf(program).flatMap(blockTargets), outcomes: outcomeTargets(program) }
}
