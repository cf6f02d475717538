/**
 * How the laws are run: the same cases every time, so that a failure belongs to the change that caused it.
 * `MERIT_LAW_SEED=…` tries other cases, `MERIT_LAW_FACTOR=20` tries twenty times as many.
 */
import type fc from 'fast-check'

const seed = Number(process.env.MERIT_LAW_SEED ?? 20_260_601)
const factor = Number(process.env.MERIT_LAW_FACTOR ?? 1)

export const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns: Math.ceil(numRuns * factor), seed })
