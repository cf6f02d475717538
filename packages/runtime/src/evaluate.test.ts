import { describe, expect, test } from 'vitest'
import { evaluate, evaluation } from './evaluate.ts'
import type { Block, Condition, Expr, Grade, Multiplier, Rule, Score, Stage, Value } from './program.ts'
import {
  attribute,
  block,
  condition,
  constant,
  DAY,
  declared,
  equal,
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
  span,
  text,
} from './testing.ts'
import { UnsupportedProgram } from './unsupported.ts'

const page = { name: 'page_view', properties: [declared('seconds', number)] }
const attributes = [declared('industry', text), declared('employees', number)]
const always: Condition = { expr: constant(true), parts: [] }
const never: Condition = { expr: constant(false), parts: [] }

/** The score of one block for a lead with these attributes and page views. */
function total(
  items: Block['items'],
  rest: Partial<Block> = {},
  values: Value[] = [],
  visits: Happened[] = [],
): number | undefined {
  const model = program({ attributes, events: [page], scores: [scoreOf(items, rest)] })
  return evaluate(model, lead(values, visits), NOW).scores.total
}

function multiplier(factor: number, when = always): Multiplier {
  return { kind: 'multiplier', id: `${factor}`, when, factor, span }
}

describe('a rule on the lead', () => {
  const saas = rule('industry', { cases: [points(15, isSaas)] })

  test.each<[string, Rule, Value[], number]>([
    ['gives its points where its condition holds', saas, ['saas'], 15],
    ['gives nothing where it does not', saas, ['retail'], 0],
    ['gives nothing where it is unknown', saas, [null], 0],
    [
      'takes the first case that holds',
      rule('t', { cases: [points(1, never), points(2, always), points(3, always)] }),
      [],
      2,
    ],
    ['gives nothing where its own condition does not hold', rule('t', { when: never, cases: [points(2)] }), [], 0],
    ['rounds to millionths, halves up', rule('t', { cases: [points(0.0000005)] }), [], 0.000001],
    ['computes its points', rule('t', { cases: [points(attribute(1))] }), [null, 7], 7],
    [
      'gives nothing for unknown points',
      rule('t', { cases: [points(attribute(1))], floor: constant(3) }),
      [null, null],
      0,
    ],
    ['is capped', rule('t', { cases: [points(attribute(1))], cap: constant(5) }), [null, 7], 5],
    ['has a floor', rule('t', { cases: [points(attribute(1))], floor: constant(-5) }), [null, -7], -5],
    ['has no floor where it does not match', rule('t', { cases: [points(1, never)], floor: constant(5) }), [], 0],
    ['is not bound by an unknown cap', rule('t', { cases: [points(7)], cap: attribute(1) }), [null, null], 7],
    ['is weighted after its bounds', rule('t', { cases: [points(9)], cap: constant(5), weight: 0.3 }), [], 1.5],
    ['stays within nine billion', rule('t', { cases: [points(1e300)] }), [], 9e9],
  ])('%s', (_, item, values, expected) => {
    expect(total([item], {}, values)).toBe(expected)
  })
})

describe('a rule on events', () => {
  const visits: Happened[] = [
    [0, 0, { seconds: 10 }],
    [0, 30, { seconds: null }],
    [0, 60, { seconds: 50 }],
    [0, -1, { seconds: 99 }],
  ]
  const long = condition('seconds >= 50', { op: 'atMost', left: constant(50), right: property('seconds') })

  test.each<[string, Rule, number]>([
    ['gives its points for each event up to now', onEach(events(0), 10), 30],
    ['halves by age', onEach(events(0), 10, {}, halfLife(30 * DAY)), 17.5],
    ['computes points from the event, unknown ones count 0', onEach(events(0), property('seconds')), 60],
    ['takes a case for each event', onEach(events(0), 0, { cases: [points(5, long), points(1)] }), 7],
    ['counts what its last step left', onEach({ op: 'latest', set: events(0), count: 2 }, 10), 20],
    ['counts only where its condition holds', onEach(events(0), 10, { when: never }), 0],
    ['bounds its sum after decay', onEach(events(0), 10, { cap: constant(12) }, halfLife(30 * DAY)), 12],
    ['has a floor where an event counted', onEach(events(0), -10, { floor: constant(-20) }), -20],
    ['has none where no event did', onEach(events(), 10, { floor: constant(5) }), 0],
  ])('%s', (_, item, expected) => {
    expect(total([item], {}, [], visits)).toBe(expected)
  })

  test('adds billionths: three thirds are one', () => {
    expect(total([onEach(events(0), constant(1 / 3))], {}, [], visits)).toBe(1)
  })

  test("MadKudu's published decay: 9 points over 90 days are 8.7 after 3", () => {
    const left: Expr = {
      op: 'subtract',
      left: constant(1),
      right: { op: 'divide', left: { op: 'age' }, right: constant(90 * DAY) },
    }
    const linear: Expr = {
      op: 'multiply',
      left: { op: 'amount' },
      right: { op: 'max', left: constant(0), right: left },
    }
    expect(total([onEach(events(0), 9, {}, linear)], {}, [], [[0, 3]])).toBe(8.7)
  })
})

