import { describe, expect, it } from 'vitest'
import { instantOf, needsZone, withoutQuotes } from './dates.ts'

describe('dates in the text', () => {
  const instants: readonly (readonly [text: string, iso: string | undefined])[] = [
    ['2026-06-01', '2026-06-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-02-29', undefined],
    ['2026-02-31', undefined],
    ['2100-02-29', undefined],
    ['2026-13-01', undefined],
    ['2026-00-10', undefined],
    ['2026-04-31', undefined],
    ['0000-01-01', undefined],
    ['0001-01-01', '0001-01-01T00:00:00.000Z'],
    ['2026-06-01T09:30Z', '2026-06-01T09:30:00.000Z'],
    ['2026-06-01T09:30:15+02:00', '2026-06-01T07:30:15.000Z'],
    ['2026-06-01T24:00:00Z', undefined],
    ['2026-06-01T09:30:00+25:00', undefined],
    ['2026-06-01T09:30', '2026-06-01T09:30:00.000Z'],
    ['June 2026', undefined],
  ]
  it.each(instants)('%s is %s', (text, iso) => {
    const instant = instantOf({ text })
    expect(instant === undefined ? undefined : new Date(instant).toISOString()).toBe(iso)
  })
  it.each([
    ['2026-06-01T09:30', true],
    ['2026-06-01T09:30Z', false],
    ['2026-06-01', false],
  ])('%s: that it needs a zone is %s', (text, needed) => {
    expect(needsZone({ text })).toBe(needed)
  })

  it('a quoted date is suggested as the language writes it', () => {
    expect(withoutQuotes('2026-06-01 09:30:00,5Z')).toBe('2026-06-01T09:30:00.5Z')
    expect(withoutQuotes('soon')).toBeUndefined()
  })
})
