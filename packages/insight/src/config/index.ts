export * from './config.ts'
export { atLevel } from './levels.ts'
export { type ConfigProblem, configOf, type ReadConfig } from './read.ts'
export { configSchema, type JsonSchema } from './schema.ts'
