import { expect, it } from 'vitest'
import { importsAfter } from './moved-files.ts'
import { workspaceOf } from './testing.ts'

const files = {
  '/a/m.merit': 'import "./s.merit"',
  '/a/s.merit': 'import "../lib/t.merit"',
  '/lib/t.merit': 'lead { a: text }',
}

it.each([
  ['a file that others import', '/lib/t.merit', '/lib/u.merit', ['/a/s.merit "../lib/u.merit"']],
  ['a file that imports others', '/a/s.merit', '/s.merit', ['/a/m.merit "../s.merit"', '/a/s.merit "./lib/t.merit"']],
  ['an entry', '/a/m.merit', '/b/c/m.merit', ['/a/m.merit "../../a/s.merit"']],
  ['an entry into its neighbour', '/a/m.merit', '/a/n.merit', []],
  ['a folder', '/lib', '/a/lib', ['/a/s.merit "./lib/t.merit"']],
  ['a folder with all that is in it', '/a', '/b', []],
  ['what nobody imports', '/c', '/d', []],
])('%s', (_, from, to, expected) => {
  const edits = importsAfter(workspaceOf(files), [{ from, to }])
  expect(edits.map(({ span, text }) => `${span.source.path} ${text}`)).toEqual(expected)
})