describe('a block', () => {
  const ten = rule('ten', { cases: [points(10)] })
  const five = rule('five', { cases: [points(5)] })

  test.each<[string, Block['items'], Partial<Block>, number]>([
    ['adds its items', [ten, five], {}, 15],
    ['adds groups', [ten, { ...block([five]), name: 'group' }], {}, 15],
    ['is 0 where its condition does not hold, whatever its floor', [ten], { when: never, floor: constant(5) }, 0],
    ['of a group that does not count', [ten, block([five], { when: never, floor: constant(3) })], {}, 10],
    [
      'multiplies by all factors that hold',
      [ten],
      { multipliers: [multiplier(0.5), multiplier(3), multiplier(9, never)] },
      15,
    ],
    ['bounds after multiplying', [ten], { multipliers: [multiplier(2)], cap: constant(12) }, 12],
    ['weights after bounding', [ten], { cap: constant(8), weight: 0.25 }, 2],
    ['has a floor', [], { floor: constant(3) }, 3],
    [
      'rounds once, at the end',
      [rule('a', { cases: [points(0.000001)] })],
      { multipliers: [multiplier(0.4)], weight: 2 },
      0.000001,
    ],
    [
      'stays within nine billion, before its bounds too',
      [ten],
      { multipliers: [multiplier(1e300), multiplier(1e300)] },
      9e9,
    ],
    ['of nothing times infinity is nothing', [], { multipliers: [multiplier(1e300), multiplier(1e300)] }, 0],
  ])('%s', (_, items, rest, expected) => {
    expect(total(items, rest)).toBe(expected)
  })
})

describe('results', () => {
  const formula = (name: string, formula: Expr, rest: { cap?: Expr; floor?: Expr } = {}): Score => {
    return { kind: 'formula', name, text: name, formula, reads: [], span, doc: '', ...rest }
  }
  const score = (index: number): Expr => ({ op: 'score', index })
  const atLeast = (index: number, least: number): Condition => {
    return { expr: { op: 'atMost', left: constant(least), right: score(index) }, parts: [] }
  }
  const tier: Grade = {
    kind: 'cases',
    name: 'tier',
    cases: [{ label: 'A', when: atLeast(0, 10) }],
    otherwise: 'B',
    span,
  }
  const level: Grade = { kind: 'cases', name: 'level', cases: [{ label: '1', when: never }], otherwise: '2', span }
  const cell: Grade = { kind: 'joined', name: 'cell', grades: [0, 1], span }
  const mql: Stage = { name: 'MQL', lines: [never, atLeast(0, 10)].map(when => ({ text: '', when, span })) }
  const sql: Stage = { name: 'SQL', lines: [{ text: '', when: { expr: { op: 'stage', index: 0 }, parts: [] }, span }] }
  const model = program({
    attributes,
    scores: [
      scoreOf([rule('r', { cases: [points(10, isSaas)] })], { name: 'fit' }),
      formula('total', { op: 'multiply', left: score(0), right: constant(1.5) }, { cap: constant(12) }),
      formula('unknown', attribute(1), { floor: constant(-1) }),
    ],
    grades: [tier, level, cell],
    stages: [mql, sql],
    disqualifications: [
      { reason: 'no size', when: { expr: { op: 'less', left: attribute(1), right: constant(1) }, parts: [] }, span },
      { reason: 'never', when: never, span },
    ],
  })

  test('a lead that qualifies', () => {
    expect(evaluate(model, { ...lead(['saas', null]), id: 'ann' }, NOW)).toEqual({
      id: 'ann',
      at: '2026-06-01T00:00:00Z',
      scores: { fit: 10, total: 12, unknown: 0 },
      grades: { tier: 'A', level: '2', cell: 'A2' },
      stages: { MQL: true, SQL: true },
      disqualified: [],
      issues: [],
      revision: '0123456789ab',
    })
  })

  test('a lead that does not', () => {
    const { grades, stages } = evaluate(model, lead(['retail', null]), NOW)
    expect(grades).toEqual({ tier: 'B', level: '2', cell: 'B2' })
    expect(stages).toEqual({ MQL: false, SQL: false })
  })

  test('a disqualified lead is in no stage, and keeps its scores', () => {
    expect(evaluate(model, lead(['saas', 0]), NOW)).toMatchObject({
      scores: { fit: 10 },
      stages: { MQL: false, SQL: false },
      disqualified: ['no size'],
    })
  })

  test('a score may be called anything', () => {
    const odd = program({ scores: [scoreOf([], { name: '__proto__' })] })
    expect(Object.entries(evaluate(odd, lead([]), NOW).scores)).toEqual([['__proto__', 0]])
  })

  test('questions are answered for the same lead and instant', () => {
    const asked = evaluation(model, lead(['saas', null]), NOW)
    expect(asked.holds(isSaas.expr)).toBe(true)
    expect(asked.value(score(1))).toBe(12)
    expect(asked.decided(equal(attribute(1), 5))).toBe(undefined)
    expect(asked.result().scores.fit).toBe(10)
  })
})

describe('refusals', () => {
  test('a program with what this version cannot run, naming the line', () => {
    const model = program({ unsupported: [{ what: 'qualify … until', span }] })
    expect(() => evaluate(model, lead([]), NOW)).toThrow(UnsupportedProgram)
    expect(() => evaluate(model, lead([]), NOW)).toThrow('model.merit:1: qualify … until')
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1e18])('now may not be %d', now => {
    expect(() => evaluate(program(), lead([]), now)).toThrow(RangeError)
  })
})
