export { type Analysis, analyse } from './analysis.ts'
export type * from './claims.ts'
export * from './compare/compare.ts'
export { NotComparable } from './compare/fields.ts'
export type { Seen } from './compare/seen.ts'
export { examine, examining } from './findings/index.ts'
export {
  type Generated,
  type GeneratedCase,
  type GenerateOptions,
  generateTests,
  type Sight,
} from './generate/generate.ts'
export * from './inspect/index.ts'
export { breaking, type JudgedPromise, type PromiseVerdict, promisesOf } from './promises.ts'
export { type TestWish, testOf } from './witness/test-text.ts'
export { inWords } from './witness/words.ts'
