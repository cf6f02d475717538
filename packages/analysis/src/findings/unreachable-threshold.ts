/** A threshold is above all that its score can be. */
import { type Diagnostic, proofs, report } from '@merit-lang/language'
import type { Steps } from '../steps.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { type Threshold, thresholdsOf } from './thresholds.ts'

export const findUnreachableThresholds: FindingCheck = function* (cx) {
  for (const threshold of thresholdsOf(cx))
    yield (yield* threshold.isUnreachable()) ? yield* finding(threshold, cx) : undefined
}

function* finding(threshold: Threshold, { analysis }: Findings): Steps<Diagnostic> {
  const { name, score, least, open, lower, text, span, number } = threshold
  const { low, high } = yield* analysis.inSteps.score(score)
  const reachable = !open && high.reached > Math.max(lower, low.reached) ? high.reached : undefined
  const params = {
    score: name,
    threshold: text,
    most: high.points <= least ? high.points : undefined,
    exact: high.exact,
    number,
    reachable,
  }
  return report(proofs.unreachableThreshold, span, params)
}
