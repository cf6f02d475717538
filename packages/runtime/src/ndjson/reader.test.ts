import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CodeColumn, Columns, NumberColumn } from '../columns/columns.ts'
import { readLead } from '../lead/lead.ts'
import type { Attribute } from '../program.ts'
import { berlin, declared, number, program, text } from '../testing.ts'
import { parseInstant } from '../time/instant.ts'
import { idAt, type NdjsonOptions, NdjsonReader } from './reader.ts'

const encoder = new TextEncoder()
const industry: Attribute = declared('industry', { kind: 'enum', values: ['SaaS', 'Retail'] })
const visit = { name: 'visit', properties: [declared('path', text), declared('seconds', number)] }
const model = program({
  attributes: [industry, declared('size', number), declared('tier', text, { key: 'company.tier' })],
  events: [visit, { name: 'page', properties: [] }],
})

function read(lines: string | readonly string[], options: NdjsonOptions = {}, of = model) {
  return new NdjsonReader(of, options).read(encoder.encode([lines].flat().join('\n')))
}

/** Whether lines were read from their bytes: only the others have an id of their own. */
const isQuick = (line: string, options?: NdjsonOptions) => read(line, options).oddIds.size === 0

function numbersOf(columns: Columns, attribute: number): number[] {
  return Array.from((columns.attributes[attribute] as NumberColumn).numbers.subarray(0, columns.count))
}

function textsOf(columns: Columns, attribute: number): unknown[] {
  const { codes, dictionary } = columns.attributes[attribute] as CodeColumn
  return Array.from(codes.subarray(0, columns.count), code => dictionary.values[code])
}

describe('lines that are read from their bytes', () => {
  it.each([
    '{"id":"a","industry":"saas","size":12,"events":[]}',
    '{ "id" : "a" , "size" : -1.25e2 , "events" : null } \r',
    '{"id":"a","other":{"deep":[1,{"x":"\\u00e9"}],"y":null},"size":1}',
    '{"id":"a","company":{"tier":"A \\"1\\"","other":[true,false]}}',
    '{"id":"a","company.tier":"Jürgen"}',
    '{"id":17,"events":[{"type":"visit","at":"2026-05-01"},{"at":"2026-04-01T10:00:00+02:00","path":"/","type":"visit"}]}',
    '{"id":"a","events":[{"event":"visit","timestamp":"2026-05-01T10:00:00.123Z","messageId":"m","properties":{"path":"/"}}]}',
    '{"id":"a","events":[{"type":"track","event":"visit","at":"2026-05-01T10:00:00Z","id":1},{"type":"what"}]}',
  ])('%s', line => {
    expect(isQuick(line)).toBe(true)
    expect(read(line).problems).toEqual([])
  })
})

describe('lines that JSON.parse reads', () => {
  it.each([
    ['a key twice', '{"id":"a","size":1,"size":2}'],
    ['a key flat and as a path', '{"id":"a","company.tier":"A","company":{"tier":"B"}}'],
    ['a key with escapes', '{"id":"a","s\\u0069ze":2}'],
    ['an id with escapes', '{"id":"\\u0061"}'],
    ['a value that does not fit', '{"id":"a","industry":"Bank"}'],
    ['an event without time', '{"id":"a","events":[{"type":"visit"}]}'],
    [
      'two events of one id',
      `{"id":"a","events":[${'{"type":"visit","at":"2026-05-01","id":"x"},'.repeat(2)}{"type":"what"}]}`,
    ],
    ['two types', '{"id":"a","events":[{"type":"visit","at":"2026-05-01","type":"page"}]}'],
  ])('%s', (_, line) => {
    expect(isQuick(line)).toBe(false)
    expect(read(line).columns.count).toBe(1)
  })

  it('events that stand for something else', () => {
    const calls = { types: ['page', 'identify'], keys: ['userId'] }
    const event = (more: string) => `{"id":"a","events":[{"type":"page","at":"2026-05-01"${more}}]}`
    expect([event(''), event(',"userId":1')].map(line => isQuick(line, { calls }))).toEqual([true, false])
    expect(isQuick('{"id":"a","events":[{"type":"identify"}]}', { calls })).toBe(false)
  })
})

