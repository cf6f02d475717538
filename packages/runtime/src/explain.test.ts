import { describe, expect, test } from 'vitest'
import { explain } from './explain.ts'
import type { Block, Condition, Expr, Program, Rule, Value } from './program.ts'
import type { BlockExplanation, RuleExplanation } from './result.ts'
import {
  attribute,
  block,
  condition,
  constant,
  DAY,
  declared,
  events,
  type Happened,
  halfLife,
  isSaas,
  lead,
  NOW,
  number,
  onEach,
  points,
  program,
  property,
  rule,
  scoreOf,
  text,
} from './testing.ts'

const model: Partial<Program> = {
  attributes: [
    declared('industry', text),
    declared('customer', { kind: 'boolean' }),
    declared('created', { kind: 'date' }),
  ],
  events: [
    { name: 'page_view', properties: [declared('path', text), declared('seconds', number)] },
    { name: 'unsubscribe', properties: [] },
  ],
}
const span = { path: 'acme.merit', line: 7, column: 3 }
const isCustomer = condition('customer', attribute(1), attribute(1))

function explainBlock(items: Block['items'], values: Value[], visits: Happened[] = [], rest: Partial<Block> = {}) {
  const { explained } = explain(program({ ...model, scores: [scoreOf(items, rest)] }), lead(values, visits), NOW)
  return explained.scores[0] as BlockExplanation
}
function explainRule(item: Rule, values: Value[], visits: Happened[] = [], rest: Partial<Block> = {}) {
  return explainBlock([item], values, visits, rest).items[0] as RuleExplanation
}

describe('the outcome of a rule on the lead', () => {
  const saas = rule('SaaS', { cases: [points(15, isSaas)] })
  const both: Condition = {
    expr: { op: 'and', of: [isSaas.expr, isCustomer.expr] },
    parts: [...isSaas.parts, ...isCustomer.parts],
  }
  const table = rule('table', {
    subject: { text: 'industry', value: attribute(0), as: 'text' },
    cases: [{ ...points(15, isSaas), text: 'SaaS' }],
  })
  const perLead: Rule = rule('size', {
    cases: [{ text: '', points: attribute(0), reads: [{ text: 'employees', value: attribute(0), as: 'number' }] }],
  })

  test.each<[string, Rule, Value[], Partial<RuleExplanation>]>([
    ['matched', saas, ['saas'], { outcome: 'matched', missing: [], points: 15 }],
    ['not matched', saas, ['retail'], { outcome: 'not matched', missing: [], points: 0 }],
    ['input missing', saas, [null], { outcome: 'input missing', missing: ['industry'], points: 0 }],
    [
      'decided by the other part',
      rule('r', { cases: [points(1, both)] }),
      [null, false],
      { outcome: 'not matched', missing: [] },
    ],
    [
      'both parts missing',
      rule('r', { cases: [points(1, both)] }),
      [null, null],
      { missing: ['industry', 'customer'] },
    ],
    ['one part missing', rule('r', { cases: [points(1, both)] }), ['saas', null], { missing: ['customer'] }],
    [
      'of a condition around it',
      rule('r', { when: isSaas, cases: [points(1)] }),
      [null],
      { outcome: 'input missing', missing: ['industry'] },
    ],
    [
      'a negation that lets unknown through',
      rule('r', { cases: [points(1, { expr: { op: 'not', of: isSaas.expr }, parts: isSaas.parts })] }),
      [null],
      { outcome: 'matched', points: 1 },
    ],
    ['a case of a table', table, ['saas'], { outcome: 'matched', case: 'SaaS' }],
    ['no case of a table', table, ['retail'], { outcome: 'not matched' }],
    ['an unknown subject', table, [null], { outcome: 'input missing', missing: ['industry'] }],
    ['unknown points', perLead, [null], { outcome: 'input missing', missing: ['employees'] }],
  ])('%s', (_, item, values, expected) => {
    expect(explainRule(item, values)).toMatchObject(expected)
  })

  test('each comparison says what it saw', () => {
    expect(explainRule(rule('r', { cases: [points(1, both)] }), ['saas', null]).saw).toEqual([
      { text: 'industry = SaaS', holds: true, values: [{ text: 'industry', value: 'saas' }] },
      { text: 'customer', holds: false, values: [{ text: 'customer', value: 'unknown' }] },
    ])
  })

  test('a table says what it looked at', () => {
    expect(explainRule(table, ['retail']).saw).toEqual([
      { text: 'industry', holds: false, values: [{ text: 'industry', value: 'retail' }] },
    ])
  })

  test('its points before and after cap and weight, its line', () => {
    const item = rule('r', { cases: [points(20)], cap: constant(10), weight: 0.5, span })
    expect(explainRule(item, [])).toMatchObject({
      raw: 20,
      decayed: 20,
      bounded: 10,
      points: 5,
      cap: 10,
      weight: 0.5,
      line: 7,
      path: 'acme.merit',
    })
  })
})

