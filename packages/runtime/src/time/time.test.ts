import { describe, expect, test } from 'vitest'
import type { CalendarPart, Zone } from '../program.ts'
import { berlin, DAY, HOUR } from '../testing.ts'
import { calendarPart } from './calendar.ts'
import { dayRange, formatInstant, parseInstant } from './instant.ts'
import { utc } from './utc.ts'

/** Clocks go from 23:59:59 on August 15 straight to 01:00 on August 16 (as in Beirut or Asunción), from +2 h to +3 h. */
const skipsMidnight: Zone = {
  name: 'skips midnight',
  declared: true,
  since: [Number.MIN_SAFE_INTEGER, Date.UTC(2026, 7, 15, 22)],
  offset: [2 * HOUR, 3 * HOUR],
}
/** The islands that left out December 30, 2011: from −10 h to +14 h. */
const skipsDay: Zone = {
  name: 'skips a day',
  declared: true,
  since: [Number.MIN_SAFE_INTEGER, Date.UTC(2011, 11, 30, 10)],
  offset: [-10 * HOUR, 14 * HOUR],
}
/** A clock change of half an hour: 02:00 becomes 01:30. */
const halfHour: Zone = {
  name: 'half an hour',
  declared: true,
  since: [Number.MIN_SAFE_INTEGER, Date.UTC(2026, 3, 4, 15)],
  offset: [11 * HOUR, 10.5 * HOUR],
}

const iso = (at: number) => new Date(at).toISOString()
const read = (text: string, zone: Zone) => {
  const parsed = parseInstant(text, zone)
  return 'ms' in parsed ? iso(parsed.ms) : parsed.problem
}

