import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { explain } from '../explain.ts'
import type { Attribute, Value } from '../program.ts'
import {
  berlin,
  constant,
  declared,
  events,
  NOW,
  number,
  onEach,
  program,
  property,
  scoreOf,
  text,
} from '../testing.ts'
import { readLead } from './lead.ts'

const industry = declared('industry', { kind: 'enum', values: ['SaaS', 'Fintech'] }, { unknownIn: ['n/a'] })
const employees = declared('employees', { kind: 'number', integer: true, range: { low: 0, high: 50, highOpen: true } })
const seconds = declared('seconds', number)
const page = { name: 'page_view', properties: [seconds, declared('type', text), declared('page.path', text)] }

/** The value of one attribute and what was reported, when the data has this under its key. */
function read(attribute: Attribute, raw: unknown, zone = berlin) {
  const { attributes, issues } = readLead(program({ attributes: [attribute], zone }), { [attribute.key]: raw })
  return { value: attributes[0], codes: issues.map(issue => issue.code), messages: issues.map(issue => issue.message) }
}

describe('a value as declared', () => {
  const interests = declared('interests', { kind: 'list', values: ['pricing', 'API'] }, { unknownIn: ['none'] })
  test.each<[Attribute, unknown, Value]>([
    [declared('title', text), 'VP', 'VP'],
    [declared('title', text), '', null],
    [declared('title', text), null, null],
    [declared('customer', { kind: 'boolean' }), false, false],
    [seconds, -2.5, -2.5],
    [employees, 0, 0],
    [employees, 49, 49],
    [declared('created', { kind: 'date' }), '2026-06-01', NOW - 7_200_000],
    [declared('created', { kind: 'date' }), '2026-06-01T00:00:00Z', NOW],
    [declared('created', { kind: 'date' }), new Date(NOW), NOW],
    [industry, 'saas', 'SaaS'],
    [industry, 'N/A', null],
    [declared('level', number, { unknownIn: ['-1'] }), -1, null],
    [declared('country', { kind: 'enum' }), 'Utopia', 'Utopia'],
    [interests, ['api', 'pricing'], ['API', 'pricing']],
    [interests, ['api', 'None', '', null], ['API']],
    [interests, [], null],
    [interests, ['none'], null],
  ])('of %o from %j is %j', (attribute, raw, expected) => {
    expect(read(attribute, raw)).toEqual({ value: expected, codes: [], messages: [] })
  })
})

