import { constant, divide, multiply } from '../kernel.ts'
import type { DecayShape } from '../word.ts'
import { durationProblem } from './problems.ts'

export const halfLife: DecayShape = {
  name: 'decay',
  form: 'decay <duration>',
  doc: 'Half-life: after this long half of the points is left, after twice as long a quarter, and so on, smoothly. This is the usual decay.',
  phrase: ['<duration>'],
  problem: ([duration]) => durationProblem(duration),
  lower: ([duration = 0], amount, age) => multiply(amount, { op: 'halve', of: divide(age, constant(duration)) }),
  describe: ([duration]) => `half is left after ${duration}, a quarter after twice that`,
  example: {
    model: 'on download add 20 decay 30d',
    lead: { events: [{ type: 'download', at: '2026-05-02T00:00:00Z' }] },
    total: 10,
  },
}
