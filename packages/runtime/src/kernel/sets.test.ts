import { describe, expect, test } from 'vitest'
import { runOf } from '../evaluate.ts'
import type { EventSet, Value } from '../program.ts'
import { attribute, DAY, declared, equal, events, lead, NOW, program, property } from '../testing.ts'

const types = ['page', 'mail', 'click'].map(name => ({ name, properties: [] }))
const attributes = [declared('created', { kind: 'date' }), declared('renewal', { kind: 'date' })]

/** Days before now of the events of a set, oldest first. */
function days(set: EventSet, happened: [number, number, Record<string, Value>?][], dates: Value[] = [null, null]) {
  const run = runOf(program({ events: types, attributes, sets: [events(0)] }), lead(dates, happened), NOW)
  return run.events(set).map(event => (NOW - event.at) / DAY)
}

const page = events(0)
const mail = events(1)
const per = property('x')
const visits: [number, number][] = [9, 5, 4, 2, 0].map(day => [0, day])

describe('choosing events', () => {
  test('by type, up to now', () => {
    expect(
      days(events(0, 2), [
        [0, 3],
        [1, 2],
        [2, 1],
        [0, -1],
      ]),
    ).toEqual([3, 1])
  })
  test('a shared set is the set itself', () => {
    expect(days({ op: 'sharedSet', index: 0 }, visits)).toEqual([9, 5, 4, 2, 0])
  })
  test('a filter looks at each event', () => {
    const where = equal(per, 'a')
    expect(
      days({ op: 'filter', set: page, where }, [
        [0, 2, { x: 'a' }],
        [0, 1, { x: null }],
      ]),
    ).toEqual([2])
  })
  test('a union holds each event once and in order', () => {
    expect(
      days({ op: 'union', sets: [mail, page, events(0, 1)] }, [
        [0, 3],
        [1, 2],
        [0, 1],
      ]),
    ).toEqual([3, 2, 1])
  })
  test('except leaves out', () => {
    expect(
      days({ op: 'except', set: events(0, 1), without: mail }, [
        [0, 3],
        [1, 2],
        [0, 1],
      ]),
    ).toEqual([3, 1])
  })
  test('a window holds ages from atLeast to below', () => {
    expect(days({ op: 'window', set: page, atLeast: 2 * DAY, below: 5 * DAY }, visits)).toEqual([4, 2])
    expect(days({ op: 'window', set: page, below: 5 * DAY }, visits)).toEqual([4, 2, 0])
    expect(days({ op: 'window', set: page, atLeast: 5 * DAY }, visits)).toEqual([9, 5])
  })
  test('since keeps what is not earlier than the latest, and all where there is none', () => {
    const since: EventSet = { op: 'since', set: page, last: mail }
    expect(days(since, [...visits, [1, 8], [1, 4]])).toEqual([4, 2, 0])
    expect(days(since, visits)).toEqual([9, 5, 4, 2, 0])
  })
})

describe('moments', () => {
  const created: EventSet = { op: 'moment', of: attribute(0) }

  test('a known date that is not after now is one event', () => {
    expect(days(created, [], [NOW - 3 * DAY, null])).toEqual([3])
    expect(days(created, [], [NOW, null])).toEqual([0])
    expect(days(created, [], [NOW + 1, null])).toEqual([])
    expect(days(created, [], [null, null])).toEqual([])
  })
  test('the same date is the same event, another date is another', () => {
    const again: EventSet = { op: 'moment', of: { op: 'attribute', index: 0 } }
    const renewal: EventSet = { op: 'moment', of: attribute(1) }
    const dates = [NOW - DAY, NOW - DAY]
    expect(days({ op: 'union', sets: [created, again] }, [], dates)).toEqual([1])
    expect(days({ op: 'union', sets: [created, renewal] }, [], dates)).toEqual([1, 1])
    expect(days({ op: 'except', set: created, without: again }, [], dates)).toEqual([])
    expect(days({ op: 'except', set: created, without: renewal }, [], dates)).toEqual([1])
  })
  test('it comes before the events of its instant', () => {
    const then: EventSet = { op: 'then', first: created, second: page, within: DAY }
    expect(days(then, [[0, 1]], [NOW - DAY, null])).toEqual([1])
    expect(days({ ...then, first: page, second: created }, [[0, 1]], [NOW - DAY, null])).toEqual([])
  })
})

describe('sequences', () => {
  const then: EventSet = { op: 'then', first: page, second: mail, within: 2 * DAY }

  test('then needs one before, by less than the time', () => {
    expect(
      days(then, [
        [0, 9],
        [1, 8],
        [1, 7],
        [1, 6],
        [0, 5],
        [0, 4],
        [1, 3],
      ]),
    ).toEqual([8, 3])
  })
  test('then with per needs the same known value', () => {
    const happened: [number, number, Record<string, Value>][] = [
      [0, 9, { x: 'A' }],
      [0, 8.9, { x: 'b' }],
      [0, 8.8, { x: null }],
      [1, 8, { x: 'a' }],
      [1, 7.5, { x: 'c' }],
      [1, 7.4, { x: null }],
      [1, 7.2, { x: 'B' }],
    ]
    expect(days({ ...then, per }, happened)).toEqual([8, 7.2])
  })
  test('an event does not come before itself', () => {
    expect(days({ ...then, second: page }, visits)).toEqual([4])
  })
  test('within one instant the order decides', () => {
    expect(
      days(then, [
        [0, 1],
        [1, 1],
      ]),
    ).toEqual([1])
    expect(
      days(then, [
        [1, 1],
        [0, 1],
      ]),
    ).toEqual([])
  })
  test('reach happens where the count is reached, not while it stays', () => {
    const reach: EventSet = { op: 'reach', set: page, count: 3, within: 3 * DAY }
    expect(
      days(
        reach,
        [9, 8, 7, 6, 3, 2, 1].map(day => [0, day]),
      ),
    ).toEqual([7, 1])
    expect(
      days(
        { ...reach, count: 2 },
        [9, 8, 7, 3, 2].map(day => [0, day]),
      ),
    ).toEqual([8, 2])
  })
  test('nth is the event of that number for each known value', () => {
    const happened = ['a', 'b', 'A', null, null, 'a', 'b'].map(
      (x, i) => [0, 9 - i, { x }] as [number, number, { x: Value }],
    )
    expect(days({ op: 'nth', set: page, count: 2, per }, happened)).toEqual([7, 3])
  })
})

describe('limits', () => {
  test('cooldown counts from the last that counted', () => {
    expect(
      days(
        { op: 'cooldown', set: page, every: 2 * DAY },
        [9, 8, 7, 6.5, 5, 4].map(day => [0, day]),
      ),
    ).toEqual([9, 7, 5])
  })
  test('earliest and latest keep so many', () => {
    expect(days({ op: 'earliest', set: page, count: 2 }, visits)).toEqual([9, 5])
    expect(days({ op: 'latest', set: page, count: 2 }, visits)).toEqual([2, 0])
    expect(days({ op: 'latest', set: page, count: 99 }, visits)).toEqual([9, 5, 4, 2, 0])
  })
  test('of each value, letter case apart, unknown being one value', () => {
    const happened = ['a', 'b', 'A', null, null].map((x, i) => [0, 9 - i, { x }] as [number, number, { x: Value }])
    expect(days({ op: 'earliest', set: page, count: 1, per }, happened)).toEqual([9, 8, 6])
    expect(days({ op: 'latest', set: page, count: 1, per }, happened)).toEqual([8, 7, 5])
  })
})
