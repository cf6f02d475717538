import { describe, expect, it } from 'vitest'
import { workspaceOf } from '../testing.ts'
import type { Project } from '../workspace.ts'
import { atOnce } from './breathe.ts'
import { coverageOf } from './coverage.ts'

async function covered(text: string, ids?: readonly string[]) {
  const project = workspaceOf({ '/m.merit': text }).projectsOf('/m.merit')[0] as Project
  const { problem, statements } = await coverageOf(project, '/m.merit', ids, atOnce)
  if (problem !== undefined) return problem
  return statements.map(({ name, matched, conditions }) =>
    [`${matched}× ${name}`, ...conditions.map(one => `${one.text} +${one.held} −${one.failed}`)].join(' | '),
  )
}

describe('what tests reach', () => {
  it.each<[string, string, string[]]>([
    [
      'the comparisons of a rule',
      'when size > 5 and (vip or not old) add 1\ntest "t" { lead { size: 6, vip: true } expect total = 1 }',
      ['1× when size > 5 and (vip or not old) add 1 | size > 5 +1 −0 | vip +1 −0 | old +0 −1'],
    ],
    [
      'the rows of a table',
      'points by plan { pro: 5  else: 1 }\ntest "a" { lead { plan: pro } expect total = 5 }\ntest "b" { expect total = 1 }',
      ['2× points by plan | pro +1 −1 | else +1 −1'],
    ],
    [
      'the rows of a table of events, several at once',
      'on visit points by subject { a: 1  b: 2 }\ntest "t" { event visit(a) 1d ago event visit(b) 1d ago expect total = 3 }',
      ['1× on visit points by subject | a +1 −0 | b +1 −0'],
    ],
    [
      'each instant that a test looks at',
      'on visit within 10d add 1\nqualify S at 1\ntest "t" { event visit 1d ago expect S  expect in 20d not S }',
      ['1× on visit within 10d add 1', '1× qualify S at 1 | 1 +1 −1'],
    ],
    [
      'multipliers, grades and disqualifications',
      `score s { when a add 10  when b multiply by 50% }
grade g from s { A at 8  B at 4  else C }
disqualify "no" when c
test "t" { lead { a: true, b: true } expect s = 5 }`,
      [
        '1× when a add 10 | a +1 −0',
        '1× when b multiply by 50% | b +1 −0',
        '0× g A | 8 +0 −1',
        '1× g B | 4 +1 −0',
        '0× disqualify no | c +0 −1',
      ],
    ],
    [
      'nothing in a block that does not apply',
      'score s when a { when b add 1 }\ntest "t" { lead { b: true } expect s = 0 }',
      ['0× when b add 1 | b +1 −0'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await covered(text)).toEqual(expected)
  })

  it('of chosen tests only', async () => {
    const text = 'when a add 1\ntest "x" { lead { a: true } expect total = 1 }\ntest "y" { expect total = 0 }'
    expect(await covered(text, ['y'])).toEqual(['0× when a add 1 | a +0 −1'])
  })

  it('is not known of a model with errors', async () => {
    expect(await covered('when a add\ntest "x" { }')).toMatch(/^The model has 1 error\.$/)
  })
})
