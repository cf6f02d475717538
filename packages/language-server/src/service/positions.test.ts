import { expect, it } from 'vitest'
import { linePositionOf, offsetOf } from './positions.ts'

it.each([
  ['ab\ncd', 4, 1, 1],
  ['ab\r\ncd', 5, 1, 1],
  ['ab\rcd', 4, 1, 1],
  ['a\rb\r\nc\nd', 7, 3, 0],
  ['😀x', 2, 0, 2],
  ['', 0, 0, 0],
  ['a\n', 2, 1, 0],
])('in %j, %i is line %i, character %i', (text, offset, line, character) => {
  const source = { path: 'm', text }
  expect(linePositionOf(source, offset)).toEqual({ line, character })
  expect(offsetOf(source, { line, character })).toBe(offset)
})

it.each([
  ['ab\ncd', 0, 9, 2],
  ['ab\r\ncd', 0, 3, 2],
  ['ab\rcd', 0, 3, 2],
  ['ab\ncd', 1, 9, 5],
  ['ab\ncd', 7, 0, 5],
  ['ab\rcd', 7, 0, 5],
])('in %j, what lies behind the end of line %i, at %i, is %i', (text, line, character, offset) => {
  expect(offsetOf({ path: 'm', text }, { line, character })).toBe(offset)
})
