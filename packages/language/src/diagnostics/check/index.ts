import type { AnyDiagnosticRecord } from '../diagnostic.ts'
import { ageAsComparison } from './age-as-comparison.ts'
import { aggregateNeeds } from './aggregate-needs.ts'
import { ambiguousDecay } from './ambiguous-decay.ts'
import { ambiguousName } from './ambiguous-name.ts'
import { ambiguousUnit } from './ambiguous-unit.ts'
import { attributeInPattern } from './attribute-in-pattern.ts'
import { badDecay } from './bad-decay.ts'
import { badPattern } from './bad-pattern.ts'
import { bidirectionalText } from './bidirectional-text.ts'
import { capBelowFloor } from './cap-below-floor.ts'
import { conditionInCutOffs } from './condition-in-cut-offs.ts'
import { conflictingUse } from './conflicting-use.ts'
import { confusableText } from './confusable-text.ts'
import { countNeeded } from './count-needed.ts'
import { cutOffWithoutScore } from './cut-off-without-score.ts'
import { cutOffsNotFalling } from './cut-offs-not-falling.ts'
import { cycle } from './cycle.ts'
import { dataOfOtherKind } from './data-of-other-kind.ts'
import { dataTwice } from './data-twice.ts'
import { dateNeeded } from './date-needed.ts'
import { daysNotDuration } from './days-not-duration.ts'
import { defaultWithoutRules } from './default-without-rules.ts'
import { derivedInTest } from './derived-in-test.ts'
import { duplicateCase } from './duplicate-case.ts'
import { duplicateLabel } from './duplicate-label.ts'
import { duplicateName } from './duplicate-name.ts'
import { duplicateTest } from './duplicate-test.ts'
import { duplicateValue } from './duplicate-value.ts'
import { durationNeeded } from './duration-needed.ts'
import { elseNotLast } from './else-not-last.ts'
import { emptyRange } from './empty-range.ts'
import { equalRules } from './equal-rules.ts'
import { equalsList } from './equals-list.ts'
import { eventAndDate } from './event-and-date.ts'
import { eventAsCondition } from './event-as-condition.ts'
import { factorNotWritten } from './factor-not-written.ts'
import { importCycle } from './import-cycle.ts'
import { importNotFound } from './import-not-found.ts'
import { importPath } from './import-path.ts'
import { importTwice } from './import-twice.ts'
import { incomparable } from './incomparable.ts'
import { invalidDate } from './invalid-date.ts'
import { invisibleCharacter } from './invisible-character.ts'
import { letCondition } from './let-condition.ts'
import { listEquals } from './list-equals.ts'
import { listNeeded } from './list-needed.ts'
import { listNotHere } from './list-not-here.ts'
import { mixedList } from './mixed-list.ts'
import { mixedScript } from './mixed-script.ts'
import { modifierNeedsEvents } from './modifier-needs-events.ts'
import { modifierTwice } from './modifier-twice.ts'
import { modifierWithoutPoints } from './modifier-without-points.ts'
import { multiplyNeedsWhen } from './multiply-needs-when.ts'
import { needsAnyOf } from './needs-any-of.ts'
import { neverHolds } from './never-holds.ts'
import { noOrder } from './no-order.ts'
import { noPrimaryProperty } from './no-primary-property.ts'
import { notACondition } from './not-a-condition.ts'
import { notAValue } from './not-a-value.ts'
import { notReadHere } from './not-read-here.ts'
import { notText } from './not-text.ts'
import { nothingToScore } from './nothing-to-score.ts'
import { nowTwice } from './now-twice.ts'
import { numberNeeded } from './number-needed.ts'
import { overlappingCases } from './overlapping-cases.ts'
import { patternNotWritten } from './pattern-not-written.ts'
import { perMatchWithoutList } from './per-match-without-list.ts'
import { propertyKindsDiffer } from './property-kinds-differ.ts'
import { propertyOutsideEvent } from './property-outside-event.ts'
import { rangeNotAllowed } from './range-not-allowed.ts'
import { recordAsValue } from './record-as-value.ts'
import { resetNeedsEvent } from './reset-needs-event.ts'
import { resetOutsideBlock } from './reset-outside-block.ts'
import { resetWithCondition } from './reset-with-condition.ts'
import { rulesBesideTotal } from './rules-beside-total.ts'
import { settingTwice } from './setting-twice.ts'
import { subtractWithCap } from './subtract-with-cap.ts'
import { testNeedsNow } from './test-needs-now.ts'
import { textNeedsQuotes } from './text-needs-quotes.ts'
import { timeWithoutZone } from './time-without-zone.ts'
import { uncoveredValues } from './uncovered-values.ts'
import { unknownAggregate } from './unknown-aggregate.ts'
import { unknownAttribute } from './unknown-attribute.ts'
import { unknownDecay } from './unknown-decay.ts'
import { unknownEvent } from './unknown-event.ts'
import { unknownFunction } from './unknown-function.ts'
import { unknownGrade } from './unknown-grade.ts'
import { unknownName } from './unknown-name.ts'
import { unknownProperty } from './unknown-property.ts'
import { unknownReason } from './unknown-reason.ts'
import { unknownRule } from './unknown-rule.ts'
import { unknownScore } from './unknown-score.ts'
import { unknownTextTest } from './unknown-text-test.ts'
import { unknownTimezone } from './unknown-timezone.ts'
import { unknownType } from './unknown-type.ts'
import { unknownUnit } from './unknown-unit.ts'
import { unknownValue } from './unknown-value.ts'
import { untilAboveAt } from './until-above-at.ts'
import { valueAsCondition } from './value-as-condition.ts'
import { weightOnFormula } from './weight-on-formula.ts'
import { whichScore } from './which-score.ts'
import { windowInDerived } from './window-in-derived.ts'
import { wrongArgument } from './wrong-argument.ts'
import { wrongArgumentCount } from './wrong-argument-count.ts'
import { zeroDuration } from './zero-duration.ts'

