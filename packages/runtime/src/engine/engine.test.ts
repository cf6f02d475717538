import { describe, expect, test } from 'vitest'
import { columnsOf } from '../batch/columns-of.ts'
import { scoreMany } from '../batch/score-many.ts'
import { evaluate } from '../evaluate.ts'
import { readLead } from '../lead/lead.ts'
import type { Expr, Program } from '../program.ts'
import { LeadRefused } from '../refused.ts'
import {
  attribute,
  block,
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
  points,
  program,
  property,
  rule,
  scoreOf,
  text,
} from '../testing.ts'
import { Engine } from './engine.ts'
import { modelOf } from './model.ts'

const size = declared('size', number)
const created = declared('created', { kind: 'date' })
const page = { name: 'page', properties: [declared('kind', text), declared('seconds', number)] }
const when = (expr: Expr) => condition('a condition', expr)
const adding = (value: number | Expr, expr: Expr) => rule(JSON.stringify(expr), { cases: [points(value, when(expr))] })
const visits = (count: number, rest: object = {}) =>
  Array.from({ length: count }, (_, i) => ({ type: 'page', at: new Date(NOW - i * DAY), ...rest }))

function expectTheReference(model: Program, ...leads: unknown[]): void {
  const engine = modelOf(model)
  const many = scoreMany({ program: model }, leads, { now: NOW })
  const inColumns = scoreMany({ program: model }, columnsOf({ program: model }, leads), { now: NOW })
  leads.forEach((data, i) => {
    const expected = evaluate(model, readLead(model, data), NOW)
    expect(engine.score(data, { now: NOW })).toEqual(expected)
    expect(many.resultAt(i)).toEqual(expected)
    expect(inColumns.resultAt(i)).toEqual(expected)
  })
}

describe('the engine is exact', () => {
  const large = 8_999_999_998.5
  test('where points of rules add up to more than doubles hold', () => {
    const always = constant(true)
    const items = [large, large, 0.000001, -large, -large].map((value, i) =>
      rule(`${i}`, { cases: [points(value, when(always))] }),
    )
    expectTheReference(program({ scores: [scoreOf([block(items), ...items])] }), {})
    const known: Expr = { op: 'known', of: attribute(0) }
    const looked = [large, large, 0.000001, -large, -large].map(value => adding(value, known))
    expectTheReference(program({ attributes: [size], scores: [scoreOf(looked)] }), { size: 1 }, {})
  })

  test('where the points of one rule do', () => {
    const shares = [1e6, 5e5, -9e9, 9e9].map(value => onEach(events(0), value, {}, halfLife(7 * DAY)))
    const bySeconds = onEach(events(0), property('seconds'))
    const model = program({ events: [page], scores: [scoreOf([...shares, bySeconds])] })
    expectTheReference(
      model,
      { events: visits(40, { seconds: 8e9 }) },
      { events: visits(2) },
      { events: visits(12, { seconds: 0.1 }) },
    )
  })

  test('where a decay grows, or is unknown', () => {
    const age: Expr = { op: 'age' }
    const grown: Expr = {
      op: 'multiply',
      left: { op: 'amount' },
      right: { op: 'divide', left: age, right: constant(DAY) },
    }
    const unknown: Expr = {
      op: 'multiply',
      left: { op: 'amount' },
      right: { op: 'divide', left: constant(DAY), right: age },
    }
    const model = program({
      events: [page],
      scores: [scoreOf([grown, unknown].map(decay => onEach(events(0), 999_999, {}, decay)))],
    })
    expectTheReference(model, { events: visits(5) }, { events: visits(60) })
  })
})

describe('a rule that is looked up', () => {
  const below = (expr: Expr, limit: number): Expr => ({ op: 'less', left: expr, right: constant(limit) })
  const from = (expr: Expr, limit: number): Expr => ({ op: 'atMost', left: constant(limit), right: expr })
  // biome-ignore lint/suspicious/noThenProperty: the field's name in the program
  const seven = { when: from(attribute(0), 7), then: constant(512) }
  const atLeastSeven: Expr = { op: 'choose', cases: [seven], otherwise: constant(1024) }
  const model = program({
    attributes: [size, created, declared('title', text)],
    scores: [
      scoreOf([
        adding(1, below(attribute(0), 10)),
        adding(2, from(attribute(0), 10)),
        adding(4, equal(attribute(0), 0)),
        adding(8, { op: 'member', of: attribute(0), values: [0, 5] }),
        adding(16, { op: 'not', of: from(attribute(0), 0) }),
        adding(32, below({ op: 'subtract', left: { op: 'now' }, right: attribute(1) }, 30 * DAY)),
        adding(64, below({ op: 'subtract', left: attribute(1), right: { op: 'now' } }, 7 * DAY)),
        adding(128, { op: 'contains', left: { op: 'fold', of: attribute(2) }, right: constant('vp') }),
        adding(256, { op: 'and', of: [equal({ op: 'fold', of: attribute(2) }, 'vp'), below(attribute(0), 5)] }),
        adding(attribute(0), { op: 'known', of: attribute(2) }),
        adding(atLeastSeven, from(attribute(0), 3)),
      ]),
    ],
  })
  const titles = ['VP', 'vp', 'Evp', 'x', null]
  const sizes = [10, 9.999, 0, -0, 5, -1, 1e300, null]
  const dates = [30, 30 - 1e-8, 0, -7, -7 + 1e-8, null].map(days => days && new Date(NOW - days * DAY))

  test('is found at each value, first met and met again', () => {
    const leads = sizes.flatMap(size => titles.flatMap(title => dates.map(created => ({ size, title, created }))))
    expectTheReference(model, ...leads, ...leads)
  })

  test('is asked for every lead where it reads a score', () => {
    const reading = adding(5, {
      op: 'and',
      of: [equal({ op: 'fold', of: attribute(0) }, 'vp'), from({ op: 'score', index: 0 }, 3)],
    })
    const scores = [scoreOf([adding(3, { op: 'known', of: attribute(0) })], { name: 'first' }), scoreOf([reading])]
    expectTheReference(program({ attributes: [declared('title', text)], scores }), { title: 'VP' }, { title: 'x' }, {})
  })
})

