/** What stands in every generated module (`merit build --target esm`), bundled into its text. */
export { isPlain, isPolluted, plainObject } from '../columns/plain.ts'
export { modelOf } from '../engine/model.ts'
export { halve } from '../kernel/halve.ts'
export { tellIssuesLater } from '../later.ts'
export { readId } from '../lead/events.ts'
export { lookUp } from '../lead/own.ts'
export { Choice, foldedValues } from '../module/choice.ts'
export {
  blockPoints,
  bounded,
  calendar,
  dateReader,
  finite,
  formulaPoints,
  haveDifferentIds,
  keyOf,
  known,
  reader,
  rememberingLast,
  texts,
  timeOf,
  worth,
} from '../module/quick.ts'
export { WordFinder } from '../module/word-finder.ts'
export { formatInstant, isInstant } from '../time/instant.ts'
