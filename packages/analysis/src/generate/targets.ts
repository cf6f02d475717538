import type { Program } from '@merit-lang/runtime'
import { outcomeTargets } from './outcomes.ts'
import { blockTargets, blocksOf } from './rules.ts'
import type { Target } from './target.ts'

/** All that generated tests are to show, in the order of scoring. */
export function targetsOf(program: Program): readonly Target[] {
  return [...blocksOf(program).flatMap(blockTargets), ...outcomeTargets(program)]
}
