import { describe, expect, test } from 'vitest'
import type { EventSet, Expr, Program, StageLine } from '../program.ts'
import {
  attribute,
  condition,
  constant,
  DAY,
  declared,
  events,
  halfLife,
  lead,
  NOW,
  onEach,
  points,
  program,
  rule,
  scoreOf,
  span,
} from '../testing.ts'
import { type Forecast, forecastOf } from './forecast.ts'

const later = (days: number) => new Date(NOW + days * DAY).toISOString().replace('.000Z', 'Z')
const count = (set: EventSet): Expr => ({ op: 'count', set })
const total: Expr = { op: 'score', index: 0 }
const atLeast = (threshold: number, of: Expr = total) =>
  condition('at', { op: 'atMost', left: constant(threshold), right: of })
const visits = events(0)
const recent: EventSet = { op: 'window', set: visits, below: 10 * DAY }
const sinceCreated: Expr = { op: 'subtract', left: { op: 'now' }, right: attribute(0) }

function outlook(line: Partial<StageLine>, rest: Partial<Program>, subject = lead([null], [[0, 0]])) {
  const stage = { name: 'S', lines: [{ text: '', when: atLeast(10), span, ...line }] }
  const model = program({
    attributes: [declared('created', { kind: 'date' })],
    events: [{ name: 'visit', properties: [] }],
    scores: [scoreOf([onEach(visits, 20, {}, halfLife(DAY))])],
    stages: [stage],
    ...rest,
  })
  return forecastOf(model, subject, NOW)
}
const stageOf = ({ stages }: Forecast) => stages.S
const until = (mark: number) => ({ at: { score: 0, threshold: constant(10) }, until: constant(mark) })
const scored = (...rules: Parameters<typeof scoreOf>[0]) => ({ scores: [scoreOf(rules)] })

describe('a stage', () => {
  const windowed = scored(onEach(recent, 10))
  const aged = (from: number) =>
    rule('age', {
      cases: [points(20, condition('aged', { op: 'atMost', left: constant(from * DAY), right: sinceCreated }))],
    })

  test.each<[string, ReturnType<typeof stageOf>, unknown]>([
    [
      'leaves when an event leaves its window',
      stageOf(outlook({}, windowed)),
      { is: true, until: later(10), becomes: false },
    ],
    ['stays for ever', stageOf(outlook({}, scored(onEach(visits, 10)))), { is: true, until: null }],
    ['is never entered', stageOf(outlook({ when: atLeast(30) }, {})), { is: false, until: null }],
    [
      'comes with age',
      stageOf(outlook({}, scored(aged(5)), lead([NOW - DAY]))),
      { is: false, until: later(4), becomes: true },
    ],
    [
      'comes with a date ahead',
      stageOf(outlook({}, scored(aged(0)), lead([NOW + 3 * DAY]))),
      { is: false, until: later(3), becomes: true },
    ],
    [
      'comes with an event that lies ahead in the data',
      stageOf(outlook({}, windowed, lead([null], [[0, -2]]))),
      { is: false, until: later(2), becomes: true },
    ],
    [
      'lasts to its lower mark',
      stageOf(outlook(until(5), scored(onEach(recent, 6), onEach({ op: 'window', set: visits, below: 20 * DAY }, 6)))),
      { is: true, until: later(20), becomes: false },
    ],
    [
      'is left at once without one',
      stageOf(outlook({}, scored(onEach(recent, 6), onEach({ op: 'window', set: visits, below: 20 * DAY }, 6)))),
      { is: true, until: later(10), becomes: false },
    ],
    [
      'asks two ages that move alike',
      stageOf(
        outlook(
          {
            when: condition('x', {
              op: 'less',
              left: sinceCreated,
              right: {
                op: 'subtract',
                left: { op: 'now' },
                right: { op: 'aggregate', how: 'last', set: visits, of: { op: 'eventTime' } },
              },
            }),
          },
          {},
          lead([NOW - 5 * DAY], [[0, 9]]),
        ),
      ),
      { is: true, until: null },
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })

  test('halves to the millisecond: 10.0000005 points are the last that round to 10', () => {
    const { S } = outlook({}, {}).stages
    const at = Date.parse(S?.until as string) - NOW
    const billionths = (ms: number) => Math.round(20e9 * 2 ** (-ms / DAY))
    expect([billionths(at - 1) >= 9_999_999_500, billionths(at) < 9_999_999_500]).toEqual([true, true])
  })
})

describe('a forecast', () => {
  const grade = {
    kind: 'cases' as const,
    name: 'G',
    cases: [{ label: 'A', when: atLeast(1, count(recent)) }],
    otherwise: 'B',
    span,
  }
  const stale = {
    reason: 'stale',
    when: condition('x', { op: 'atMost', left: constant(30 * DAY), right: sinceCreated }),
    span,
  }

  test('covers grades and disqualification, and says what comes first', () => {
    const found = outlook(
      { when: atLeast(1, count(visits)) },
      { grades: [grade], disqualifications: [stale] },
      lead([NOW - DAY], [[0, 0]]),
    )
    expect(found).toEqual({
      id: null,
      at: '2026-06-01T00:00:00Z',
      next: later(10),
      stages: { S: { is: true, until: later(29), becomes: false } },
      grades: { G: { is: 'A', until: later(10), becomes: 'B' } },
      disqualified: { is: [], until: later(29), becomes: ['stale'] },
      revision: '0123456789ab',
    })
  })

  test('of nothing that moves is nothing', () => {
    expect(outlook({}, scored()).next).toBe(null)
  })

  test('that gives up says how far it came', () => {
    const twice: Expr = { op: 'multiply', left: sinceCreated, right: constant(2) }
    const when = condition('x', {
      op: 'less',
      left: twice,
      right: { op: 'add', left: sinceCreated, right: sinceCreated },
    })
    const { next, stages } = outlook({ when }, {}, lead([NOW]))
    expect(stages.S).toEqual({ is: false, until: next })
    expect(Date.parse(next as string)).toBeGreaterThan(NOW)
  })

  test('from no instant of the calendar is refused', () => {
    expect(() => forecastOf(program(), lead([]), Number.NaN)).toThrow(RangeError)
  })
})
