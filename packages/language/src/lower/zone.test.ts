import { describe, expect, it } from 'vitest'
import { zoneOf } from './zone.ts'

const hour = 3_600_000

/** Hours ahead of UTC, by the table. */
function ahead(name: string, at: string): number {
  const { since, offset } = zoneOf(name)
  const stretch = since.findLastIndex(start => start <= Date.parse(at))
  return (offset[stretch] ?? Number.NaN) / hour
}

describe('the offsets of a time zone', () => {
  it.each([
    ['Europe/Berlin', '2026-01-15T00:00:00Z', 1],
    ['Europe/Berlin', '2026-03-29T00:59:59Z', 1],
    ['Europe/Berlin', '2026-03-29T01:00:00Z', 2],
    ['Europe/Berlin', '2026-10-25T00:59:59Z', 2],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', 1],
    ['Europe/Berlin', '1975-07-01T00:00:00Z', 1],
    ['America/New_York', '2026-03-08T06:59:59Z', -5],
    ['America/New_York', '2026-03-08T07:00:00Z', -4],
    ['Asia/Kolkata', '2026-07-01T00:00:00Z', 5.5],
    ['Asia/Kathmandu', '1985-01-01T00:00:00Z', 5.5],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 5.75],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', -10],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', 14],
    ['Africa/Casablanca', '2026-03-01T00:00:00Z', 0],
    ['Africa/Casablanca', '2026-04-15T00:00:00Z', 1],
    ['America/Sao_Paulo', '2099-12-31T00:00:00Z', -3],
    ['Europe/London', '1960-07-01T00:00:00Z', 1],
    ['Etc/UTC', '2026-07-01T00:00:00Z', 0],
  ])('%s at %s is %d', (name, at, hours) => {
    expect(ahead(name, at)).toBe(hours)
  })

  it('UTC is one stretch, declared or not', () => {
    const stretch = { name: 'UTC', since: [Number.MIN_SAFE_INTEGER], offset: [0] }
    expect(zoneOf(undefined)).toEqual({ ...stretch, declared: false })
    expect(zoneOf('UTC')).toEqual({ ...stretch, declared: true })
  })

  it('rises from stretch to stretch, and no two neighbours are the same', () => {
    const { since, offset } = zoneOf('Africa/Casablanca')
    expect(since).toEqual([...since].sort((a, b) => a - b))
    expect(offset.every((one, i) => one !== offset[i + 1])).toBe(true)
  })
})
