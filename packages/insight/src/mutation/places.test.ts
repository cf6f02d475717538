import { check } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { mutationPlaces } from './places.ts'

/** `kind: before → after` of all mutants of a model, without those that leave out whole statements. */
function mutantsOf(text: string): readonly string[] {
  const lead =
    'lead { employees: integer  title: text  customer: boolean  created: date  plan: one of [Free, Paid] }\nevent visit { path: text  seconds: number }\n'
  const { understood, diagnostics } = check({ path: 'model.merit', text: lead + text })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(JSON.stringify(errors.map(({ name, params }) => [name, params])))
  return mutationPlaces(understood).flatMap(({ mutants }) =>
    mutants.filter(({ kind }) => kind !== 'rule').map(({ kind, before, after }) => `${kind}: ${before} → ${after}`),
  )
}

const addPlain = ['points: add 5 → add 6', 'points: add 5 → add 4']

describe('mutants of', () => {
  it.each<[string, string, readonly string[]]>([
    ['points', 'when customer add 5', ['negation: customer → not customer', ...addPlain]],
    ['points with decimals', 'on visit add 2.5', ['points: add 2.5 → add 2.6', 'points: add 2.5 → add 2.4']],
    [
      'a share',
      'on visit add 5\nwhen customer multiply by 50%',
      [
        ...addPlain,
        'negation: customer → not customer',
        'points: multiply by 50% → multiply by 51%',
        'points: multiply by 50% → multiply by 49%',
      ],
    ],
    [
      'a bound',
      'when employees > 5 add 5',
      [
        'negation: employees > 5 → not (employees > 5)',
        'bound: employees > 5 → employees >= 5',
        'bound: employees > 5 → employees > 6',
        ...addPlain,
      ],
    ],
    [
      'a bound on the left',
      'when 5 <= employees add 5',
      [
        'negation: 5 <= employees → not (5 <= employees)',
        'bound: 5 <= employees → 4 <= employees',
        'bound: 5 <= employees → 5 < employees',
        ...addPlain,
      ],
    ],
    [
      'a range',
      'when employees in 10.. add 5',
      ['negation: employees in 10.. → not (employees in 10..)', 'bound: 10.. → 11..', 'bound: 10.. → 9..', ...addPlain],
    ],
    [
      'a day',
      'when created after 2026-02-28 add 5',
      [
        'negation: created after 2026-02-28 → not (created after 2026-02-28)',
        'bound: created after 2026-02-28 → created after 2026-03-01',
        'bound: created after 2026-02-28 → created after 2026-02-27',
        ...addPlain,
      ],
    ],
    [
      'what `and`, `or` and `not` join',
      'when plan = Paid and not (customer or title is known) add 5',
      [
        'negation: plan = Paid and not (customer or title is known) → not (plan = Paid and not (customer or title is known))',
        'negation: plan = Paid → not (plan = Paid)',
        'negation: customer → not customer',
        'negation: title is known → not (title is known)',
        ...addPlain,
      ],
    ],
    ['a negation', 'when not customer add 5', ['negation: not customer → customer', ...addPlain]],
    [
      'a table',
      'points by employees { < 10: -1  else: 3 }',
      [
        'bound: < 10 → < 11',
        'bound: < 10 → < 9',
        'points: < 10: -1 → < 10: 0',
        'points: < 10: -1 → < 10: -2',
        'points: else: 3 → else: 4',
        'points: else: 3 → else: 2',
      ],
    ],
    [
      'modifiers',
      'on visit(seconds > 3) within 30d add 5 cooldown 1h first 9 once decay 7d cap 20 weight 50%',
      [
        'negation: seconds > 3 → not (seconds > 3)',
        'bound: seconds > 3 → seconds >= 3',
        'bound: seconds > 3 → seconds > 4',
        'window: within 30d → ',
        ...addPlain,
        'limit: cooldown 1h → ',
        'limit: first 9 → ',
        'limit: once → ',
        'decay: decay 7d → ',
        'cap: cap 20 → ',
        'weight: weight 50% → ',
      ],
    ],
    [
      'defaults',
      'score heat cap 50 {\n default decay 30d\n on visit add 5 decay 7d\n}',
      ['cap: cap 50 → ', 'decay: default decay 30d → ', ...addPlain, 'decay: decay 7d → no decay'],
    ],
    [
      'counts',
      'when at least 3 visit within 7d add 5',
      [
        'negation: at least 3 visit within 7d → not (at least 3 visit within 7d)',
        'bound: at least 3 visit within 7d → at least 4 visit within 7d',
        'bound: at least 3 visit within 7d → at least 2 visit within 7d',
        'window: within 7d → ',
        ...addPlain,
      ],
    ],
    [
      'thresholds',
      'on visit add 5\nqualify at 50 until below 40\ngrade tier from total { A at 80  else B }',
      [
        ...addPlain,
        'threshold: qualify at 50 until below 40 → qualify at 51 until below 40',
        'threshold: qualify at 50 until below 40 → qualify at 49 until below 40',
        'threshold: qualify at 50 until below 40 → qualify at 50 until below 41',
        'threshold: qualify at 50 until below 40 → qualify at 50 until below 39',
        'threshold: A at 80 → A at 81',
        'threshold: A at 80 → A at 79',
      ],
    ],
    ['no tests and promises', 'on visit add 5\npromise never total > 50\ntest "t" { expect total = 0 }', addPlain],
  ])('%s', (_, text, expected) => {
    expect(mutantsOf(text)).toEqual(expected)
  })
})
