import { expect, it } from 'vitest'
import { importedPath } from './load.ts'

it.each([
  ['/a/b.merit', './c.merit', '/a/c.merit'],
  ['/a/b.merit', '../c.merit', '/c.merit'],
  ['/a/b.merit', 'd/../c.merit', '/a/c.merit'],
  ['/b.merit', 'c.merit', '/c.merit'],
  ['a/b.merit', '../../c.merit', '../c.merit'],
])('from %s, %s leads to %s', (from, path, expected) => {
  expect(importedPath(from, path)).toBe(expected)
})