describe('reading an instant', () => {
  test.each([
    ['2026-06-01T09:30:00Z', '2026-06-01T09:30:00.000Z'],
    ['2026-06-01 09:30:00Z', '2026-06-01T09:30:00.000Z'],
    ['2026-06-01T09:30Z', '2026-06-01T09:30:00.000Z'],
    ['2026-06-01T09:30:15.5Z', '2026-06-01T09:30:15.500Z'],
    ['2026-06-01T09:30:15.123999Z', '2026-06-01T09:30:15.123Z'],
    ['2026-06-01T09:30:00+02:00', '2026-06-01T07:30:00.000Z'],
    ['2026-06-01T23:30:00-05:30', '2026-06-02T05:00:00.000Z'],
    ['2026-06-01', '2026-06-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['0099-12-31T23:59:59Z', '0099-12-31T23:59:59.000Z'],
    ['9999-12-31', '9999-12-31T00:00:00.000Z'],
    ['2026-06-01T09:30:00', 'time-without-zone'],
    ['2026-02-29', 'bad-date'],
    ['2026-13-01', 'bad-date'],
    ['2026-00-10', 'bad-date'],
    ['0000-01-01', 'bad-date'],
    ['2026-06-01T24:00:00Z', 'bad-date'],
    ['2026-06-01T10:60:00Z', 'bad-date'],
    ['2026-06-01T10:00:60Z', 'bad-date'],
    ['2026-06-01T10:00:00+24:00', 'bad-date'],
    ['0001-01-01T00:00:00+01:00', 'bad-date'],
    ['9999-12-31T23:00:00-02:00', 'bad-date'],
    ['06/01/2026', 'bad-date'],
    ['2026-6-1', 'bad-date'],
    [' 2026-06-01', 'bad-date'],
    ['2026-06-01\n', 'bad-date'],
    ['', 'bad-date'],
    [`2026-06-01T00:00:00.${'9'.repeat(100_000)}Z`, '2026-06-01T00:00:00.999Z'],
  ])('%.40s without a zone of the model is %s', (text, expected) => {
    expect(read(text, utc)).toBe(expected)
  })

  test.each([
    ['2026-01-15T09:30:00', '2026-01-15T08:30:00.000Z'],
    ['2026-07-15 09:30', '2026-07-15T07:30:00.000Z'],
    ['2026-03-29T02:30:00', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00:00', '2026-10-25T02:00:00.000Z'],
    ['2026-07-15T09:30:00Z', '2026-07-15T09:30:00.000Z'],
    ['2026-07-15', '2026-07-14T22:00:00.000Z'],
  ])('%s in Berlin is %s', (text, expected) => {
    expect(read(text, berlin)).toBe(expected)
  })
})

describe('days', () => {
  test.each([
    [utc, '2026-06-01', '2026-06-01T00:00:00.000Z', 24],
    [berlin, '2026-03-28', '2026-03-27T23:00:00.000Z', 24],
    [berlin, '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    [berlin, '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    [skipsMidnight, '2026-08-16', '2026-08-15T22:00:00.000Z', 23],
    [skipsDay, '2011-12-29', '2011-12-29T10:00:00.000Z', 24],
    [skipsDay, '2011-12-30', '2011-12-30T10:00:00.000Z', 0],
    [skipsDay, '2011-12-31', '2011-12-30T10:00:00.000Z', 24],
  ])('in $name the day %s starts at %s and has %d hours', (zone, day, start, hours) => {
    const range = dayRange(zone, day)
    expect(iso(range.start)).toBe(start)
    expect((range.end - range.start) / HOUR).toBe(hours)
  })

  test.each(['2026-02-30', '2026-06-01T00:00Z', 'today', ''])('there is no day %s', day => {
    expect(() => dayRange(utc, day)).toThrow(RangeError)
  })
})

describe('calendar parts', () => {
  const at = (part: CalendarPart, instant: string, zone: Zone) => {
    const value = calendarPart(part, Date.parse(instant), zone)
    return typeof value === 'number' && part.endsWith('Start') ? iso(value) : value
  }

  test.each([
    ['hour', '2026-07-01T22:30:00Z', 0],
    ['hour', '2026-03-29T00:59:59Z', 1],
    ['hour', '2026-03-29T01:00:00Z', 3],
    ['hour', '1969-07-20T20:17:00Z', 21],
    ['weekday', '2026-06-01T12:00:00Z', 'Monday'],
    ['weekday', '2026-06-07T22:30:00Z', 'Monday'],
    ['weekday', '1969-07-20T20:17:00Z', 'Sunday'],
    ['month', '2026-06-30T22:30:00Z', 7],
    ['week', '2026-01-01T12:00:00Z', 1],
    ['week', '2027-01-01T12:00:00Z', 53],
    ['week', '2024-12-30T12:00:00Z', 1],
    ['week', '2023-01-01T12:00:00Z', 52],
    ['week', '0001-01-01T12:00:00Z', 1],
    ['hourStart', '2026-07-01T22:30:00Z', '2026-07-01T22:00:00.000Z'],
    ['hourStart', '2026-10-25T00:30:00Z', '2026-10-25T00:00:00.000Z'],
    ['hourStart', '2026-10-25T01:30:00Z', '2026-10-25T01:00:00.000Z'],
    ['dayStart', '2026-07-01T22:30:00Z', '2026-07-01T22:00:00.000Z'],
    ['dayStart', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z'],
    ['weekStart', '2026-03-29T12:00:00Z', '2026-03-22T23:00:00.000Z'],
    ['weekStart', '2026-03-30T12:00:00Z', '2026-03-29T22:00:00.000Z'],
    ['monthStart', '2026-10-31T12:00:00Z', '2026-09-30T22:00:00.000Z'],
  ] as const)('%s of %s in Berlin is %s', (part, instant, expected) => {
    expect(at(part, instant, berlin)).toBe(expected)
  })

  test('a day that starts at 01:00 starts with the clock change', () => {
    expect(at('dayStart', '2026-08-16T10:00:00Z', skipsMidnight)).toBe('2026-08-15T22:00:00.000Z')
  })

  test('where clocks go back half an hour, the repeated half hour is an hour of its own', () => {
    expect(at('hourStart', '2026-04-04T14:45:00Z', halfHour)).toBe('2026-04-04T14:00:00.000Z')
    expect(at('hourStart', '2026-04-04T15:15:00Z', halfHour)).toBe('2026-04-04T15:00:00.000Z')
  })

  test('every part of an instant far out of range is unknown', () => {
    expect(calendarPart('week', 1e18, utc)).toBe(null)
    expect(calendarPart('dayStart', Number.NaN, utc)).toBe(null)
  })

  test('ISO weeks and starts agree with day-by-day counting over four centuries', () => {
    let week = 1
    for (let day = Date.UTC(2001, 0, 1); day < Date.UTC(2401, 0, 1); day += DAY) {
      const date = new Date(day)
      if (date.getUTCDay() === 1) {
        const fourth = new Date(day + 3 * DAY)
        week =
          fourth.getUTCMonth() === 0 && fourth.getUTCDate() <= 7 ? 1 : week + (day === Date.UTC(2001, 0, 1) ? 0 : 1)
      }
      expect(calendarPart('week', day, utc)).toBe(week)
    }
  })
})

test('instants are written in UTC without empty milliseconds', () => {
  expect(formatInstant(Date.UTC(2026, 5, 1, 9, 30))).toBe('2026-06-01T09:30:00Z')
  expect(formatInstant(Date.UTC(2026, 5, 1, 9, 30, 0, 7))).toBe('2026-06-01T09:30:00.007Z')
})