describe('a rule on events', () => {
  const since = { op: 'since', set: events(0), last: events(1) } as const
  const latest = { op: 'latest', set: since, count: 2 } as const
  const steps = [
    { text: 'page_view', set: events(0) },
    { text: 'since last unsubscribe', set: since },
    { text: 'at most 2 times', set: latest },
  ]
  const decayed = rule('on page_view add 8', {
    on: { steps, decay: { text: 'decay 30d', points: halfLife(30 * DAY) } },
    cases: [points(8)],
  })
  const visits: Happened[] = [
    [0, 90, { path: '/a' }],
    [1, 80],
    [0, 70, { path: '/b', seconds: 1.5 }],
    [0, 60, { path: '/c' }],
    [0, 30],
  ]

  test('counted events have their age, points before and after decay, properties', () => {
    expect(explainRule(decayed, [], visits).events).toMatchObject({
      decay: 'decay 30d',
      counted: [
        {
          type: 'type0',
          at: '2026-04-02T00:00:00Z',
          id: null,
          properties: { path: '/c' },
          age: 60 * DAY,
          raw: 8,
          points: 2,
        },
        { age: 30 * DAY, raw: 8, points: 4, properties: {} },
      ],
    })
  })

  test('dropped events name the step that dropped them', () => {
    expect(explainRule(decayed, [], visits).events?.dropped).toMatchObject([
      { properties: { path: '/a' }, by: 'since last unsubscribe' },
      { properties: { path: '/b', seconds: '1.5' }, by: 'at most 2 times' },
    ])
  })

  test('raw is before decay, decayed after', () => {
    expect(explainRule(decayed, [], visits)).toMatchObject({ outcome: 'matched', raw: 16, decayed: 6, points: 6 })
  })

  test('a date is an event by the name of its attribute', () => {
    const created: Rule = onEach({ op: 'moment', of: attribute(2) }, 10)
    expect(explainRule(created, [null, null, NOW - DAY]).events?.counted).toMatchObject([{ type: 'created', age: DAY }])
  })

  const seconds = { text: 'seconds', value: property('seconds'), as: 'number' } as const
  const bySeconds = onEach(events(0), 0, { cases: [{ text: '', points: property('seconds'), reads: [seconds] }] })
  test.each<[string, Rule, Value[], Happened[], Partial<RuleExplanation>]>([
    ['no event', decayed, [], [], { outcome: 'not matched', missing: [] }],
    ['all points unknown', bySeconds, [], [[0, 1]], { outcome: 'input missing', missing: ['seconds'] }],
    [
      'some points unknown',
      bySeconds,
      [],
      [
        [0, 1],
        [0, 2, { seconds: 3 }],
      ],
      { outcome: 'matched', points: 3 },
    ],
    [
      'its condition not decided',
      { ...decayed, when: isSaas },
      [null],
      visits,
      { outcome: 'input missing', missing: ['industry'] },
    ],
    [
      'its condition false',
      { ...decayed, when: isSaas },
      ['retail'],
      visits,
      { outcome: 'not matched', events: { counted: [], dropped: [], decay: 'decay 30d' } },
    ],
  ])('%s', (_, item, values, happened, expected) => {
    expect(explainRule(item, values, happened)).toMatchObject(expected)
  })
})

