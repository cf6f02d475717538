import { compile } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analysis.ts'
import type { BlockAnatomy, Ends, Route } from './anatomy.ts'
import { anatomyOf } from './inspect.ts'

function anatomy(text: string) {
  const { lowered, diagnostics } = compile({ path: 'model.merit', text })
  if (!lowered) throw new Error(diagnostics.map(({ name }) => name).join())
  return anatomyOf(analyse(lowered.program))
}

const ends = ({ least, most }: Ends) => [least.points, most.points]

const schema = `lead { industry: one of [SaaS, Retail, Bank]  employees: integer 0..  vip: boolean  city: text }
event visit { page: text }
event open
`

describe('a block', () => {
  const blockOf = (text: string): BlockAnatomy => {
    const [score] = anatomy(schema + text).scores
    if (score?.kind !== 'rules') throw new Error('The first score has rules.')
    return score
  }

  it.each<[string, string, Partial<Record<'range' | 'before' | 'addedUp', readonly (number | null)[]>>]>([
    [
      'adds up to more than rules give that exclude each other',
      'when industry = SaaS add 20\nwhen industry = Retail add 15\nwhen vip subtract 5\nwhen not vip subtract 3',
      { range: [-5, 17], before: [-5, 17], addedUp: [-8, 35] },
    ],
    [
      'with a cap and a floor',
      'score total floor 0 cap 20 { when vip add 30\nwhen employees < 5 subtract 10 }',
      { range: [0, 20], before: [-10, 30], addedUp: [-10, 30] },
    ],
    ['of events without end', 'on open add 5', { range: [0, null], before: [0, null], addedUp: [0, null] }],
  ])('%s', (_, text, { range, before, addedUp }) => {
    const block = blockOf(text)
    expect({ range: ends(block.range), before: ends(block.before) }).toEqual({ range, before })
    expect([block.addedUp.least, block.addedUp.most]).toEqual(addedUp)
  })

  it.each<[string, string, 'cap' | 'floor', unknown]>([
    [
      'a cap that takes points',
      'score total cap 20 { when vip add 30 }',
      'cap',
      { points: 20, moves: 10, exact: true },
    ],
    ['a cap that never binds', 'score total cap 40 { when vip add 30 }', 'cap', { points: 40, moves: 0, exact: true }],
    [
      'a cap that is all there is',
      'score total cap 40 { on open add 1 }',
      'cap',
      { points: 40, moves: null, exact: true },
    ],
    [
      'a floor that adds points',
      'score total floor 0 { when vip subtract 30 }',
      'floor',
      { points: 0, moves: 30, exact: true },
    ],
    ['a cap that depends on the lead', 'score total cap (employees) { when vip add 30 }', 'cap', undefined],
  ])('has %s', (_, text, which, bound) => {
    expect(blockOf(text)[which]).toEqual(bound)
  })

  it.each<[string, readonly string[]]>([
    ['on open add 5 cap 20', ['cap 20']],
    ['on open add 5 once', ['once']],
    ['on open add 5', []],
    ['when vip add 5', []],
    ['on open subtract 5 floor -20', ['floor -20']],
  ])('knows what limits `%s`', (text, limits) => {
    expect(blockOf(text).items).toMatchObject([{ limits }])
  })

  it('knows multipliers that never hold', () => {
    const { multipliers } = blockOf('score total when vip { when employees > 5 add 5\nwhen not vip multiply by 50% }')
    expect(multipliers).toMatchObject([{ factor: 0.5, verdict: 'unreachable' }])
  })
})

