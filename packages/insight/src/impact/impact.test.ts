/** What is said to be the cause of what, and which leads are told. */
import { check, lower } from '@merit-lang/language'
import { LeadReader } from '@merit-lang/runtime/batch'
import { describe, expect, it, test } from 'vitest'
import { changesBetween } from '../changes/changes.ts'
import { ImpactCounter } from './counter.ts'
import type { Impact } from './impact.ts'
import { impactPlan } from './plan.ts'
import { sharedReading } from './reading.ts'
import { impactOf } from './result.ts'
import { PairScorer } from './scorer.ts'

const now = Date.UTC(2026, 5, 1)

function programOf(text: string) {
  const { model, diagnostics } = check({ path: 'model.merit', text })
  if (!model) throw new Error(diagnostics.map(({ name }) => name).join())
  return lower(model).program
}

function impact(one: string, other: string, leads: readonly object[]): Impact {
  const [before, after] = [programOf(one), programOf(other)]
  const plan = impactPlan(before, after, changesBetween(before, after))
  const [scorer, counter] = [new PairScorer(plan), new ImpactCounter(plan)]
  const readers = [new LeadReader(before), new LeadReader(after)] as const
  for (const lead of leads) {
    for (const reader of readers) reader.read(lead)
    counter.add(scorer.score([readers[0].columns, readers[1].columns], 0, now), number => readers[0].id ?? number)
  }
  return impactOf(counter.tally, plan)
}

const model = `lead {
  industry: one of [SaaS, Retail]
  size: integer 0..
  customer: boolean
}
score fit {
  when industry = SaaS add 30 as "SaaS"
  group firm cap 40 {
    when size >= 100 add 20 as "Large"
    when size >= 1000 add 20 as "Huge"
  }
}
score use {
  when customer add 5 as "Use"
}
score total = fit + use
grade tier from fit { A at 50 else B }
qualify MQL at 50
qualify SQL when tier = A
disqualify "tiny" when size < 5
`
const leads = [
  { id: 'small', industry: 'SaaS', size: 20 },
  { id: 'large', industry: 'SaaS', size: 200 },
  { id: 'huge', industry: 'SaaS', size: 2000, customer: true },
  { id: 'retail', industry: 'Retail', size: 2000, customer: true },
  { id: 'tiny', industry: 'SaaS', size: 2 },
]

/** `kind name: +MQL ids −SQL ids`, for causes that move leads. */
function causes(edit: readonly [string | RegExp, string]): readonly string[] {
  const found = impact(model, model.replace(...edit), leads).causes
  return found.flatMap(({ kind, name, entering, leaving }) => {
    const ways = [
      ...Object.entries(entering).map(([stage, { ids }]) => `+${stage} ${ids.join()}`),
      ...Object.entries(leaving).map(([stage, { ids }]) => `−${stage} ${ids.join()}`),
    ]
    return ways.length > 0 ? [`${kind} ${name}: ${ways.join(' ')}`] : []
  })
}

