export type * from './changes/change.ts'
export type * from './coverage/coverage.ts'
export type * from './impact/impact.ts'
export type * from './mutation/mutation.ts'