describe('an event rule that is looked up', () => {
  const kindIs = (value: string): Expr => equal({ op: 'fold', of: property('kind') }, value)
  const long: Expr = { op: 'less', left: constant(10), right: property('seconds') }
  const filtered = (where: Expr) => onEach({ op: 'filter', set: events(0, 1), where }, 5, {}, halfLife(30 * DAY))
  const mail = {
    name: 'mail',
    properties: [declared('kind', { kind: 'enum', values: ['News'] }), declared('opens', number)],
  }
  const opened: Expr = { op: 'less', left: constant(1), right: property('opens') }
  const few: Expr = { op: 'atMost', left: property('opens'), right: constant(2) }
  const counted: Expr = { op: 'count', set: { op: 'window', set: events(0), below: 3 * DAY } }
  const model = program({
    events: [page, mail],
    scores: [
      scoreOf([
        filtered(kindIs('news')),
        filtered({ op: 'and', of: [kindIs('shop'), long] }),
        filtered({ op: 'not', of: { op: 'known', of: property('seconds') } }),
        filtered({ op: 'and', of: [long, opened] }),
        filtered({ op: 'and', of: [opened, few] }),
        filtered(few),
        filtered(long),
        onEach({ op: 'window', set: events(0), atLeast: DAY, below: 2 * DAY }, 7),
        onEach({ op: 'since', set: events(0), last: events(1) }, 11),
        onEach({ op: 'except', set: events(0, 1), without: { op: 'filter', set: events(0), where: long } }, 13),
        adding(
          { op: 'multiply', left: counted, right: constant(17) },
          { op: 'less', left: constant(1), right: counted },
        ),
      ]),
    ],
  })

  test('is found by type, properties and age', () => {
    const kinds = ['news', 'NEWS', 'shop', null]
    const list = kinds.flatMap(kind => [5, 10, 20, null].map(seconds => ({ kind, seconds })))
    const happened = list.map((one, i) => ({
      ...one,
      opens: i / 5,
      type: i % 5 ? 'page' : 'mail',
      at: new Date(NOW - (i - 1) * DAY),
    }))
    expectTheReference(model, { events: happened }, { events: happened.slice(5) }, {}, { events: happened })
  })

  const within: Expr[] = [
    { op: 'atMost', left: constant(5), right: property('seconds') },
    { op: 'atMost', left: property('seconds'), right: constant(9) },
  ]
  const where: Expr = { op: 'and', of: [kindIs('news'), ...within] }
  const ranged = program({ events: [page], scores: [scoreOf([onEach({ op: 'filter', set: events(0), where }, 3)])] })
  const lead = (kind: string | null, seconds: number | null) => ({
    events: [{ type: 'page', at: new Date(NOW - DAY), kind, seconds }],
  })

  test.each([
    [4.9, 0],
    [5, 3],
    [9, 3],
    [9.1, 0],
    [null, 0],
  ])('with %d seconds gives %d within limits that are inside', (seconds, points) => {
    const data = lead('News', seconds)
    expectTheReference(ranged, data, data)
    expect(modelOf(ranged).score(data, { now: NOW }).scores).toEqual({ total: points })
  })

  test('is found where the same code stands for another value', () => {
    const engine = new Engine(ranged)
    const totals = ['shop', 'news', null, 'news'].map(kind => {
      const columns = columnsOf({ program: ranged }, [lead(kind, 7)])
      return engine.score(columns, 0, NOW).scores[0]
    })
    expect(totals).toEqual([0, 3e6, 0, 3e6])
  })
})

describe('a model', () => {
  const model = program({
    name: 'm',
    attributes: [size],
    scores: [scoreOf([adding(1, { op: 'known', of: attribute(0) })])],
  })

  test('takes leads with more events than any before', () => {
    const counted = program({ events: [page], scores: [scoreOf([onEach(events(0), 1)])] })
    expectTheReference(counted, ...[70, 3, 2000, 65].map(count => ({ events: visits(count) })))
  })

  test('takes a Date for now, and refuses what is no instant', () => {
    expect(modelOf(model).score({}, { now: new Date(NOW) }).at).toBe('2026-06-01T00:00:00Z')
    expect(() => modelOf(model).score({}, { now: Number.NaN })).toThrow(RangeError)
  })

  test('refuses a lead that does not fit where it is strict', () => {
    const { score } = modelOf(model)
    expect(score({ size: 'large' }, { now: NOW }).issues).toHaveLength(1)
    expect(() => score({ size: 'large' }, { now: NOW, strict: true })).toThrow(LeadRefused)
    expect(() => score({ size: 'large' }, { now: NOW, strict: true })).toThrow(
      'size is "large", but should be a number',
    )
    expect(score({ size: 1 }, { now: NOW, strict: true }).scores).toEqual({ total: 1 })
  })

  test('gives results that may be changed, and keys as they are named', () => {
    const named = program({ scores: [scoreOf([], { name: '__proto__' }), scoreOf([], { name: 'total' })] })
    const first = modelOf(named).score({}, { now: NOW })
    expect(Object.keys(first.scores)).toEqual(['__proto__', 'total'])
    const engine = modelOf(model)
    Object.assign(engine.score({}, { now: NOW }).issues, { 0: 'changed' })
    expect(engine.score({}, { now: NOW }).issues).toEqual([])
  })
})
