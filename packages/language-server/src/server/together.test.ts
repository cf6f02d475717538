import { expect, it } from 'vitest'
import { together } from './together.ts'

it.each<[announced: readonly object[], expected: object]>([
  [[], {}],
  [[{ a: 1 }, { b: 2 }], { a: 1, b: 2 }],
  [[{ a: 1 }, { a: 2 }], { a: 2 }],
  [[{ run: { commands: ['x', 'y'] } }, { run: { commands: ['y', 'z'] } }], { run: { commands: ['x', 'y', 'z'] } }],
  [[{ a: { b: { c: 1 } } }, { a: { b: { d: 2 } } }], { a: { b: { c: 1, d: 2 } } }],
])('%j', (announced, expected) => {
  expect(together(announced)).toEqual(expected)
})
