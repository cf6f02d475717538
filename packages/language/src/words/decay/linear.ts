import { constant, divide, max, multiply, subtract } from '../kernel.ts'
import type { DecayShape } from '../word.ts'
import { durationProblem } from './problems.ts'

export const linear: DecayShape = {
  name: 'decay linear',
  form: 'decay linear over <duration>',
  doc: 'The points shrink evenly and are gone after this long.',
  source: 'MadKudu: 9 points over 90 days are 8.7 after 3 days',
  phrase: ['linear', 'over', '<duration>'],
  problem: ([duration]) => durationProblem(duration),
  lower: ([duration = 0], amount, age) =>
    multiply(amount, max(constant(0), subtract(constant(1), divide(age, constant(duration))))),
  describe: ([duration]) => `shrinks evenly, nothing is left after ${duration}`,
  example: {
    model: 'on demo_request add 9 decay linear over 90d',
    lead: { events: [{ type: 'demo_request', at: '2026-05-29T00:00:00Z' }] },
    total: 8.7,
  },
}
