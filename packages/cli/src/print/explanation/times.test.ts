import { utc, type Zone } from '@merit-lang/runtime'
import { expect, it } from 'vitest'
import { valueIn } from './times.ts'

const berlinInSummer: Zone = {
  name: 'Europe/Berlin',
  declared: true,
  since: [Number.MIN_SAFE_INTEGER],
  offset: [7_200_000],
}

it.each([
  ['2026-05-31T22:00:00Z', berlinInSummer, '2026-06-01'],
  ['2026-06-01T00:00:00Z', berlinInSummer, '2026-06-01 02:00'],
  ['2026-06-01T07:30:00.250Z', berlinInSummer, '2026-06-01 09:30'],
  ['2026-06-01T00:00:00Z', utc, '2026-06-01'],
  ['0001-01-01T00:00:00Z', utc, '0001-01-01'],
  ['2026-06-01', berlinInSummer, '2026-06-01'],
  ['out of range', utc, 'out of range'],
  ['unknown', utc, 'unknown'],
  ['at 2026-06-01T00:00:00Z', utc, 'at 2026-06-01T00:00:00Z'],
])('shows %s in a zone as it reads there', (value, zone, shown) => {
  expect(valueIn(zone, value)).toBe(shown)
})
