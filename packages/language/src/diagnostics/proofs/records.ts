export { thresholdAlwaysMet } from './threshold-always-met.ts'
export { unreachableGrade } from './unreachable-grade.ts'
export { unreachableThreshold } from './unreachable-threshold.ts'
