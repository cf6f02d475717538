/** A threshold is at or below all that its score can be. */
import { type Diagnostic, proofs, report } from '@merit-lang/language'
import type { Steps } from '../steps.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { type Threshold, thresholdsOf } from './thresholds.ts'

export const findThresholdsAlwaysMet: FindingCheck = function* (cx) {
  for (const threshold of thresholdsOf(cx))
    yield (yield* threshold.isAlwaysMet()) ? yield* finding(threshold, cx) : undefined
}

function* finding(threshold: Threshold, { analysis }: Findings): Steps<Diagnostic> {
  const { score, name, least, open, text, span } = threshold
  const { low } = yield* analysis.inSteps.score(score)
  const more = text.includes('>=') && !open && low.exact && low.points === least ? text.replace('>=', '>') : undefined
  return report(proofs.thresholdAlwaysMet, span, { score: name, threshold: text, least: low.points, more })
}