describe('a value that does not fit is unknown and reported', () => {
  const created = declared('created', { kind: 'date' })
  const interests = declared('interests', { kind: 'list', values: ['pricing', 'API'] })
  test.each<[Attribute, unknown, string, string]>([
    [declared('title', text), 12, 'wrong-type', 'title is 12, but should be text. It counts as unknown.'],
    [declared('title', text), ['VP'], 'wrong-type', 'title is a list, but should be text. It counts as unknown.'],
    [
      declared('ok', { kind: 'boolean' }),
      'yes',
      'wrong-type',
      'ok is "yes", but should be true or false. It counts as unknown.',
    ],
    [seconds, '12', 'wrong-type', 'seconds is "12", but should be a number. It counts as unknown.'],
    [employees, 1.5, 'wrong-type', 'employees is 1.5, but should be a whole number. It counts as unknown.'],
    [employees, -1, 'out-of-range', 'employees is -1, but should be at least 0 and below 50. It counts as unknown.'],
    [employees, 50, 'out-of-range', 'employees is 50, but should be at least 0 and below 50. It counts as unknown.'],
    [seconds, Number.NaN, 'not-a-number', 'seconds is NaN, which is not a number. It counts as unknown.'],
    [
      seconds,
      Number.POSITIVE_INFINITY,
      'not-a-number',
      'seconds is Infinity, which is not a number. It counts as unknown.',
    ],
    [
      industry,
      'Sass',
      'not-in-list',
      'industry is "Sass", which is not one of its values. Did you mean SaaS? It counts as unknown.',
    ],
    [industry, 'Bank', 'not-in-list', 'industry is "Bank", which is not one of its values. It counts as unknown.'],
    [industry, true, 'wrong-type', 'industry is true, but should be one of SaaS, Fintech. It counts as unknown.'],
    [
      created,
      1_780_000_000_000,
      'bad-date',
      'created is 1780000000000, but should be a date such as "2026-06-01" or "2026-06-01T09:30:00Z". It counts as unknown.',
    ],
    [
      created,
      '1 June',
      'bad-date',
      'created is "1 June", which is not a date such as "2026-06-01" or "2026-06-01T09:30:00Z". It counts as unknown.',
    ],
    [
      created,
      new Date(Number.NaN),
      'bad-date',
      'created is an invalid Date, but should be a date such as "2026-06-01" or "2026-06-01T09:30:00Z". It counts as unknown.',
    ],
    [
      declared('title', text),
      new Date(NOW),
      'wrong-type',
      'title is a Date, but should be text. It counts as unknown.',
    ],
    [interests, 'api', 'wrong-type', 'interests is "api", but should be a list of pricing, API. It counts as unknown.'],
    [interests, [['api']], 'wrong-type', 'interests[0] is a list, but should be text. It counts as unknown.'],
  ])('%o from %j: %s', (attribute, raw, code, message) => {
    expect(read(attribute, raw)).toEqual({ value: null, codes: [code], messages: [message] })
  })

  test('of a list only the entries that do not fit', () => {
    expect(read(interests, ['api', 'prices', 7])).toMatchObject({
      value: ['API'],
      codes: ['not-in-list', 'wrong-type'],
    })
  })
  test('a time without a zone, where the model declares none', () => {
    const undeclared = { ...berlin, declared: false }
    expect(read(created, '2026-06-01T09:00:00', undeclared)).toMatchObject({
      value: null,
      codes: ['time-without-zone'],
    })
    expect(read(created, '2026-06-01', undeclared)).toMatchObject({ codes: [] })
  })
  test('a required value that is missing, but not one that was reported already', () => {
    expect(read({ ...industry, required: true }, 'n/a').codes).toEqual(['missing-required'])
    expect(read({ ...industry, required: true }, 5).codes).toEqual(['wrong-type'])
  })
  test('a long text is shortened in the message', () => {
    expect(read(industry, 'x'.repeat(1e6)).messages[0]?.length).toBeLessThan(150)
  })
})

describe('where a value stands', () => {
  const tier = declared('company.tier', text)
  const tierOf = (data: unknown) => readLead(program({ attributes: [tier] }), data).attributes[0]

  test('under the flat key first, then along the path', () => {
    expect(tierOf({ 'company.tier': 'A', company: { tier: 'B' } })).toBe('A')
    expect(tierOf({ company: { tier: 'B' } })).toBe('B')
    expect(tierOf({ company: 'B' })).toBe(null)
    expect(tierOf({ company: ['B'] })).toBe(null)
  })
  test('only where the data itself holds it', () => {
    const keys = ['constructor', '__proto__', 'toString', '__proto__.x', 'constructor.name']
    const model = program({ attributes: keys.map(key => declared(key, text)) })
    expect(readLead(model, { a: {} })).toMatchObject({ attributes: keys.map(() => null), issues: [] })
    const data = JSON.parse('{"__proto__": "own", "constructor": {"name": "N"}}')
    expect(readLead(model, data).attributes).toEqual([null, 'own', null, null, 'N'])
  })
})

