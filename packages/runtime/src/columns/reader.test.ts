import { describe, expect, test } from 'vitest'
import { readLead } from '../lead/lead.ts'
import { berlin, declared, NOW, number, program, text } from '../testing.ts'
import { leadAt } from './lead.ts'
import { LeadReader } from './reader.ts'

const page = {
  name: 'page_view',
  properties: [
    declared('seconds', { kind: 'number', integer: true, range: { low: 0, high: 100, highOpen: true } }),
    declared('kind', { kind: 'enum', values: ['News', 'Shop'] }, { key: 'type' }),
    declared('at', text),
    declared('event', text),
    declared('deep', text, { key: 'page.title' }),
  ],
}
const model = program({
  zone: berlin,
  attributes: [
    declared('industry', { kind: 'enum', values: ['SaaS', 'Fintech'] }, { unknownIn: ['n/a'] }),
    declared('title', text),
    declared('role', text, { key: 'title' }),
    declared('number', text, { key: 'id' }),
    declared('tier', text, { key: 'company.tier' }),
    declared('size', number, { unknownIn: ['0'] }),
    declared('created', { kind: 'date' }),
    declared('customer', { kind: 'boolean' }),
    declared('interests', { kind: 'list', values: ['API', 'pricing'] }, { unknownIn: ['none'] }),
    declared('proto', text, { key: '__proto__' }),
    declared('needed', text, { required: true }),
  ],
  events: [page, { name: 'track', properties: [] }],
})
const at = '2026-05-01T10:00:00Z'
const withEvents = (...events: unknown[]) => ({ needed: 'x', events })

class Contact {
  needed = 'x'
  get title() {
    return 'not its own'
  }
}
const inheriting = Object.assign(Object.create({ title: 'inherited', type: 'page_view', at }), { needed: 'x' })
const throwing = {
  needed: 'x',
  get title(): string {
    throw new Error('not today')
  },
}

const leads: readonly (readonly [what: string, data: unknown])[] = [
  ['nothing', undefined],
  ['a list', []],
  ['no values', {}],
  [
    'values',
    { needed: 'x', industry: 'saas', title: 'VP', size: 2.5, created: at, customer: false, interests: ['api'] },
  ],
  [
    'the same in other words',
    { created: new Date(NOW), interests: ['pricing', 'API'], industry: 'FINTECH', needed: 'x' },
  ],
  ['what counts as unknown', { needed: '', industry: 'N/A', size: 0, interests: ['None'], title: '' }],
  ['what does not fit', { industry: 7, title: {}, size: '5', created: 'now', customer: 'no', interests: ['api', 4] }],
  ['a path', { needed: 'x', company: { tier: 'A' } }],
  ['a flat key before the path', { needed: 'x', 'company.tier': 'B', company: { tier: 'A' } }],
  ['a flat key that says nothing', { needed: 'x', 'company.tier': undefined, company: { tier: 'A' } }],
  ['an id that is an attribute, too', { needed: 'x', id: 'A7' }],
  ['a path through what is no object', { needed: 'x', company: ['A'] }],
  ['a key as no other', JSON.parse('{"needed":"x","__proto__":"own"}')],
  ['an instance of a class', new Contact()],
  ['what inherits', inheriting],
  ['no prototype', Object.assign(Object.create(null), { needed: 'x', title: 'VP' })],
  ['a getter that throws', throwing],
  ['what is not listed', Object.defineProperty({ needed: 'x' }, 'title', { value: 'hidden' })],
  ['a number as id', { needed: 'x', id: 12 }],
  ['events that are no list', { needed: 'x', events: {} }],
  ['no events', { needed: 'x', events: null }],
  ['an event', withEvents({ type: 'page_view', at, seconds: 5 })],
  ['other events', withEvents({ type: 'other', at: 'never' }, { at, type: 'page_view' })],
  [
    'a Segment call',
    withEvents({ type: 'track', event: 'page_view', timestamp: at, properties: { seconds: 7, type: 'shop' } }),
  ],
  ['a call without event', withEvents({ type: 'track', at, event: 5 })],
  [
    'properties named like what says the event',
    withEvents({ type: 'page_view', at, event: 'beside', timestamp: 'late' }),
  ],
  [
    'properties inside and beside',
    withEvents({ type: 'page_view', at, seconds: 5, properties: { seconds: null, at: 'in' } }),
  ],
  ['properties that are no object', withEvents({ type: 'page_view', at, seconds: 5, properties: ['x'] })],
  ['properties of a class', withEvents({ type: 'page_view', at, properties: new Contact() })],
  [
    'paths',
    withEvents(
      { type: 'page_view', at, page: { title: 'T' } },
      { type: 'page_view', at, properties: { page: { title: 'U' } } },
    ),
  ],
  ['the edges of a range', withEvents(...[0, 100, 99, -0, 1.5].map(seconds => ({ type: 'page_view', at, seconds })))],
  ['no time', withEvents({ type: 'page_view' })],
  ['no type', withEvents({ at })],
  ['no event', withEvents(null, 5, [], undefined, { type: 'page_view', at })],
  ['gaps', withEvents({ type: 'page_view', at }, ...new Array(2), { type: 'page_view', at })],
  ['an event that inherits', withEvents(inheriting)],
  ['a time in the zone of the model', withEvents({ type: 'page_view', at: '2026-05-01 10:00' })],
  ['a Date', withEvents({ type: 'page_view', at: new Date(NOW) }, { type: 'page_view', at: new Date(Number.NaN) })],
  [
    'events in any order',
    withEvents(...[3, 1, 2, 1, 1].map((day, i) => ({ type: 'page_view', at: `2026-05-0${day}`, seconds: i }))),
  ],
  [
    'one id twice',
    withEvents(
      ...['b', 'a', 'b', null, 7, '7'].map((id, i) => ({ type: 'page_view', at: `2026-05-0${9 - i}`, id, seconds: i })),
      { type: 'track', at, id: 'b' },
    ),
  ],
  [
    'ids at one instant',
    withEvents(...['b', null, 'a'].map((id, seconds) => ({ type: 'page_view', at, messageId: id, seconds }))),
  ],
]

function expectTheSame(reader: LeadReader, data: unknown): void {
  reader.read(data)
  const { id, issues, attributes, events } = readLead(model, data)
  const inColumns = leadAt(model, reader.columns, 0)
  expect({ id: reader.id, issues: reader.issues, attributes: inColumns.attributes }).toEqual({ id, issues, attributes })
  expect(inColumns.events).toEqual(events.map(event => ({ ...event, id: null })))
}

describe('a lead in columns is the lead that readLead reads:', () => {
  test.each(leads)('%s', (_, data) => expectTheSame(new LeadReader(model), data))

  test('one after the other, twice', () => {
    const reader = new LeadReader(model)
    for (const [, data] of [...leads, ...leads]) expectTheSame(reader, data)
  })

  test('where every object inherits', () => {
    const everything = Object.prototype as { title?: string }
    try {
      everything.title = 'inherited'
      expectTheSame(new LeadReader(model), { needed: 'x' })
    } finally {
      delete everything.title
    }
  })

  test('after more texts, lists and shapes than are remembered', () => {
    const reader = new LeadReader(model)
    for (let i = 0; i < 12_000; i++) reader.read({ needed: `text ${i}`, title: `t${i}`, [`key${i}`]: i })
    for (const [, data] of leads) expectTheSame(reader, data)
    const [, title] = reader.columns.attributes
    expect(title?.kind === 'codes' && title.dictionary.values.length).toBeLessThan(11_000)
  })
})