describe('causes', () => {
  test.each<[string, readonly [string | RegExp, string], readonly string[]]>([
    ['the points of a rule', ['add 20 as "Large"', 'add 10 as "Large"'], ['rule Large: −MQL large −SQL large']],
    [
      'a rule that is new',
      ['  group firm', '  when size < 50 add 25 as "Small"\n  group firm'],
      ['rule Small: +MQL small +SQL small'],
    ],
    ['a rule that is gone', [/ {2}when industry.*\n/, ''], ['rule SaaS: −MQL large,huge −SQL large,huge']],
    ['a rule under another name', ['as "Large"', 'as "Not small"'], []],
    ['a cap', ['cap 40', 'cap 15'], ['block firm: −MQL large −SQL large,huge']],
    ['a formula', ['fit + use', '2 * fit'], ['formula total: +MQL small,retail']],
    ['a threshold', ['MQL at 50', 'MQL at 45'], ['stage MQL: +MQL retail']],
    ['a grade', ['A at 50', 'A at 30'], ['grade tier: +SQL small,retail']],
    ['a disqualification', ['size < 5', 'size < 500'], ['disqualification tiny: −MQL large −SQL large']],
    ['a new stage', ['qualify SQL', 'qualify Hot at 70\nqualify SQL'], ['stage Hot: +Hot huge']],
    ['what no stage reads', ['add 5 as "Use"', 'add 7 as "Use"'], []],
  ])('%s', (_, edit, expected) => expect(causes(edit)).toEqual(expected))

  it('push the way that the lead went', () => {
    const edited = model
      .replace('add 30 as "SaaS"', 'add 10 as "SaaS"')
      .replace('add 20 as "Large"', 'add 25 as "Large"')
    const { stages, causes: found } = impact(model, edited, leads)
    expect(stages[0]).toMatchObject({ name: 'MQL', leaving: ['large'] })
    expect(found.filter(({ leaving }) => leaving.MQL).map(({ name }) => name)).toEqual(['SaaS'])
  })
})

it('what raises a score makes nobody leave whose threshold was raised further', () => {
  const edited = model.replace('add 20 as "Large"', 'add 30 as "Large"').replace('MQL at 50', 'MQL at 90')
  const { stages, causes: found } = impact(model, edited, leads)
  expect(stages[0]).toMatchObject({ name: 'MQL', leaving: ['large', 'huge'] })
  expect(found.filter(({ leaving }) => leaving.MQL).map(({ kind, name }) => [kind, name])).toEqual([['stage', 'MQL']])
})

describe('the most affected', () => {
  it('are those that enter or leave a stage, then those whose scores moved furthest', () => {
    const edited = model.replace('add 20 as "Large"', 'add 19 as "Large"').replace('add 5 as "Use"', 'add 95 as "Use"')
    const { mostAffected } = impact(model, edited, leads)
    expect(mostAffected.map(({ id }) => id)).toEqual(['retail', 'large', 'huge'])
    expect(mostAffected[1]).toMatchObject({
      before: { scores: { fit: 50, total: 50 }, stages: ['MQL', 'SQL'] },
      after: { scores: { fit: 49, total: 49 }, stages: [] },
      differences: [{ kind: 'rule', name: 'Large', within: ['fit', 'firm'], before: 20, after: 19 }],
    })
  })
})

describe('leads are read once', () => {
  const extended = model.replace('customer: boolean', 'customer: boolean\n  country: text')
  test.each([
    ['where both declare them alike', model, model, true],
    ['where one reads more', model, extended, true],
    ['not where a type is another', model, model.replace('size: integer 0..', 'size: number 0..'), false],
    ['not where a key is another', model, model.replace('size: integer 0..', 'size: integer 0.. from "Size"'), false],
    ['not in two time zones', model, `timezone "Europe/Berlin"\n${model}`, false],
  ])('%s', (_, one, other, shared) => {
    expect(sharedReading(programOf(one), programOf(other)) !== undefined).toBe(shared)
  })
})

it.each([
  ['a value', { size: 5 }, 1],
  ['a value that does not fit', { size: 'large' }, 0],
  ['keys of something else', { id: 'x', plan: 'pro' }, 0],
])('of a lead with %s so many are known: %#', (_, lead, known) => {
  expect(impact(model, model.replace('30', '40'), [lead])).toMatchObject({ leads: 1, known })
})

it('events are known, too; of models that read nothing all is', () => {
  const [visits, all] = ['on visit add 5', 'when 1 > 0 add 5']
  const visit = { type: 'visit', at: '2026-05-01T00:00:00Z' }
  expect(impact(visits, visits, [{ events: [visit] }, { events: [] }])).toMatchObject({ leads: 2, known: 1 })
  expect(impact(all, all, [{}])).toMatchObject({ leads: 1, known: 1 })
})
