/** Between which points the scores and rules of a program are, for those who let others have their turn meanwhile. */
import type { Block, Expr } from '@merit-lang/runtime'
import type { Analysis } from '../analysis.ts'
import type { Ends } from './anatomy.ts'
import { thrifty } from './inspect.ts'
import { insideOf } from './rules.ts'
import { endsOf } from './scores.ts'

export interface PlacedRange {
  /** The name of a score; for a rule those of the score and of the groups around it, the outermost first, and its id. */
  readonly path: readonly string[]
  readonly range: Ends
}

/** In additions, for all rules together: what an editor may spend on them each time that nobody types. */
const effort = 1e8

/** One after the other, the scores first: each is a short step. */
export function* ranging(whole: Analysis): Generator<PlacedRange> {
  const { scores } = whole.program
  for (const [index, { name }] of scores.entries()) yield { path: [name], range: endsOf(whole.score(index)) }
  const analysis = thrifty(whole, effort)
  for (const score of scores) if (score.kind === 'rules') yield* inBlock(score.block, [score.name], [], analysis)
}

function* inBlock(
  block: Block,
  path: readonly string[],
  around: readonly Expr[],
  analysis: Analysis,
): Generator<PlacedRange> {
  const inside = insideOf(block, around)
  for (const one of block.items)
    if (one.kind === 'block') yield* inBlock(one, [...path, one.name], inside, analysis)
    else yield { path: [...path, one.id], range: endsOf(analysis.item(one, inside)) }
}