describe('the route to a threshold', () => {
  const routeOf = (text: string): Route | undefined => anatomy(schema + text).stages[0]?.lines[0]?.route

  const rules =
    'when industry = SaaS add 30\nwhen industry = Bank add 20\nwhen vip add 25\nwhen employees > 100 add 10\n'

  it.each<[string, string, unknown]>([
    ['one rule', `${rules}qualify at 30`, { fewest: 1, shown: 1, alone: ['when industry = SaaS add 30'], needed: [] }],
    ['two rules', `${rules}qualify at 45`, { fewest: 2, shown: 2, alone: [], needed: ['when vip add 25'] }],
    [
      'all that go together',
      `${rules}qualify at 65`,
      {
        fewest: 3,
        shown: 3,
        alone: [],
        needed: ['when industry = SaaS add 30', 'when vip add 25', 'when employees > 100 add 10'],
      },
    ],
    ['none', `${rules}qualify at 0`, { fewest: 0, shown: 0, alone: [], needed: [] }],
    [
      'a composed score',
      `score a { when vip add 10 }\nscore b { when industry = SaaS add 10 }\nscore total = a + 2 * b\nqualify at 25`,
      { fewest: 2, shown: 2, alone: [], needed: ['when vip add 10', 'when industry = SaaS add 10'] },
    ],
    [
      'a group whose cap makes another rule needed',
      `score total { group g cap 20 { on open add 15\non visit add 15 }\nwhen vip add 10 }\nqualify at 30`,
      { fewest: 2, shown: 2, alone: [], needed: ['when vip add 10'] },
    ],
    [
      'rules that seem to go together and do not',
      `when industry = SaaS add 20\nwhen industry = Bank add 20\nwhen vip add 10\nwhen employees > 5 add 10\nqualify at 40`,
      { fewest: 3, shown: 3, alone: [], needed: ['when vip add 10', 'when employees > 5 add 10'] },
    ],
    ['no number', `${rules}qualify when vip`, undefined],
    ['a number nobody has', `${rules}qualify at 66`, undefined],
  ])('leads by %s', (_, text, expected) => {
    const route = routeOf(text)
    const names = (list: Route['alone'] = []) => list.map(({ rule }) => rule)
    expect(
      route && { fewest: route.fewest, shown: route.shown, alone: names(route.alone), needed: names(route.needed) },
    ).toEqual(expected)
  })
})

describe('outcomes', () => {
  it('says of each label and stage whether leads get there', () => {
    const { grades, stages } = anatomy(
      `${schema}when vip add 50\nwhen industry = SaaS add 10\ngrade tier { A when total >= 70  B when total >= 60  else C }\n` +
        'grade pair = tier + tier\nqualify Hot at 55\nqualify Cold when total >= -5\ndisqualify "x" when vip and industry = SaaS\n',
    )
    expect(grades.map(({ labels }) => labels.map(({ text, verdict }) => [text, verdict]))).toEqual([
      [
        ['A', 'unreachable'],
        ['B', 'reachable'],
        ['C', 'reachable'],
      ],
      [
        ['AA', 'unreachable'],
        ['AB', 'unreachable'],
        ['AC', 'unreachable'],
        ['BA', 'unreachable'],
        ['BB', 'reachable'],
        ['BC', 'unreachable'],
        ['CA', 'unreachable'],
        ['CB', 'unreachable'],
        ['CC', 'reachable'],
      ],
    ])
    expect(stages.map(({ text, verdict, everyone }) => [text, verdict, everyone])).toEqual([
      ['Hot', 'unreachable', false],
      ['Cold', 'reachable', false],
    ])
  })

  it('says that nobody is outside of a stage', () => {
    expect(anatomy(`${schema}when vip add 5\nqualify at 0`).stages).toMatchObject([{ everyone: true }])
  })

  it('says what becomes of promises', () => {
    const text = `${schema}when vip add 5\nqualify MQL at 5\npromise never MQL when not vip\npromise always MQL when employees > 3\n`
    expect(anatomy(text).promises.map(({ verdict }) => verdict)).toEqual(['proved', 'broken'])
  })
})

describe('inputs', () => {
  it('says what each moves', () => {
    const { attributes, events } = anatomy(
      `${schema}when vip and not vip add 5 as "never"\nlet size = employees * 2\nscore fit { when size > 5 add 3 }\nqualify at 3 of fit\nqualify when any visit\ndisqualify "home" when industry = Bank\n`,
    )
    expect([...attributes, ...events].map(({ name, moves, read }) => [name, moves.join(), read])).toEqual([
      ['industry', 'disqualification', true],
      ['employees', 'fit', true],
      ['vip', '', true],
      ['city', '', false],
      ['visit', 'qualified', true],
      ['open', '', false],
    ])
  })
})
