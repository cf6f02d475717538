export type * from './changes/change.ts'
export { changesBetween } from './changes/changes.ts'
export { marks, partsOf, subjectText } from './changes/words.ts'
export * from './config/index.ts'
export { type CoverageOptions, coverageOf, covering } from './coverage/cover.ts'
export type * from './coverage/coverage.ts'
export { mergedCoverage } from './coverage/merge.ts'
export { type Statement, statementsByPlace, statementsIn } from './coverage/statements.ts'
export {
  counts,
  goalKinds,
  goalTitles,
  isCovered,
  openIn,
  percentOf,
  percentText,
  type Share,
  type Tally,
  tallyOf,
} from './coverage/tally.ts'
export * from './gates.ts'
export * from './impact/index.ts'
export * from './mutation/index.ts'
export * from './report/index.ts'
