import { describe, expect, test } from 'vitest'
import type { Automaton, Instruction } from '../program.ts'
import { search } from './automaton.ts'

const set = (next: number, ...ranges: number[]): Instruction => ({ do: 'set', ranges, negated: false, next })
const letter = (text: string, next: number) => set(next, text.codePointAt(0) ?? 0, text.codePointAt(0) ?? 0)
const split = (next: number, other: number): Instruction => ({ do: 'split', next, other })
const assert = (what: Extract<Instruction, { do: 'assert' }>['what'], next: number): Instruction => ({
  do: 'assert',
  what,
  next,
})
const match: Instruction = { do: 'match' }

/** `v\.?p` */
const vp: Automaton = [letter('v', 1), split(2, 3), letter('.', 3), letter('p', 4), match]

test.each([
  ['vp', true],
  ['the v.p of', true],
  ['v..p', false],
  ['v', false],
  ['', false],
])('v\\.?p is found in %j: %j', (text, expected) => {
  expect(search(vp, text)).toBe(expected)
})

describe('assertions', () => {
  const around = (before: Parameters<typeof assert>[0], after: Parameters<typeof assert>[0]): Automaton => [
    assert(before, 1),
    letter('a', 2),
    assert(after, 3),
    match,
  ]
  test.each([
    ['start', 'end', 'a', true],
    ['start', 'end', 'a\n', false],
    ['start', 'end', 'ba', false],
    ['lineStart', 'lineEnd', 'b\na\nb', true],
    ['lineStart', 'lineEnd', 'b\nab', false],
    ['word', 'word', 'b a-b', true],
    ['word', 'word', 'b ab', false],
    ['word', 'word', 'a', true],
    ['word', 'word', 'éaé', true],
    ['notWord', 'notWord', 'bab', true],
    ['notWord', 'notWord', ' a ', false],
  ] as const)('%s a %s in %j: %j', (before, after, text, expected) => {
    expect(search(around(before, after), text)).toBe(expected)
  })
  test('an empty text has both ends', () => {
    expect(search([assert('start', 1), assert('end', 2), match], '')).toBe(true)
  })
})

test('a set takes one code point inside its ranges, negated outside', () => {
  const digit: Automaton = [set(1, 48, 57, 0x10428, 0x10428), match]
  const other: Automaton = [{ do: 'set', ranges: [48, 57], negated: true, next: 1 }, match]
  expect(search(digit, 'a7')).toBe(true)
  expect(search(digit, '𐐨')).toBe(true)
  expect(search(digit, 'ab')).toBe(false)
  expect(search(other, '77')).toBe(false)
  expect(search(other, '7𐐨')).toBe(true)
})

test('loops that take nothing end, and (a*)*b is linear', () => {
  const loop: Automaton = [split(0, 1), split(1, 0)]
  const stars: Automaton = [split(1, 4), split(2, 0), letter('a', 3), split(1, 0), letter('b', 5), match]
  expect(search(loop, 'aa')).toBe(false)
  expect(search(stars, 'a'.repeat(100_000))).toBe(false)
})