describe('lines that are no leads', () => {
  it.each([
    ['{"size":01}', 'this is not valid JSON, at `1}`'],
    ['{"size":1}x', 'this is not valid JSON, at `x`'],
    ['{"size":1', 'this is not valid JSON: it ends too early'],
    ['{"a":"\u0000"}', 'this is not valid JSON, at `\u0000"}`'],
    ['{"industry":"SaaS\u0000"}', 'this is not valid JSON, at `\u0000"}`'],
    ['[1]', 'this is not a lead: a JSON object is expected'],
  ])('%j: %s', (line, message) => {
    const { problems, columns, lines } = read(['{"industry":"SaaS"}', '', line, ' '])
    expect({ problems, count: columns.count, lines }).toEqual({ problems: [{ line: 3, message }], count: 1, lines: 4 })
  })
})

it('ids are those of the first key that has one', () => {
  const lines = ['{"email":"x","id":""}', '{"id":null,"email":5}', '{"email":"e","id":"i"}', '{"size":1}', '{"id":[1]}']
  const found = read(lines, { idKeys: ['id', 'email'] })
  expect([0, 1, 2, 3, 4].map(row => idAt(found, row))).toEqual(['x', '5', 'i', null, null])
})

describe('numbers are those of JSON.parse', () => {
  const numberText = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat({ max: 20 })).map(([digits, place]) => {
      const text = String(digits).padStart(place + 1, '0')
      return place === 0 ? text : `${text.slice(0, -place)}.${text.slice(-place)}`
    }),
    fc.constantFrom('-0', '0.1e1', '1E+2', '1e999', '123456789', '1234567890', '0.000000001', '9007199254740993'),
  )

  it('whatever their form', () => {
    fc.assert(
      fc.property(numberText, written => {
        const line = `{"size":${written.replace(/^0+(?=\d)/, '')}}`
        const { attributes } = readLead(model, JSON.parse(line))
        expect(numbersOf(read(line).columns, 1)).toEqual([attributes[1] ?? Number.NaN])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('times are those of parseInstant', () => {
  const two = (max: number) => fc.integer({ min: 0, max }).map(n => String(n).padStart(2, '0'))
  const year = fc.oneof(
    fc.constantFrom('1969', '1970', '2000', '2024', '2100', '2101', '0001', '9999'),
    fc.nat(9999).map(n => String(n).padStart(4, '0')),
  )
  const day = fc.tuple(year, two(13), two(32)).map(parts => parts.join('-'))
  const time = fc
    .tuple(fc.constantFrom('T', ' ', 't'), two(24), two(60), two(60))
    .map(([t, h, m, s]) => `${t}${h}:${m}:${s}`)
  const end = fc.constantFrom(
    '',
    'Z',
    '.5Z',
    '.123Z',
    '.1239Z',
    '.Z',
    '+02:00',
    '-23:59',
    '.25-01:30',
    '+2:00',
    'z',
    'Z ',
  )

  it.each([
    ['without a zone', model.zone],
    ['in Berlin', berlin],
  ])('%s', (_, zone) => {
    const of = program({ zone, attributes: [declared('created', { kind: 'date' })] })
    const written = fc.oneof(
      day,
      fc.tuple(day, time, end).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(written, value => {
        const parsed = parseInstant(value, zone)
        const found = numbersOf(read(`{"created":"${value}"}`, {}, of).columns, 0)
        expect(found).toEqual(['ms' in parsed ? parsed.ms : Number.NaN])
      }),
      { numRuns: 2000 },
    )
  })
})

it('texts of which hardly any comes twice keep their values, batch after batch', () => {
  const reader = new NdjsonReader(model)
  const texts = Array.from({ length: 700 }, (_, i) => `${'x'.repeat(i % 40)}${['', 'é', '\\', '😀', '"'][i % 5]}${i}`)
  const all = ['', 'again', 'again', ...texts]
  const lines = all.map(tier =>
    JSON.stringify(tier === 'again' ? { size: 'odd', company: { tier } } : { company: { tier } }),
  )
  const expected = all.map(tier => tier || null)
  for (let batch = 0; batch < 3; batch++) {
    expect(textsOf(reader.read(encoder.encode(lines.join('\n'))).columns, 2)).toEqual(expected)
  }
})

it('what is remembered between batches stays bounded', () => {
  const reader = new NdjsonReader(model)
  const sizes = Array.from({ length: 30 }, (_, batch) => {
    const lines = Array.from({ length: 1000 }, (_, i) => {
      const event = { type: 'visit', at: '2026-05-01', path: `/${batch}/${i}` }
      return JSON.stringify({ [`key-${batch}-${i}`]: 1, events: [event, { type: `t-${batch}-${i}` }] })
    })
    const { columns } = reader.read(encoder.encode(lines.join('\n')))
    const [[column] = []] = columns.events.properties
    return (column as CodeColumn).dictionary.values.length
  })
  expect(Math.max(...sizes)).toBeLessThan(20_000)
})