describe('a block', () => {
  const ten = rule('ten', { cases: [points(10)] })
  const half = { kind: 'multiplier', id: 'half', when: isCustomer, factor: 0.5, span } as const

  test('its sum, what multipliers, bounds and weight make of it', () => {
    const rest = { multipliers: [half], cap: constant(4), floor: constant(-4), weight: 0.5 }
    expect(explainBlock([ten, ten], [null, true], [], rest)).toMatchObject({
      kind: 'rules',
      active: true,
      sum: 20,
      multiplied: 10,
      bounded: 4,
      points: 2,
      cap: 4,
      floor: -4,
      weight: 0.5,
      multipliers: [{ id: 'half', factor: 0.5, outcome: 'matched', line: 7 }],
    })
  })

  test('a multiplier whose input is missing does not multiply', () => {
    const { multipliers, multiplied } = explainBlock([ten], [null, null], [], { multipliers: [half] })
    expect(multipliers).toMatchObject([{ outcome: 'input missing' }])
    expect(multiplied).toBe(10)
  })

  test('where its condition does not hold no rule in it matches', () => {
    expect(explainBlock([ten], ['retail'], [], { when: isSaas })).toMatchObject({
      active: false,
      saw: [{ text: 'industry = SaaS', holds: false }],
      points: 0,
      items: [{ outcome: 'not matched', points: 0 }],
    })
  })

  test('where its condition is not decided its rules miss that input, also in groups inside', () => {
    const { items } = explainBlock([block([ten])], [null], [], { when: isSaas })
    expect(items).toMatchObject([
      { kind: 'group', active: false, items: [{ outcome: 'input missing', missing: ['industry'] }] },
    ])
  })
})

test('formulas, grades, stages and disqualifications', () => {
  const score: Expr = { op: 'score', index: 0 }
  const result = explain(
    program({
      ...model,
      scores: [
        scoreOf([rule('r', { cases: [points(10, isSaas)] })], { name: 'fit' }),
        {
          kind: 'formula',
          name: 'total',
          text: '2 * fit',
          formula: { op: 'multiply', left: constant(2), right: score },
          reads: [{ text: 'fit', value: score, as: 'number' }],
          cap: constant(15),
          span,
          doc: '',
        },
      ],
      grades: [
        { kind: 'cases', name: 'tier', cases: [{ label: 'A', when: isSaas }], otherwise: 'B', span },
        { kind: 'joined', name: 'cell', grades: [0, 0], span },
      ],
      stages: [{ name: 'MQL', lines: [{ text: 'when industry = SaaS', when: isSaas, span }] }],
      disqualifications: [{ reason: 'customer', when: isCustomer, span }],
    }),
    lead(['saas', true]),
    NOW,
  )
  const saw = [{ text: 'industry = SaaS', holds: true, values: [{ text: 'industry', value: 'saas' }] }]
  const place = { line: 7, path: 'acme.merit' }
  expect(result.scores).toEqual({ fit: 10, total: 15 })
  expect(result.explained.scores[1]).toEqual({
    kind: 'formula',
    name: 'total',
    text: '2 * fit',
    values: [{ text: 'fit', value: '10' }],
    raw: 20,
    points: 15,
    ...place,
  })
  expect(result.explained.grades).toEqual([
    { name: 'tier', label: 'A', cases: [{ label: 'A', holds: true, saw }], ...place },
    { name: 'cell', label: 'AA', cases: [], ...place },
  ])
  expect(result.explained.stages).toEqual([
    { name: 'MQL', holds: false, lines: [{ text: 'when industry = SaaS', holds: true, saw, ...place }] },
  ])
  expect(result.explained.disqualifications).toMatchObject([{ reason: 'customer', holds: true }])
})

describe('a stage with a lower mark', () => {
  const score: Expr = { op: 'score', index: 0 }
  const reaches: Expr = { op: 'atMost', left: constant(20), right: score }
  const at = { score: 0, threshold: constant(20) }
  const line = { text: 'at 20 until below 5', when: { expr: reaches, parts: [] }, at, until: constant(5), span }
  const halving = program({
    events: [{ name: 'visit', properties: [] }],
    scores: [scoreOf([onEach(events(0), 10, {}, halfLife(10 * DAY))])],
    stages: [{ name: 'MQL', lines: [line] }],
  })
  const place = { line: 7, path: 'acme.merit' }

  test.each<[string, number[], object]>([
    ['holds as any other does', [0, 0], { holds: true }],
    ['says since when it alone holds the lead in', [9, 9], { holds: true, heldSince: '2026-05-23T00:00:00Z' }],
    ['that ended and began again counts from then', [90, 90, 9, 9], { holds: true, heldSince: '2026-05-23T00:00:00Z' }],
    ['was never reached', [9], { holds: false }],
    ['lets go', [30, 30], { holds: false }],
  ])('%s', (_, days, expected) => {
    const subject = lead(
      [],
      days.map(ago => [0, ago]),
    )
    const [stage] = explain(halving, subject, NOW).explained.stages
    expect(stage?.lines).toEqual([{ text: line.text, saw: [], ...expected, ...place }])
    expect(stage?.holds).toBe(stage?.lines[0]?.holds)
  })
})
