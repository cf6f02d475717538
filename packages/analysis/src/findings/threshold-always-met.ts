/** A threshold is at or below all that its score can be. */
import { type Diagnostic, proofs, report } from '@merit-lang/language'
import type { FindingCheck, Findings } from './finding.ts'
import { type Threshold, thresholdsOf } from './thresholds.ts'

export const findThresholdsAlwaysMet: FindingCheck = function* (cx) {
  for (const threshold of thresholdsOf(cx)) yield threshold.isAlwaysMet() ? finding(threshold, cx) : undefined
}

function finding({ score, name, least, open, text, span }: Threshold, { analysis }: Findings): Diagnostic {
  const { low } = analysis.score(score)
  const more = text.includes('>=') && !open && low.exact && low.points === least ? text.replace('>=', '>') : undefined
  return report(proofs.thresholdAlwaysMet, span, { score: name, threshold: text, least: low.points, more })
}
