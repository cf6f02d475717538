import { add, constant, max, min, multiply, subtract } from '../kernel.ts'
import type { DecayShape } from '../word.ts'
import { durationProblem, firstProblem } from './problems.ts'
import { wholePeriods } from './steps.ts'

export const points: DecayShape = {
  name: 'decay points',
  form: 'decay <number> points every <duration>',
  doc: 'Each time this long has passed, the points move this much towards zero, and never past it. Negative points rise towards zero.',
  phrase: ['<number>', 'points', 'every', '<duration>'],
  problem: ([step = 0, duration]) =>
    firstProblem(
      step > 0 ? undefined : 'The points that go each time must be more than 0; negative points rise by themselves.',
      durationProblem(duration),
    ),
  lower: ([step = 0, duration = 0], amount, age) => {
    const gone = multiply(constant(step), wholePeriods(age, duration))
    return add(max(constant(0), subtract(amount, gone)), min(constant(0), add(amount, gone)))
  },
  describe: ([step, duration]) => `moves ${step} points towards 0 every ${duration}`,
  example: {
    model: 'on page_view add 15 decay 5 points every 7d\non bounce subtract 4 decay 5 points every 7d',
    lead: {
      events: [
        { type: 'page_view', at: '2026-05-17T00:00:00Z' },
        { type: 'bounce', at: '2026-05-17T00:00:00Z' },
      ],
    },
    total: 5,
  },
}
