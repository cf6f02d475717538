/** What the editor says that a score can reach at most, no lead goes beyond. */
import { check } from '@merit-lang/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scoreReach } from '../../packages/language-server/src/service/reach/points.ts'
import { fittingLead, model, now, render } from '../generators/index.ts'
import { compile, score, sourceOf } from '../pipeline.ts'
import { runs } from './settings.ts'

const leads = fc.sample(fittingLead, { numRuns: 40, seed: 11 })

/** Every block rounds to millionths. */
const ROUNDING = 1e-4

it('every score lies within its reach, which is sometimes bounded', () => {
  let bounded = 0
  fc.assert(
    fc.property(model, parts => {
      const text = render(parts)
      const { understood } = check(sourceOf(text))
      const program = compile(text)
      for (const symbol of understood.scores) {
        const { low, high } = scoreReach(understood, symbol)
        if (Number.isFinite(high)) bounded++
        for (const lead of leads) {
          const points = score(program, lead, now).scores[symbol.name] as number
          expect(points).toBeGreaterThanOrEqual(low - ROUNDING)
          expect(points).toBeLessThanOrEqual(high + ROUNDING)
        }
      }
    }),
    runs(40),
  )
  expect(bounded).toBeGreaterThan(0)
})
