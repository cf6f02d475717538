import { describe, expect, test } from 'vitest'
import type { EventSet, Program } from '../program.ts'
import {
  attribute,
  condition,
  constant,
  DAY,
  declared,
  equal,
  events,
  HOUR,
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
import { type LiveOptions, type LiveState, live } from './index.ts'

const page: EventSet = { op: 'filter', set: events(0), where: equal(property('path'), 'pricing') }
const fewest = { keep: 0 }

/** Ten points for each page, halved each day; a point for each mail; five for SaaS. */
const model: Program = program({
  attributes: [declared('industry', text), declared('employees', number, { key: 'size.people' })],
  events: [
    { name: 'page', properties: [declared('path', text)] },
    { name: 'mail', properties: [] },
  ],
  scores: [
    scoreOf([onEach(page, 10, { id: 'pages' }, halfLife(DAY))], { name: 'fading' }),
    scoreOf([onEach(events(1), 1, { id: 'mails' })], { name: 'counted' }),
    scoreOf([rule('SaaS', { cases: [points(5, condition('SaaS', equal(attribute(0), 'SaaS')))] })], { name: 'fit' }),
  ],
})

const iso = (daysAgo: number) => new Date(NOW - daysAgo * DAY).toISOString()
const mail = (daysAgo: number, id?: string) => ({ type: 'mail', at: iso(daysAgo), ...(id && { id }) })
const visit = (daysAgo: number) => ({ type: 'page', at: iso(daysAgo), path: 'pricing' })
const ask = (daysAgo: number) => ({ now: NOW - daysAgo * DAY })

const tracked = (options: LiveOptions = {}, lead: unknown = {}) => {
  const tracker = live({ program: model }, options)
  return { tracker, state: tracker.start(lead) }
}
const counted = (tracker: ReturnType<typeof live>, state: LiveState, daysAgo = 0) =>
  tracker.score(state, ask(daysAgo)).scores.counted

describe('a state', () => {
  test('starts with a lead as it is scored', () => {
    const lead = { id: 7, industry: 'SaaS', events: [mail(2), visit(1), { type: 'mail' }, mail(-1)] }
    const { tracker, state } = tracked({}, lead)
    expect(tracker.score(state, ask(0))).toMatchObject({
      id: '7',
      at: '2026-06-01T00:00:00Z',
      scores: { fading: 5, counted: 1, fit: 5 },
      issues: [{ code: 'event-without-time', path: 'events[2].at' }],
      revision: model.revision,
    })
    expect(counted(tracker, state, -1)).toBe(2)
  })

  test('says which rules gave points', () => {
    const { tracker, state } = tracked(fewest, { events: [visit(1), mail(1)] })
    const { rules } = tracker.contributions(state, ask(0))
    expect(rules.map(({ rule, points }) => [rule, points])).toEqual([
      ['pages', 5],
      ['mails', 1],
    ])
  })

  test('takes changes of attributes; what is not named stays', () => {
    const { tracker, state } = tracked({}, { industry: 'SaaS', size: { people: 3 } })
    expect(tracker.change(state, { size: { people: 'many' } })).toMatchObject([
      { code: 'wrong-type', path: 'employees' },
    ])
    expect(tracker.score(state, ask(0))).toMatchObject({ scores: { fit: 5 }, issues: [{ path: 'employees' }] })
    expect(tracker.change(state, { industry: null, 'size.people': 4 })).toEqual([])
    expect(tracker.score(state, ask(0))).toMatchObject({ scores: { fit: 0 }, issues: [] })
  })

  test('keeps the latest hundred problems of events', () => {
    const { tracker, state } = tracked()
    for (let i = 0; i < 150; i++) tracker.event(state, { type: 'mail' })
    const { issues } = tracker.score(state, ask(0))
    expect([issues.length, issues[0]?.path, issues.at(-1)?.path]).toEqual([100, 'events[50].at', 'events[149].at'])
  })

  test('is as good after being stored, and after another tracker had it', () => {
    const { tracker, state } = tracked(fewest, { events: [mail(3), mail(2, 'a')] })
    tracker.score(state, ask(1))
    const other = live({ program: model }, fewest)
    const stored = other.restore(JSON.stringify(state))
    other.event(stored, mail(1))
    other.event(stored, mail(1, 'a'))
    expect(counted(other, stored)).toBe(3)
    tracker.event(stored, mail(4))
    expect(counted(tracker, stored)).toBe(4)
    expect(counted(other, stored)).toBe(4)
  })

  test('does not grow with the history where sums say everything', () => {
    const sizes = [1000, 20_000].map(count => {
      const { tracker, state } = tracked()
      for (let i = count; i > 0; i--) {
        tracker.event(state, visit(i / 100))
        tracker.event(state, mail(i / 100))
        if (i % 50 === 0) tracker.score(state, ask(i / 100))
      }
      return [tracker.score(state, ask(0)).scores.counted, JSON.stringify(state).length > 10_000]
    })
    expect(sizes).toEqual([
      [1000, false],
      [20_000, false],
    ])
  })
})

describe('events', () => {
  test.each([
    ['in order', [mail(3), mail(2)], 2],
    ['late, after they were let go', [mail(1), 'ask', mail(5), 'ask', mail(9)], 3],
    ['with one id', [mail(3, 'a'), mail(2, 'a'), 'ask', mail(1, 'a')], 1],
    ['with one id, and then earlier', [mail(1, 'a'), 'ask', mail(5, 'a'), mail(4)], 2],
    ['of the future', [mail(1), mail(-1)], 1],
    ['that the model does not know', [mail(1), { type: 'call', at: iso(1) }], 1],
  ] as const)('%s', (_, steps, expected) => {
    const { tracker, state } = tracked(fewest)
    for (const step of steps) step === 'ask' ? tracker.score(state, ask(0.5)) : tracker.event(state, step)
    expect(counted(tracker, state)).toBe(expected)
  })

  test('are known by their ids for as long as is asked', () => {
    const { tracker, state } = tracked({ ...fewest, remember: 10 * DAY }, { events: [mail(30, 'old'), mail(5, 'new')] })
    expect(counted(tracker, state)).toBe(2)
    expect(state.named.map(([, , , id]) => id)).toEqual(['new'])
    tracker.event(state, mail(1, 'new'))
    expect(counted(tracker, state)).toBe(2)
    tracker.event(state, mail(1, 'old'))
    expect(counted(tracker, state)).toBe(3)
  })
})

describe('an earlier instant', () => {
  const asked = (options: LiveOptions, happened: readonly unknown[]) => {
    const { tracker, state } = tracked(options, { events: happened })
    tracker.score(state, ask(0))
    return () => counted(tracker, state, 5)
  }

  test('is refused once events before it were let go', () => {
    expect(asked(fewest, [mail(9), mail(4)])).toThrow(
      'This state can be asked from 2026-06-01T00:00:00Z on, not for 2026-05-27T00:00:00Z: of earlier events only sums are left. ' +
        'To ask for instants that lie back, use live(model, { replay }) from the start, or score the whole history.',
    )
  })

  test.each<[string, LiveOptions]>([
    ['while the history is short', {}],
    ['within the time that was asked for', { ...fewest, replay: 6 * DAY }],
    ['always, if everything is kept', { ...fewest, replay: Number.POSITIVE_INFINITY }],
  ])('can be asked %s', (_, options) => {
    expect(asked(options, [mail(9), mail(4)])()).toBe(1)
  })

  test('and a later one again', () => {
    const { tracker, state } = tracked({ ...fewest, replay: 6 * DAY }, { events: [mail(9), mail(4), mail(1)] })
    expect([0, 5, 3, 0.5, 5].map(daysAgo => counted(tracker, state, daysAgo))).toEqual([3, 1, 2, 3, 1])
  })
})

describe('what is refused', () => {
  const { tracker, state } = tracked({}, { events: [mail(1), visit(1), mail(1, 'a')] })
  const stored = JSON.parse(JSON.stringify(state)) as Record<string, unknown>
  const rebuild = 'Start a new state and give it the lead with its whole history.'

  test.each<[string, unknown, string]>([
    ['no JSON', '{', 'This is no state of a lead'],
    ['no object', [], 'This is no state of a lead'],
    ['another version', { ...stored, version: 2 }, `version 2, and this Merit knows version 1. ${rebuild}`],
    [
      'another revision',
      { ...stored, revision: 'ffff' },
      `revision ffff of the model, which is now ${model.revision}. ${rebuild}`,
    ],
    [
      'too few attributes',
      { ...stored, attributes: [] },
      `damaged: attributes is not as a tracker writes it. ${rebuild}`,
    ],
    ['events of no type', { ...stored, events: [[9, NOW, 0, null]] }, 'damaged: events'],
    ['events of no time', { ...stored, events: [[1, '5', 0, null]] }, 'damaged: events'],
    ['properties that are none', { ...stored, events: [[0, NOW, 0, null, {}]] }, 'damaged: events'],
    ['totals of text', { ...stored, totals: [['1', 0, 0]] }, 'damaged: totals'],
    ['nothing for a count', { ...stored, given: undefined }, 'damaged: given'],
  ])('%s', (_, data, message) => {
    expect(() => tracker.restore(data)).toThrow(message)
  })

  test('an instant that is none', () => {
    expect(() => tracker.score(state, { now: Number.NaN })).toThrow(RangeError)
    expect(() => tracker.score(state, { now: new Date(Number.NaN) })).toThrow(RangeError)
  })

  test('a lead and changes that are no objects', () => {
    expect(() => tracker.start(5)).toThrow('A lead is an object of attributes')
    expect(() => tracker.change(state, 'SaaS')).toThrow('Changes are an object of attributes')
  })

  test('nothing of what was stored', () => {
    expect(tracker.restore(stored)).toEqual(state)
    expect(tracker.score(tracker.restore(stored), ask(0))).toEqual(tracker.score(state, ask(0)))
  })
})

test('what is read of an event rule is what the event decides alone, and late ones find their place', () => {
  const once: EventSet = { op: 'cooldown', set: events(1), every: 12 * HOUR }
  const rested = program({ ...model, scores: [scoreOf([onEach(once, constant(1))])] })
  const tracker = live({ program: rested }, fewest)
  const state = tracker.start()
  const total = () => tracker.score(state, ask(0)).scores.total
  for (const daysAgo of [3, 2.7, 2.4, 1]) tracker.event(state, mail(daysAgo))
  expect(total()).toBe(3)
  tracker.event(state, mail(3.3))
  expect(total()).toBe(3)
  tracker.event(state, mail(1.5))
  expect(total()).toBe(4)
})
