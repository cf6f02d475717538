import fc from 'fast-check'
import { expect, test } from 'vitest'
import { berlin } from '../testing.ts'
import { parseInstant } from './instant.ts'
import { quickInstant } from './quick.ts'
import { utc } from './utc.ts'

const ours = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
const text = ours.chain(date => {
  const iso = date.toISOString()
  return fc.constantFrom(iso, iso.replace(/\.\d+/, ''), iso.slice(0, 10))
})
/** One letter another one: mostly no instant any more, sometimes another. */
const slip = fc
  .tuple(text, fc.nat(23), fc.constantFrom(...'0123456789-:TZ. +/;x\u0663'))
  .map(([text, place, letter]) => text.slice(0, place) + letter + text.slice(place + 1))

function expectTheSame(text: string): void {
  for (const zone of [utc, berlin]) {
    const parsed = parseInstant(text, zone)
    const quick = quickInstant(text, zone)
    if (!Number.isNaN(quick)) expect(parsed).toMatchObject({ ms: quick })
  }
}

test('the usual forms are read', () => {
  fc.assert(
    fc.property(text, text => {
      expect({ ms: quickInstant(text, utc) }).toMatchObject({ ms: (parseInstant(text, utc) as { ms: number }).ms })
    }),
    { numRuns: 2000 },
  )
})

test('what is read is what is meant', () => {
  fc.assert(fc.property(fc.oneof(text, slip), expectTheSame), { numRuns: 5000 })
})

test.each([
  ['2026-02-29'],
  ['2024-02-30T00:00:00Z'],
  ['1900-02-29T00:00:00Z'],
  ['2026-04-31'],
  ['2026-00-10'],
  ['2026-13-10'],
  ['2026-01-00'],
  ['0000-06-01'],
  ['2026-01-01T24:00:00Z'],
  ['2026-01-01T23:60:00Z'],
  ['2026-01-01T23:00:60Z'],
  ['2026-01-01 10:00:00Z'],
  ['2026-01-01T10:00:00.1Z'],
  ['2026-01-01T10:00:00+01'],
  ['20260101T100000Z1234'],
  ['          '],
  [''],
])('%s needs a closer look', text => {
  expect(quickInstant(text, berlin)).toBeNaN()
})