describe('events', () => {
  const model = program({ events: [page, { name: 'track', properties: [] }] })
  const readAll = (list: unknown) => readLead(model, { events: list })
  const at = '2026-05-01T10:00:00Z'

  test('properties stand beside the type or under properties, where one may be called type', () => {
    const beside = readAll([{ type: 'page_view', at, seconds: 5, page: { path: '/a' } }]).events[0]
    const under = readAll([{ type: 'page_view', at, properties: { seconds: 5, type: 'blog', 'page.path': '/a' } }])
      .events[0]
    expect(beside?.properties).toEqual(
      new Map<string, Value>([
        ['seconds', 5],
        ['type', null],
        ['page.path', '/a'],
      ]),
    )
    expect(under?.properties).toEqual(
      new Map<string, Value>([
        ['seconds', 5],
        ['type', 'blog'],
        ['page.path', '/a'],
      ]),
    )
  })

  test('track calls are read as they come', () => {
    const call = {
      type: 'track',
      event: 'page_view',
      timestamp: at,
      messageId: 'm1',
      userId: 'u',
      properties: { seconds: 5 },
    }
    const { events, issues } = readAll([call])
    expect(events).toMatchObject([{ name: 'page_view', at: Date.parse(at), id: 'm1' }])
    expect(issues).toEqual([])
    expect(readAll([{ ...call, type: undefined }]).events).toHaveLength(1)
    expect(readAll([{ type: 'track', at }]).events).toMatchObject([{ name: 'track' }])
  })

  test('they are ordered by time, then id, then place, and each id is one event', () => {
    const days = ['2026-05-02', '2026-05-01', '2026-05-01', '2026-05-01', '2026-05-03']
    const ids = ['x', 'b', undefined, 'a', 'a']
    const list = days.map((day, i) => ({ type: 'page_view', at: day, id: ids[i], seconds: i }))
    const { events } = readAll(list)
    expect(events.map(event => event.properties.get('seconds'))).toEqual([2, 3, 1, 0])
    expect(events.map(event => event.rank)).toEqual([0, 1, 2, 3])
  })

  test('one id at events of two types is two events', () => {
    const model = program({ events: [page, { name: 'call', properties: [] }] })
    const events = [
      { type: 'call', at: '2026-05-01', id: '1' },
      { type: 'page_view', at: '2026-05-02', id: '1' },
    ]
    expect(readLead(model, { events }).events.map(({ name }) => name)).toEqual(['call', 'page_view'])
  })

  test('whole numbers may be ids', () => {
    expect(
      readAll([
        { type: 'page_view', at, id: 7 },
        { type: 'page_view', at, id: '7' },
      ]).events,
    ).toHaveLength(1)
  })

  test('times may be Dates', () => {
    expect(readAll([{ type: 'page_view', at: new Date(at) }])).toMatchObject({
      events: [{ at: Date.parse(at) }],
      issues: [],
    })
  })

  test('types that the model does not know are ignored', () => {
    expect(
      readAll([
        { type: 'other', at: 'never' },
        { type: 'constructor', at },
      ]),
    ).toMatchObject({ events: [], issues: [] })
  })

  test.each<[unknown, string, string, string]>([
    [{ at }, 'event-without-type', 'events[0]', 'events[0] has no type. It does not count.'],
    [{ type: 7, at }, 'event-without-type', 'events[0]', 'events[0] has no type. It does not count.'],
    [
      { type: 'page_view' },
      'event-without-time',
      'events[0].at',
      'events[0].at is missing: this page_view has no time. It does not count.',
    ],
    [
      { type: 'page_view', at: 5 },
      'bad-date',
      'events[0].at',
      'events[0].at is 5, which is not a date such as "2026-06-01" or "2026-06-01T09:30:00Z". The event does not count.',
    ],
    [
      { type: 'page_view', at: new Date(Number.NaN) },
      'bad-date',
      'events[0].at',
      'events[0].at is an invalid Date, which is not a date such as "2026-06-01" or "2026-06-01T09:30:00Z". The event does not count.',
    ],
    [
      { event: 'page_view', timestamp: '2026-05-01 10:00' },
      'time-without-zone',
      'events[0].timestamp',
      'events[0].timestamp is "2026-05-01 10:00", a time without a time zone: add Z or an offset such as +02:00 to the data, or declare timezone in the model. The event does not count.',
    ],
    [null, 'not-an-event', 'events[0]', 'events[0] is null, but should be an event. It does not count.'],
    ['page_view', 'not-an-event', 'events[0]', 'events[0] is "page_view", but should be an event. It does not count.'],
    [[], 'not-an-event', 'events[0]', 'events[0] is a list, but should be an event. It does not count.'],
  ])('%j does not count: %s', (event, code, path, message) => {
    expect(readAll([event])).toMatchObject({ events: [], issues: [{ code, path, message }] })
  })

  test('a property that does not fit is unknown, the event counts', () => {
    const { events, issues } = readAll([{ type: 'page_view', at, seconds: 'long' }])
    expect(events[0]?.properties.get('seconds')).toBe(null)
    expect(issues).toMatchObject([{ code: 'wrong-type', path: 'events[0].seconds' }])
  })

  test('what is no list is reported, nothing at all is not', () => {
    expect(readAll({ 0: {} }).issues).toMatchObject([{ code: 'wrong-type', path: 'events' }])
    expect(readAll(null).issues).toEqual([])
  })
})

