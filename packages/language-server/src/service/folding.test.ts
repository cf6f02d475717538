import { expect, it } from 'vitest'
import { foldsIn } from './folding.ts'
import { selectionsAt } from './selection-ranges.ts'
import { CURSOR, workspaceOf } from './testing.ts'

const foldsOf = (...lines: string[]) =>
  foldsIn(workspaceOf({ '/m.merit': lines.join('\n') }), '/m.merit').map(
    ({ from, to, kind }) => `${kind} ${from}-${to}`,
  )

it.each([
  ['a block', ['score s {', '  when a > 5 add 1', '}'], ['block 0-1']],
  ['a block in a block', ['score s {', '  group g {', '    when a > 5 add 1', '  }', '}'], ['block 0-3', 'block 1-2']],
  ['a table', ['points by a {', '  X: 1', '  Y: 2', '}'], ['block 0-2']],
  ['a list', ['list l = [', '  "a",', '  "b"', ']'], ['block 0-2']],
  [
    'a record',
    ['lead {', '  a: integer', '  company {', '    tier: one of [A]', '  }', '}'],
    ['block 0-4', 'block 2-3'],
  ],
  ['a sentence over lines', ['when a > 5', '  and b > 5', '  add 1'], ['block 0-2']],
  ['a test', ['test "t" {', '  lead { a: 1 }', '  expect total = 0', '}'], ['block 0-2']],
  [
    'comments',
    ['# one', '# two', '', '## three', '## four', 'when a > 5 add 1 # five'],
    ['comment 0-1', 'comment 3-4'],
  ],
  ['imports', ['import "./a.merit"', 'import "./b.merit"', 'when a > 5 add 1'], ['imports 0-1']],
  ['nothing', ['when a > 5 add 1', '', '# one'], []],
  ['a block without its end', ['score s {', '  when a > 5 add 1', '', 'when b > 5 add'], ['block 0-1']],
])('folds of %s', (_, lines, expected) => {
  expect(foldsOf(...lines)).toEqual(expected)
})

it.each([
  [
    'score s { when a > 5 and b = ▮X add 1 }',
    [
      'X',
      'b = X',
      'a > 5 and b = X',
      'when a > 5 and b = X',
      'when a > 5 and b = X add 1',
      'score s { when a > 5 and b = X add 1 }',
    ],
  ],
  ['when t = "a▮b" add 1', ['ab', '"ab"', 't = "ab"', 'when t = "ab"', 'when t = "ab" add 1']],
  ['points by a { X: ▮1  Y: 2 }', ['1', 'X: 1', 'X: 1  Y: 2', 'points by a { X: 1  Y: 2 }']],
  ['▮', ['']],
])('the selection in %s grows', (text, expected) => {
  const source = text.replace(CURSOR, '')
  const spans = selectionsAt(workspaceOf({ '/m.merit': source }), '/m.merit', text.indexOf(CURSOR))
  expect(spans.map(({ start, end }) => source.slice(start, end))).toEqual(expected)
})
