import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber, formatTyped, formatValue } from './format.ts'
import { NOW } from './testing.ts'

test.each([
  [0, '0'],
  [-0, '0'],
  [12, '12'],
  [100, '100'],
  [8.7, '8.7'],
  [-2.5, '-2.5'],
  [0.1 + 0.2, '0.3'],
  [1e-7, '0'],
  [-1e-7, '0'],
  [0.000001, '0.000001'],
  [9e9, '9000000000'],
])('the number %d is written %s', (number, written) => {
  expect(formatNumber(number)).toBe(written)
})

test('whole millionths are written exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8e15, max: 8e15 }), millionths => {
      const [whole = '', fraction = ''] = formatNumber(millionths / 1e6).split('.')
      expect(Math.abs(Number(`${whole}${fraction.padEnd(6, '0')}`))).toBe(Math.abs(millionths))
    }),
  )
})

test('values are written for a person', () => {
  expect(formatValue(null, 'text')).toBe('unknown')
  expect(formatValue(true, 'boolean')).toBe('true')
  expect(formatValue(['api', 'pricing'], 'list')).toBe('api, pricing')
  expect(formatValue(NOW, 'date')).toBe('2026-06-01T00:00:00Z')
  expect(formatTyped(NOW + 1, { kind: 'date' })).toBe('2026-06-01T00:00:00.001Z')
})
