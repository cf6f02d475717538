/** What a checked model says without being wrong, and probably not on purpose. One check, one file. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { CheckedModel } from '../model.ts'
import { hintBandsSkipFractions } from './bands-skip-fractions.ts'
import { hintCapNeverBinds } from './cap-never-binds.ts'
import { hintConditionRepeated } from './condition-repeated.ts'
import { hintDefaultUnused } from './default-unused.ts'
import { hintElseInOtherWords } from './else-in-other-words.ts'
import { hintEmptyList } from './empty-list.ts'
import { hintEmptyText } from './empty-text.ts'
import { hintEventAsDate } from './event-as-date.ts'
import { hintFactorWithoutPercent } from './factor-without-percent.ts'
import type { Hint } from './hint.ts'
import { hintLikeWithoutWildcard } from './like-without-wildcard.ts'
import { hintNegativeRuleDecays } from './negative-rule-decays.ts'
import { hintNeverUsed } from './never-used.ts'
import { hintPercentOfAPoint } from './percent-of-a-point.ts'
import { hintPropertyHidesCalendar } from './property-hides-calendar.ts'
import { hintResetEventTested } from './reset-event-tested.ts'
import { hintRulesCancel } from './rules-cancel.ts'
import { hintSinceWithoutAny } from './since-without-any.ts'
import { hintSubtractNegative } from './subtract-negative.ts'
import { hintTestExpectsNothing } from './test-expects-nothing.ts'
import { hintTextAsName } from './text-as-name.ts'
import { hintTextInsideWords } from './text-inside-words.ts'
import { hintUnknownPasses } from './unknown-passes.ts'
import { hintUnknownTakesElse } from './unknown-takes-else.ts'
import { hintValueRepeated } from './value-repeated.ts'
import { hintWeightsOffHundred } from './weights-off-hundred.ts'
import { hintWindowEmpty } from './window-empty.ts'

export type { Hint } from './hint.ts'

export const hints: readonly Hint[] = [
  hintBandsSkipFractions,
  hintCapNeverBinds,
  hintConditionRepeated,
  hintDefaultUnused,
  hintElseInOtherWords,
  hintEmptyList,
  hintEmptyText,
  hintEventAsDate,
  hintFactorWithoutPercent,
  hintLikeWithoutWildcard,
  hintNegativeRuleDecays,
  hintNeverUsed,
  hintPercentOfAPoint,
  hintPropertyHidesCalendar,
  hintResetEventTested,
  hintRulesCancel,
  hintSinceWithoutAny,
  hintSubtractNegative,
  hintTestExpectsNothing,
  hintTextAsName,
  hintTextInsideWords,
  hintUnknownPasses,
  hintUnknownTakesElse,
  hintValueRepeated,
  hintWeightsOffHundred,
  hintWindowEmpty,
]

export function findingsOf(hint: Hint, model: CheckedModel): Diagnostic[] {
  const found: Diagnostic[] = []
  hint(model, diagnostic => found.push(diagnostic))
  return found
}
