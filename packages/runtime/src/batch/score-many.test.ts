import { describe, expect, test } from 'vitest'
import { modelOf } from '../engine/model.ts'
import type { Program } from '../program.ts'
import {
  attribute,
  condition,
  constant,
  DAY,
  declared,
  equal,
  events,
  halfLife,
  NOW,
  number,
  onEach,
  program,
  scoreOf,
  span,
} from '../testing.ts'
import { columnsOf } from './columns-of.ts'
import { scoreMany } from './score-many.ts'

const fold = { op: 'fold', of: attribute(0) } as const
const model = modelOf(
  program({
    attributes: [
      declared('industry', { kind: 'enum', values: ['SaaS', 'Retail'] }),
      declared('size', number),
      declared('created', { kind: 'date' }),
    ],
    events: [{ name: 'visit', properties: [declared('seconds', number)] }],
    scores: [scoreOf([onEach(events(0), 20, {}, halfLife(30 * DAY))])],
    grades: [
      {
        kind: 'cases',
        name: 'kind',
        cases: [{ label: 'soft', when: condition('industry = SaaS', equal(fold, 'saas')) }],
        otherwise: 'other',
        span,
      },
    ],
    disqualifications: [
      {
        reason: 'too small',
        when: condition('size < 5', { op: 'less', left: attribute(1), right: constant(5) }),
        span,
      },
    ],
  } satisfies Partial<Program>),
)
const leads = [
  { id: 'a', industry: 'saas', size: 3, events: [{ type: 'visit', at: new Date(NOW - 30 * DAY), id: 'v1' }] },
  { id: 'b', industry: 'Bank', created: '2026-05-01', events: [{ type: 'visit', at: 'yesterday' }] },
  { id: null, size: 80 },
]
const one = (index: number) => model.score(leads[index], { now: NOW })

describe('many leads give what each of them gives', () => {
  test.each([
    ['as objects', leads],
    ['in columns', columnsOf(model, leads)],
    [
      'in arrays',
      {
        ids: ['a', 'b', null],
        attributes: {
          industry: ['saas', 'Bank', undefined],
          size: Float64Array.of(3, Number.NaN, 80),
          created: [null, '2026-05-01', null],
        },
        events: {
          lead: [1, 0],
          type: ['visit', 'visit'],
          at: ['yesterday', new Date(NOW - 30 * DAY)],
          id: [null, 'v1'],
        },
      },
    ],
  ])('%s', (_, given) => {
    const scored = scoreMany(model, given, { now: NOW })
    expect(leads.map((_, i) => scored.resultAt(i))).toEqual(leads.map((_, i) => one(i)))
  })
})

test('the columns of the results', () => {
  const { scores, grades, disqualified, issues, ids } = scoreMany(model, leads, { now: new Date(NOW) })
  expect([...(scores.total as Float64Array)]).toEqual([10, 0, 0])
  expect([...(grades.kind?.codes ?? [])].map(code => grades.kind?.labels[code])).toEqual(['soft', 'other', 'other'])
  expect(disqualified.map(({ reason, holds }) => [reason, ...holds])).toEqual([['too small', 1, 0, 0]])
  expect([...issues.keys()]).toEqual([1])
  expect(ids).toEqual(['a', 'b', null])
})

test('times in arrays of numbers are milliseconds', () => {
  const events = { lead: Int32Array.of(0), type: ['visit'], at: Float64Array.of(NOW - 60 * DAY) }
  const scored = scoreMany(model, { attributes: { created: Float64Array.of(NOW) }, events }, { now: NOW })
  expect(scored.resultAt(0)).toMatchObject({ scores: { total: 5 }, issues: [] })
})

test.each([
  [{ attributes: { size: [1, 2], industry: ['SaaS'] } }, '`industry` has 1 entries, but `size` has 2.'],
  [
    { attributes: { size: [1] }, events: { lead: [1], type: ['visit'], at: ['2026-01-01'] } },
    'Event 0 is of lead 1, and there are 1 leads.',
  ],
])('arrays that do not fit together are refused: %j', (arrays, message) => {
  expect(() => scoreMany(model, arrays, { now: NOW })).toThrow(message)
})

test('lines of JSON are scored, and those that are none are named', () => {
  const lines = ['\uFEFF{"id":"a","industry":"saas","size":3}', '', '{"id":', '[]', '{"industry":"Bank","size":80}']
  const scored = scoreMany(model, new TextEncoder().encode(lines.join('\r\n')), { now: NOW })
  const expected = [
    { id: 'a', industry: 'saas', size: 3 },
    { industry: 'Bank', size: 80 },
  ]
  expect([0, 1].map(i => scored.resultAt(i))).toEqual(expected.map(lead => model.score(lead, { now: NOW })))
  expect(scored.scores.total).toHaveLength(2)
  expect(scored.problems).toEqual([
    { line: 3, message: 'this is not valid JSON: it ends too early' },
    { line: 4, message: 'this is not a lead: a JSON object is expected' },
  ])
})

test('strict, a lead with issues is refused', () => {
  expect(() => scoreMany(model, leads, { now: NOW, strict: true })).toThrow('industry')
})
