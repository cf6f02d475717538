export { type Analysis, analyse, analysing } from './analysis.ts'
export type * from './claims.ts'
export { Canonical } from './compare/canonical.ts'
export * from './compare/compare.ts'
export { type Difference, differs } from './compare/differs.ts'
export { NotComparable } from './compare/fields.ts'
export type { Change, Direction, OutcomeKind } from './compare/outcomes.ts'
export { type Rewrite, rewriter } from './compare/rewriter.ts'
export type { Seen } from './compare/seen.ts'
export { examine, examining } from './findings/index.ts'
export {
  type Generated,
  type GeneratedCase,
  type GenerateOptions,
  generateTests,
  type Sight,
} from './generate/generate.ts'
export { always, every, hasAny, never, not, some } from './generate/logic.ts'
export { titleOf } from './generate/rules.ts'
export * from './inspect/index.ts'
export { Memory } from './memory.ts'
export { breaking, type JudgedPromise, type PromiseVerdict, promisesOf } from './promises.ts'
export { type TestWish, testOf } from './witness/test-text.ts'
export { inWords } from './witness/words.ts'
