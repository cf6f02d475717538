/** Leads that fit the schema, and leads that nobody should send. */
import fc, { type Arbitrary } from 'fast-check'
import { booleans, dates, day, enums, events, lists, now, numbers, texts } from './schema.ts'

export type Data = Record<string, unknown>

// ---------------------------------------------------------------- fitting values

const anyCase = (values: readonly string[]) =>
  fc.constantFrom(...values.flatMap(value => [value, value.toUpperCase(), value.toLowerCase()]))
const text = fc.constantFrom(
  'VP Marketing',
  'director',
  'Vice President, Sales',
  'évp',
  'x',
  'Å İstanbul',
  '/pricing/a',
  'a1',
)
const email = fc.constantFrom('ann@acme.com', 'bob@rival.com', 'c@gmail.com', 'd@A.com ', 'nobody')

/** Often on the very edge of a window. */
const age = fc.oneof(
  fc.integer({ min: 0, max: 120 }).map(days => days * day),
  fc.integer({ min: 0, max: 100 * day }),
  fc.constantFrom(0, 1, day - 1, day, 30 * day, 30 * day - 1, -1, -day),
)
const iso = (ms: number) => new Date(ms).toISOString()
const instant: Arbitrary<string> = age.chain(ms =>
  fc.constantFrom(iso(now - ms), iso(now - ms).replace('Z', '+00:00'), iso(now - ms).replace('T', ' ')),
)
const dateValue = fc.oneof(
  instant,
  age.map(ms => iso(now - ms).slice(0, 10)),
)
const numeric = fc.oneof(
  fc.integer({ min: 0, max: 1200 }),
  fc.constantFrom(0, 10, 49, 50, 499, 500),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
)

const absent = fc.constantFrom<unknown>(null, '', undefined)
const perhaps = (value: Arbitrary<unknown>) =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: absent })
const each = (names: readonly string[], value: Arbitrary<unknown>) =>
  names.map(name => [name, perhaps(value)] as [string, Arbitrary<unknown>])

const flatAttributes: Record<string, Arbitrary<unknown>> = Object.fromEntries([
  ...Object.entries(enums).flatMap(([name, values]) => each([name], anyCase(values))),
  ...Object.entries(lists).flatMap(([name, values]) => each([name], fc.array(anyCase(values), { maxLength: 3 }))),
  ...each(texts, fc.oneof(text, email)),
  ...each(numbers, numeric),
  ...each(dates, dateValue),
  ...each(booleans, fc.boolean()),
])

/** `company.tier` as a path half of the time; `country` under its key in the data, and its name. */
const attributes: Arbitrary<Data> = fc
  .tuple(fc.record(flatAttributes, { requiredKeys: [] }), fc.boolean())
  .map(([flat, nest]) => {
    const data: Data = { ...flat, 'Country Code': flat.country }
    if (nest) {
      data.company = { tier: flat['company.tier'], size: flat['company.size'] }
      delete data['company.tier']
      delete data['company.size']
    }
    return data
  })

const propertyValue = (type: readonly string[] | 'number' | 'text'): Arbitrary<unknown> =>
  type === 'number' ? numeric : type === 'text' ? text : anyCase(type)

function eventOf(name: keyof typeof events): Arbitrary<Data> {
  const properties = Object.entries(events[name]).map(([key, type]) => [key, perhaps(propertyValue(type))])
  return fc
    .tuple(fc.record(Object.fromEntries(properties)), instant, fc.boolean(), fc.option(fc.nat(40)))
    .map(([own, at, nest, id]) => ({
      type: name,
      at,
      ...(id === null ? {} : { id: `e${id}` }),
      ...(nest ? { properties: own } : own),
    }))
}
const anyEvent = fc.oneof(...(Object.keys(events) as (keyof typeof events)[]).map(eventOf))

/** A lead as a careful system would send it; its events in any order, some twice. */
export const fittingLead: Arbitrary<Data> = fc
  .tuple(attributes, fc.array(anyEvent, { maxLength: 25 }))
  .map(([data, list]) => ({ id: 'lead-1', ...data, events: list }))

// ---------------------------------------------------------------- hostile values

const deep = (depth: number): unknown => (depth === 0 ? 'x' : { company: deep(depth - 1), tier: [deep(depth - 1)] })
const oddities = fc.constantFrom<unknown>(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  1e308,
  -1e308,
  2 ** 53,
  5e-324,
  '12',
  'true',
  'null',
  '__proto__',
  'constructor',
  ' ',
  '\u0000',
  '\ud800',
  'İ',
  'x'.repeat(20_000),
  '\u202e',
  [],
  {},
  [[]],
  [null],
  true,
  false,
  null,
  undefined,
  deep(8),
  () => 1,
  Symbol('s'),
  10n,
  new Date(now),
  new Date(Number.NaN),
  '2026-02-31',
  '2026-06-01T25:00:00Z',
  '2026-06-01',
  '2026-06-01T10:00',
  '20260601',
  '1/6/2026',
  '0000-01-01',
  '9999-12-31T23:59:59.999Z',
  '+012026-01-01T00:00:00Z',
  '2026-06-01T10:00:00-23:59',
  1_767_225_600_000,
)
const hostileValue: Arbitrary<unknown> = fc.oneof(oddities, fc.anything({ maxDepth: 2 }), numeric, text, dateValue)
const hostileKey = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'company',
    'company.tier',
    'Country Code',
    'events',
    'id',
    'hasOwnProperty',
  ),
  fc.constantFrom(...Object.keys(flatAttributes)),
  fc.string(),
)
const hostileEvent: Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: anyEvent },
  {
    weight: 2,
    arbitrary: fc.tuple(anyEvent, hostileKey, hostileValue).map(([event, key, value]) => own({ ...event }, key, value)),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: hostileValue, at: hostileValue, id: hostileValue, properties: hostileValue }),
  },
  { weight: 1, arbitrary: hostileValue },
)

/** Sets the key itself, also where it is `__proto__`. */
function own(data: Data, key: string, value: unknown): Data {
  return Object.defineProperty(data, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Anything a broken export, or somebody who means harm, might send. */
export const hostileLead: Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: hostileValue },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        attributes,
        fc.array(fc.tuple(hostileKey, hostileValue), { maxLength: 8 }),
        fc.array(hostileEvent, { maxLength: 12 }),
      )
      .map(([data, odd, list]) =>
        odd.reduce<Data>((lead, [key, value]) => own(lead, key, value), { ...data, events: list }),
      ),
  },
)

/** `count` events in no order, for what must not depend on how many there are. */
export function crowd(count: number): Data {
  const names = Object.keys(events)
  const list = Array.from({ length: count }, (_, i) => ({
    type: names[i % names.length],
    at: iso(now - ((i * 7_919_777) % (200 * day))),
    seconds: i % 90,
    path: `/pricing/${i % 17}`,
    session: `s${i % 301}`,
    asset: 'whitepaper',
    form: 'demo',
  }))
  return { id: 'crowd', industry: 'SaaS', employees: 120, events: list }
}