test.each([[null], ['lead'], [[{}]], [7], [undefined]])('%j is no lead: all is unknown', data => {
  const { attributes, issues } = readLead(program({ attributes: [industry] }), data)
  expect(attributes).toEqual([null])
  expect(issues).toMatchObject([{ code: 'not-an-object' }])
})

test('the id is the option, else that of the data', () => {
  expect(readLead(program(), { id: 12 }).id).toBe('12')
  expect(readLead(program(), { id: 'a' }, { id: 'b' }).id).toBe('b')
  expect(readLead(program(), { id: {} }).id).toBe(null)
})

describe('hostile data', () => {
  const kinds: Attribute['type'][] = [
    text,
    number,
    { kind: 'boolean' },
    { kind: 'date' },
    { kind: 'enum', values: ['a'] },
    { kind: 'list' },
  ]
  const names = ['a', 'b', 'a.b', '__proto__', 'constructor', 'type']
  const attributes = kinds.map((type, i) =>
    declared(names[i] as string, type, { required: i % 2 === 0, unknownIn: ['x'] }),
  )
  const paying = onEach(events(0), property('seconds'), { cap: { op: 'attribute', index: 1 } })
  const model = program({
    attributes,
    events: [{ ...page, properties: [...attributes, seconds] }],
    scores: [scoreOf([paying])],
  })

  const throwing = Object.defineProperty({}, 'a', {
    enumerable: true,
    get: () => {
      throw new Error('no')
    },
  })
  const cyclic: Record<string, unknown> = { a: {} }
  cyclic.a = cyclic
  cyclic.events = [cyclic, { type: 'page_view', at: '2026-05-01', properties: cyclic }]
  const revoked = Proxy.revocable([], {})
  revoked.revoke()
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)
  const vast: unknown[] = []
  vast.length = 2 ** 32 - 1

  test.each<[string, unknown]>([
    ['getters that throw', { ...cyclic, b: throwing, events: [throwing] }],
    ['an object that throws', throwing],
    ['a cycle', cyclic],
    ['a revoked proxy', revoked.proxy],
    ['revoked proxies inside', { a: revoked.proxy, events: revoked.proxy }],
    ['deep nesting', deep],
    ['a vast list of nothing', { events: vast, a: vast }],
    ['functions, symbols and big integers', { a: () => 1, b: Symbol('s'), 'a.b': 10n, events: [Symbol('e'), 1n] }],
    ['a prototype as a key', JSON.parse('{"__proto__": {"a": 1}, "constructor": 5}')],
  ])('%s', (_, data) => {
    expect(() => explain(model, readLead(model, data), NOW)).not.toThrow()
  })

  test('anything at all is read, scored and explained, and the result is JSON', () => {
    const value = fc.oneof(
      fc.anything({ withDate: true, withMap: true, withSparseArray: true, withBigInt: true }),
      fc.string(),
    )
    const event = fc.record({
      type: fc.constant('page_view'),
      at: fc.oneof(fc.constant('2026-05-01'), value),
      seconds: value,
    })
    const data = fc
      .dictionary(fc.constantFrom(...names, 'id'), value)
      .chain(object => fc.oneof(fc.array(fc.oneof(event, value)), value).map(events => ({ ...object, events })))
    fc.assert(
      fc.property(fc.oneof(data, value), anything => {
        const explanation = explain(model, readLead(model, anything), NOW)
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
      }),
      { numRuns: 500 },
    )
  })

  test('a hundred thousand events, some of them twice', () => {
    const list = Array.from({ length: 1e5 }, (_, i) => ({
      type: 'page_view',
      id: `${(i * 7919) % 99_991}`,
      at: new Date(NOW - ((i * 7919) % 1e5) * 60_000).toISOString(),
      seconds: i % 60,
    }))
    const read = readLead(program({ events: [page], scores: [scoreOf([onEach(events(0), constant(1))])] }), {
      events: list,
    })
    const { scores } = evaluate(
      program({ events: [page], scores: [scoreOf([onEach(events(0), constant(1))])] }),
      read,
      NOW,
    )
    expect(scores.total).toBe(99_991)
  })
})
