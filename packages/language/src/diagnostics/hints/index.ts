import type { AnyDiagnosticRecord } from '../diagnostic.ts'
import { bandsSkipFractions } from './bands-skip-fractions.ts'
import { capNeverBinds } from './cap-never-binds.ts'
import { conditionRepeated } from './condition-repeated.ts'
import { defaultUnused } from './default-unused.ts'
import { elseInOtherWords } from './else-in-other-words.ts'
import { emptyList } from './empty-list.ts'
import { emptyText } from './empty-text.ts'
import { eventAsDate } from './event-as-date.ts'
import { factorWithoutPercent } from './factor-without-percent.ts'
import { likeWithoutWildcard } from './like-without-wildcard.ts'
import { negativeRuleDecays } from './negative-rule-decays.ts'
import { neverUsed } from './never-used.ts'
import { percentOfAPoint } from './percent-of-a-point.ts'
import { propertyHidesCalendar } from './property-hides-calendar.ts'
import { resetEventTested } from './reset-event-tested.ts'
import { rulesCancel } from './rules-cancel.ts'
import { sinceWithoutAny } from './since-without-any.ts'
import { subtractNegative } from './subtract-negative.ts'
import { testExpectsNothing } from './test-expects-nothing.ts'
import { textAsName } from './text-as-name.ts'
import { textInsideWords } from './text-inside-words.ts'
import { unknownPasses } from './unknown-passes.ts'
import { unknownTakesElse } from './unknown-takes-else.ts'
import { valueRepeated } from './value-repeated.ts'
import { weightsOffHundred } from './weights-off-hundred.ts'
import { windowEmpty } from './window-empty.ts'

export const hintDiagnostics: readonly AnyDiagnosticRecord[] = [
  bandsSkipFractions,
  capNeverBinds,
  conditionRepeated,
  defaultUnused,
  elseInOtherWords,
  emptyList,
  emptyText,
  eventAsDate,
  factorWithoutPercent,
  likeWithoutWildcard,
  negativeRuleDecays,
  neverUsed,
  percentOfAPoint,
  propertyHidesCalendar,
  resetEventTested,
  rulesCancel,
  sinceWithoutAny,
  subtractNegative,
  testExpectsNothing,
  textAsName,
  textInsideWords,
  unknownPasses,
  unknownTakesElse,
  valueRepeated,
  weightsOffHundred,
  windowEmpty,
]
