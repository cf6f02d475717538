/** `MERIT_LAW_FACTOR=20` runs twenty times as many cases of every law. Which cases they are, the seed says: `../seed.ts`. */
import type fc from 'fast-check'

const factor = Number(process.env.MERIT_LAW_FACTOR ?? 1)

export const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns: Math.ceil(numRuns * factor) })