export {
  ageAsComparison,
  aggregateNeeds,
  ambiguousDecay,
  ambiguousName,
  ambiguousUnit,
  attributeInPattern,
  badDecay,
  badPattern,
  bidirectionalText,
  capBelowFloor,
  conditionInCutOffs,
  conflictingUse,
  confusableText,
  countNeeded,
  cutOffsNotFalling,
  cutOffWithoutScore,
  cycle,
  dataOfOtherKind,
  dataTwice,
  dateNeeded,
  daysNotDuration,
  defaultWithoutRules,
  derivedInTest,
  duplicateCase,
  duplicateLabel,
  duplicateName,
  duplicateTest,
  duplicateValue,
  durationNeeded,
  elseNotLast,
  emptyRange,
  equalRules,
  equalsList,
  eventAndDate,
  eventAsCondition,
  factorNotWritten,
  importCycle,
  importNotFound,
  importPath,
  importTwice,
  incomparable,
  invalidDate,
  invisibleCharacter,
  letCondition,
  listEquals,
  listNeeded,
  listNotHere,
  mixedList,
  mixedScript,
  modifierNeedsEvents,
  modifierTwice,
  modifierWithoutPoints,
  multiplyNeedsWhen,
  needsAnyOf,
  neverHolds,
  noOrder,
  noPrimaryProperty,
  notACondition,
  notAValue,
  nothingToScore,
  notReadHere,
  notText,
  nowTwice,
  numberNeeded,
  overlappingCases,
  patternNotWritten,
  perMatchWithoutList,
  propertyKindsDiffer,
  propertyOutsideEvent,
  rangeNotAllowed,
  recordAsValue,
  resetNeedsEvent,
  resetOutsideBlock,
  resetWithCondition,
  rulesBesideTotal,
  settingTwice,
  subtractWithCap,
  testNeedsNow,
  textNeedsQuotes,
  timeWithoutZone,
  uncoveredValues,
  unknownAggregate,
  unknownAttribute,
  unknownDecay,
  unknownEvent,
  unknownFunction,
  unknownGrade,
  unknownName,
  unknownProperty,
  unknownReason,
  unknownRule,
  unknownScore,
  unknownTextTest,
  unknownTimezone,
  unknownType,
  unknownUnit,
  unknownValue,
  untilAboveAt,
  valueAsCondition,
  weightOnFormula,
  whichScore,
  windowInDerived,
  wrongArgument,
  wrongArgumentCount,
  zeroDuration,
}

export const checkDiagnostics: readonly AnyDiagnosticRecord[] = [
  ageAsComparison,
  aggregateNeeds,
  ambiguousDecay,
  ambiguousName,
  ambiguousUnit,
  attributeInPattern,
  badDecay,
  badPattern,
  bidirectionalText,
  capBelowFloor,
  conditionInCutOffs,
  conflictingUse,
  confusableText,
  countNeeded,
  cutOffsNotFalling,
  cutOffWithoutScore,
  cycle,
  dataOfOtherKind,
  dataTwice,
  dateNeeded,
  daysNotDuration,
  defaultWithoutRules,
  derivedInTest,
  duplicateCase,
  duplicateLabel,
  duplicateName,
  duplicateTest,
  duplicateValue,
  durationNeeded,
  elseNotLast,
  emptyRange,
  equalRules,
  equalsList,
  eventAndDate,
  eventAsCondition,
  factorNotWritten,
  importCycle,
  importNotFound,
  importPath,
  importTwice,
  incomparable,
  invalidDate,
  invisibleCharacter,
  letCondition,
  listEquals,
  listNeeded,
  listNotHere,
  mixedList,
  mixedScript,
  modifierNeedsEvents,
  modifierTwice,
  modifierWithoutPoints,
  multiplyNeedsWhen,
  needsAnyOf,
  neverHolds,
  noOrder,
  noPrimaryProperty,
  notACondition,
  notAValue,
  nothingToScore,
  notReadHere,
  notText,
  nowTwice,
  numberNeeded,
  overlappingCases,
  patternNotWritten,
  perMatchWithoutList,
  propertyKindsDiffer,
  propertyOutsideEvent,
  rangeNotAllowed,
  recordAsValue,
  resetNeedsEvent,
  resetOutsideBlock,
  resetWithCondition,
  rulesBesideTotal,
  settingTwice,
  subtractWithCap,
  testNeedsNow,
  textNeedsQuotes,
  timeWithoutZone,
  uncoveredValues,
  unknownAggregate,
  unknownAttribute,
  unknownDecay,
  unknownEvent,
  unknownFunction,
  unknownGrade,
  unknownName,
  unknownProperty,
  unknownReason,
  unknownRule,
  unknownScore,
  unknownTextTest,
  unknownTimezone,
  unknownType,
  unknownUnit,
  unknownValue,
  untilAboveAt,
  valueAsCondition,
  weightOnFormula,
  whichScore,
  windowInDerived,
  wrongArgument,
  wrongArgumentCount,
  zeroDuration,
]
