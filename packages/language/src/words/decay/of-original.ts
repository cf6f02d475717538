import { constant, max, multiply, subtract } from '../kernel.ts'
import type { DecayShape } from '../word.ts'
import { durationProblem, firstProblem, shareProblem } from './problems.ts'
import { wholePeriods } from './steps.ts'

export const ofOriginal: DecayShape = {
  name: 'decay of original',
  form: 'decay <percent> of original every <duration>',
  doc: 'Each time this long has passed, the same share of the original points is taken away, until nothing is left: 25% every week is gone after four weeks.',
  source: 'HubSpot and Breadcrumbs: 10 points at 50% of original per month are 5 after one month, 0 after two',
  phrase: ['<percent>', 'of', 'original', 'every', '<duration>'],
  problem: ([share, duration]) => firstProblem(shareProblem(share), durationProblem(duration)),
  lower: ([share = 0, duration = 0], amount, age) =>
    multiply(amount, max(constant(0), subtract(constant(1), multiply(constant(share), wholePeriods(age, duration))))),
  describe: ([share, duration]) => `loses ${share} of the original points every ${duration}`,
  example: {
    model: 'on form_submit add 10 decay 50% of original every 30d',
    lead: { events: [{ type: 'form_submit', at: '2026-05-01T00:00:00Z' }] },
    total: 5,
  },
}
