/** On whole numbers, sums and bounds an SMT solver, which knows nothing of Merit, comes to the same. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { analyse } from '../../packages/analysis/src/analysis.ts'
import type { End } from '../../packages/analysis/src/claims.ts'
import { promisesOf } from '../../packages/analysis/src/promises.ts'
import { arithmetic } from '../generators/arithmetic.ts'
import { compile } from '../pipeline.ts'
import { runs } from './settings.ts'
import { type Solver, startSolver } from './solver.ts'

/** The solver has an effort to keep to, but none of its machine. In milliseconds. */
const patience = 300_000

let solver: Solver
beforeAll(async () => {
  solver = await startSolver()
})
afterAll(() => solver.close())

/** What is said of an end, beside what it is. */
function expectEnd({ points, exact, reached }: End, furthest: number | undefined, side: 1 | -1): void {
  if (furthest === undefined) return
  expect(points * side).toBeGreaterThanOrEqual(furthest * side)
  expect(reached * side).toBeLessThanOrEqual(furthest * side)
  if (exact) expect(points).toBe(furthest)
}

test(
  'the least and the greatest points',
  async () => {
    await fc.assert(
      fc.asyncProperty(arithmetic, async ({ merit, smt, scores }) => {
        const { score } = analyse(compile(merit))
        for (const [index, name] of scores.entries()) {
          const { low, high } = score(index)
          expectEnd(low, await solver.extreme(smt, name, 'minimize'), -1)
          expectEnd(high, await solver.extreme(smt, name, 'maximize'), 1)
        }
      }),
      runs(3),
    )
  },
  patience,
)

test(
  'what can be',
  async () => {
    await fc.assert(
      fc.asyncProperty(arithmetic, async ({ merit, smt, broken }) => {
        const program = compile(merit)
        for (const [index, { verdict }] of promisesOf(program, analyse(program)).entries()) {
          const isPossible = await solver.isPossible(smt, broken[index] as string)
          if (verdict.kind !== 'undecided' && isPossible !== undefined)
            expect([index, verdict.kind]).toEqual([index, isPossible ? 'broken' : 'proved'])
        }
      }),
      runs(3),
    )
  },
  patience,
)
