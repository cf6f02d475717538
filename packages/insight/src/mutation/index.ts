export { Judge, type JudgeOptions } from './judge.ts'
export type * from './mutation.ts'
export { mutationPlaces } from './places.ts'
export { type MutationTally, mergedPlaces, mutationScore, mutationTally, spread } from './tally.ts'
