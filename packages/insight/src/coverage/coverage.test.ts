import { analyse } from '@merit-lang/analysis'
import { check, lower } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { coverageOf } from './cover.ts'
import type { CoveredGoal, CoveredOutcome } from './coverage.ts'

function covered(text: string, wanted = (_: string) => true) {
  const { model, diagnostics } = check({ path: 'm.merit', text })
  if (!model) throw new Error(diagnostics.map(one => one.name).join())
  const lowered = lower(model)
  const tests = lowered.tests.filter(({ name }) => wanted(name))
  const { statements } = coverageOf(model, lowered, { tests, analysis: analyse(lowered.program) })
  return statements.map(({ name, goals }) => `${name}: ${goals.map(goalText).join(' | ')}`)
}

const goalText = ({ kind, text, outcomes }: CoveredGoal) =>
  `${kind === 'statement' ? '' : `${text} `}${outcomes.map(outcomeText).join(' ')}`
const outcomeText = ({ outcome, seen, impossible, witness }: CoveredOutcome) =>
  `${outcome} ${impossible ? 'never' : `${seen}${seen === 0 && !witness ? '?' : ''}`}`

describe('what tests reach', () => {
  it.each<[string, string, string[]]>([
    [
      'the comparisons of a rule',
      'lead { size: integer required  vip: boolean  old: boolean required }\nwhen size > 5 and (vip or not old) add 1\ntest "t" { lead { size: 6, vip: true, old: true } expect total = 1 }',
      [
        'when size > 5 and (vip or not old) add 1: matched 1 | size > 5 true 1 false 0 | vip true 1 false 0 unknown 0 | old true 1 false 0',
      ],
    ],
    [
      'the rows of a table',
      'points by plan { pro: 5  else: 1 }\ntest "a" { lead { plan: pro } expect total = 5 }\ntest "b" { expect total = 1 }',
      ['points by plan: matched 2 | pro applied 1 | else applied 1'],
    ],
  ])('%s', (_, text, expected) => {
    expect(covered(text)).toEqual(expected)
  })
})
