import { describe, expect, it } from 'vitest'
import { workspaceOf } from '../testing.ts'
import type { Project } from '../workspace.ts'
import { atOnce } from './breathe.ts'
import { coverageOf } from './coverage.ts'

async function covered(text: string, ids?: readonly string[]) {
  const project = workspaceOf({ '/m.merit': text }).projectsOf('/m.merit')[0] as Project
  const { problem, statements } = await coverageOf(project, '/m.merit', ids, atOnce)
  if (problem !== undefined) return problem
  return statements.map(({ name, matched, goals }) =>
    [
      `${matched}× ${name}`,
      ...goals.map(goal => `${goal.text} ${goal.outcomes.map(one => `${one.outcome} ${one.seen}`).join(' ')}`),
    ].join(' | '),
  )
}

describe('what tests reach', () => {
  it.each<[string, string, string[]]>([
    [
      'the comparisons of a rule',
      'when size > 5 and (vip or not old) add 1\ntest "t" { lead { size: 6, vip: true } expect total = 1 }',
      [
        '1× when size > 5 and (vip or not old) add 1 | size > 5 true 1 false 0 unknown 0 | vip true 1 false 0 unknown 0 | old true 0 false 0 unknown 1',
      ],
    ],
    [
      'rows and thresholds, at each instant that a test looks at',
      'on visit points by subject { a: 1  b: 2 }\nqualify S at 1\ntest "t" { event visit(a) 1d ago expect S }',
      [
        '1× on visit points by subject | a applied 1 | b applied 0',
        '1× qualify S at 1 | total at 1 reached 1 missed 0',
      ],
    ],
    [
      'only what can be reached',
      'lead { size: integer 0..9 required }\nwhen size >= 0 add 1\nwhen size > 9 add 1\ntest "t" { lead { size: 1 } expect total = 1 }',
      ['1× when size >= 0 add 1 | size >= 0 true 1'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await covered(text)).toEqual(expected)
  })

  it('of chosen tests only', async () => {
    const text = 'when a add 1\ntest "x" { lead { a: true } expect total = 1 }\ntest "y" { expect total = 0 }'
    expect(await covered(text, ['y'])).toEqual(['0× when a add 1 | a true 0 false 0 unknown 1'])
  })

  it('is not known of a model with errors', async () => {
    expect(await covered('when a add\ntest "x" { }')).toMatch(/^The model has 1 error\.$/)
  })

  it('lets others have their turn', async () => {
    const project = workspaceOf({ '/m.merit': 'when a add 1\ntest "x" { }' }).projectsOf('/m.merit')[0] as Project
    let turns = 0
    await coverageOf(project, '/m.merit', undefined, async () => {
      turns++
    })
    expect(turns).toBeGreaterThan(3)
  })
})
