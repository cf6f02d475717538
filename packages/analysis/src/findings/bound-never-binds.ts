/** A cap or floor of a score or group of rules that no lead comes near. One that some lead just reaches tells of a scale. */
import { type Diagnostic, proofs, report, written } from '@merit-lang/language'
import { millionths } from '@merit-lang/runtime/reference'
import { pointsBeforeBounds } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import type { Steps } from '../steps.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { fallsShort, search } from './impossible.ts'
import { type Bound, blocksOf, boundSpan, constantIn, nameOf, type PlacedBlock } from './rules.ts'

const sides = { cap: 1, floor: -1 } satisfies { [B in Bound]: Side }

export const findBoundsThatNeverBind: FindingCheck = function* (cx) {
  for (const placed of blocksOf(cx.program)) {
    yield yield* finding('cap', placed, cx)
    yield yield* finding('floor', placed, cx)
  }
}

function* finding(bound: Bound, { block, path }: PlacedBlock, cx: Findings): Steps<Diagnostic | undefined> {
  const limit = constantIn(block[bound])
  const span = boundSpan(bound, block, cx)
  if (limit === undefined || !span) return undefined
  const [many, side] = [millionths(limit), sides[bound]]
  const found = yield* search(`${nameOf(path)} ${bound}`, pointsBeforeBounds(block), many, side, cx.analysis)
  if (!fallsShort(found, many, side)) return undefined
  const { low, high } = yield* cx.analysis.inSteps.beforeBounds(block)
  const furthest = bound === 'cap' ? Math.min(limit, high.points) : Math.max(limit, low.points)
  return report(proofs.boundNeverBinds, span, { bound, written: written(span), name: block.name, furthest })
}
