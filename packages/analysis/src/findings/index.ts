/** All findings about a model: what is proved of it that its author would want to know. */
import { type Checked, type CheckedModel, type Diagnostic, inTextOrder, lower } from '@merit-lang/language'
import { analyse } from '../analysis.ts'
import { findWhatAlwaysMatches } from './always-matches.ts'
import { findBrokenPromises } from './broken-promise.ts'
import { findDecaysThatFadeEarly } from './decay-fades.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { findImpliedRules } from './implied.ts'
import { findJointGaps } from './joint-gaps.ts'
import { findWhatNeverMatches } from './never-matches.ts'
import { findCasesNeverTaken } from './never-taken.ts'
import { nodesByPlace } from './places.ts'
import { findRulesThatRepeat } from './repeats.ts'
import { withoutSaid } from './said.ts'
import { findStagesForEveryone } from './stage-for-everyone.ts'
import { findRepeatedTests } from './test-repeats.ts'
import { findThresholdsAlwaysMet } from './threshold-always-met.ts'
import { findUnreachableGrades } from './unreachable-grade.ts'
import { findUnreachableStages } from './unreachable-stage.ts'
import { findUnreachableThresholds } from './unreachable-threshold.ts'
import { findValuesNeverScored } from './values-unscored.ts'

const checks: readonly FindingCheck[] = [
  findUnreachableThresholds,
  findThresholdsAlwaysMet,
  findUnreachableGrades,
  findUnreachableStages,
  findStagesForEveryone,
  findBrokenPromises,
  findWhatNeverMatches,
  findWhatAlwaysMatches,
  findCasesNeverTaken,
  findRulesThatRepeat,
  findImpliedRules,
  findJointGaps,
  findValuesNeverScored,
  findDecaysThatFadeEarly,
  findRepeatedTests,
]

/** Yields between steps, so that others may have their turn; gives the findings in the order of the text. */
export function* findingsOf(model: CheckedModel): Generator<undefined, readonly Diagnostic[]> {
  const cx = contextOf(model)
  const found: Diagnostic[] = []
  if (cx.program.unsupported.length > 0) return found
  for (const check of checks) {
    for (const finding of check(cx)) {
      if (finding) found.push(finding)
      yield
    }
  }
  return inTextOrder(found, model.files)
}

/** What checking found, and what is proved where there is no error, in the order of the text. */
export function examine({ model, diagnostics }: Checked): readonly Diagnostic[] {
  if (!model) return diagnostics
  const steps = findingsOf(model)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return inTextOrder([...diagnostics, ...withoutSaid(value, diagnostics)], model.files)
  }
}

function contextOf(model: CheckedModel): Findings {
  const lowered = lower(model)
  const { program } = lowered
  const nodeAt = nodesByPlace(model)
  return { model, lowered, program, analysis: analyse(program), nodeAt, spanOf: place => nodeAt(place).span }
}
