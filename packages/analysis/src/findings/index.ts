/** All findings about a model: what is proved of it that its author would want to know. */
import {
  type Checked,
  type CheckedModel,
  type Diagnostic,
  inTextOrder,
  type Lowered,
  lower,
  settleProved,
} from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { type Analysis, analysing } from '../analysis.ts'
import { atOnce, type Steps } from '../steps.ts'
import { findWhatAlwaysMatches } from './always-matches.ts'
import { findBoundsThatNeverBind } from './bound-never-binds.ts'
import { findBrokenPromises } from './broken-promise.ts'
import { findDecaysThatFadeEarly } from './decay-fades.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { findImpliedRules } from './implied.ts'
import { findJointGaps } from './joint-gaps.ts'
import { findWhatNeverMatches } from './never-matches.ts'
import { findRulesThatNeverMatter } from './never-matters.ts'
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
  findBoundsThatNeverBind,
  findRulesThatNeverMatter,
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

/** What checking found, and what is proved where there is no error, in the order of the text. */
export function examine(checked: Checked): readonly Diagnostic[] {
  return atOnce(examining(checked))
}

/** The same in short steps, between which others may have their turn. `analysed`: where what is proved on the way is to be kept. */
export function* examining(
  { model, diagnostics, ignored }: Checked,
  lowered: Lowered | undefined = model && lower(model),
  analysed: (program: Program) => Steps<Analysis> = analysing,
): Steps<readonly Diagnostic[]> {
  if (!model || !lowered || lowered.program.unsupported.length > 0) return diagnostics
  yield
  const cx = contextOf(model, lowered, yield* analysed(lowered.program))
  yield
  const found: Diagnostic[] = []
  for (const check of checks) {
    for (const finding of check(cx)) {
      if (finding) found.push(finding)
      yield
    }
  }
  const proved = withoutSaid(found, [...diagnostics, ...ignored])
  return inTextOrder([...diagnostics, ...settleProved(model.files, proved)], model.files)
}

function contextOf(model: CheckedModel, lowered: Lowered, analysis: Analysis): Findings {
  const { program } = lowered
  const nodeAt = nodesByPlace(model)
  return { model, lowered, program, analysis, nodeAt, spanOf: place => nodeAt(place).span }
}
