import { expect, it } from 'vitest'
import { editBetween, movedBy } from './edit.ts'

it.each([
  ['abc', 'abc', { start: 3, end: 3, shift: 0 }],
  ['abc', 'abxc', { start: 2, end: 2, shift: 1 }],
  ['abc', 'ac', { start: 1, end: 2, shift: -1 }],
  ['aa', 'aaa', { start: 2, end: 2, shift: 1 }],
  ['', 'x', { start: 0, end: 0, shift: 1 }],
])('from %j to %j', (before, after, expected) => {
  expect(editBetween(before, after)).toEqual(expected)
})

// The text is `0123456789`, and `45` becomes `xyz`.
it.each([
  [0, 3, { start: 0, end: 3 }],
  [3, 4, undefined],
  [4, 6, undefined],
  [6, 8, undefined],
  [7, 9, { start: 8, end: 10 }],
])('from %i to %i', (start, end, expected) => {
  expect(movedBy(editBetween('0123456789', '0123xyz6789'), { start, end })).toEqual(expected)
})
