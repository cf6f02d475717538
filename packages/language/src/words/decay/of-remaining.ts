import type { Expr } from '@merit-lang/runtime'
import { choose, constant, less, multiply } from '../kernel.ts'
import type { DecayShape } from '../word.ts'
import { durationProblem, firstProblem, shareProblem } from './problems.ts'
import { wholePeriods } from './steps.ts'

/** (1 − share)^⌊age / duration⌋, as a power of two; a share of 100% leaves everything until the first period is over, then nothing. */
function factor(share: number, age: Expr, duration: number): Expr {
  if (share < 1) return { op: 'halve', of: multiply(wholePeriods(age, duration), constant(-Math.log2(1 - share) + 0)) }
  return choose([[less(age, constant(duration)), constant(1)]], constant(0))
}

export const ofRemaining: DecayShape = {
  name: 'decay of remaining',
  form: 'decay <percent> of remaining every <duration>',
  doc: 'Each time this long has passed, a share of what is still there is taken away: 20% every 5 days leaves 80%, then 64%, then 51.2%. It slows down and does not reach zero, except at 100%.',
  phrase: ['<percent>', 'of', 'remaining', 'every', '<duration>'],
  problem: ([share, duration]) => firstProblem(shareProblem(share), durationProblem(duration)),
  lower: ([share = 0, duration = 0], amount, age) => multiply(amount, factor(share, age, duration)),
  describe: ([share, duration]) => `loses ${share} of what is left every ${duration}`,
  example: {
    model: 'on webinar add 100 decay 20% of remaining every 5d',
    lead: { events: [{ type: 'webinar', at: '2026-05-20T00:00:00Z' }] },
    total: 64,
  },
}
