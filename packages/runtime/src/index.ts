export * from './program.ts'
export * from './result.ts'
