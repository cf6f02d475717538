export { type Analysis, analyse } from './analysis.ts'
export type * from './claims.ts'
