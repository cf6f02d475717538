import { describe, expect, it } from 'vitest'
import { documentSymbols, type FileSymbol } from './document-symbols.ts'
import { workspaceOf } from './testing.ts'
import { workspaceSymbols } from './workspace-symbols.ts'

const outline = (symbols: readonly FileSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail && ` | ${detail}`}`,
    ...outline(children, `${indent}  `),
  ])
const outlineOf = (text: string) => outline(documentSymbols(workspaceOf({ '/m.merit': text }), '/m.merit'))

describe('the outline of', () => {
  it.each([
    ['a model', 'model "M"\ntimezone "UTC"\nimport "./s.merit"', ['model M']],
    [
      'attributes',
      'lead { a: integer 0..  company { tier: one of [A] } }',
      ['lead lead', '  attribute a | integer 0..', '  record company', '    attribute tier | one of [A]'],
    ],
    ['events', 'event p { x: text }\nevent q from p or p', ['event p', '  property x | text', 'event q | from p or p']],
    [
      'definitions',
      'list l = ["a"]\nlet n = 5\nsegment s when n > 5',
      ['list l | ["a"]', 'let n | 5', 'segment s | n > 5'],
    ],
    [
      'a score',
      'score s { group g { on p add 5 * n } default decay 3d when a > 5 subtract 10 as "A" }\nscore t = s * 2',
      ['score s', '  group g', '    rule on p add 5 * n | +5 * n', '  rule A | −10', 'score t | s * 2'],
    ],
    [
      'tables',
      'points by a { X: -5  Y: 10 }\npoints first { a = X: 5  else: 5 }\npoints by a { X: n }',
      [
        'rule points by a { X: -5 Y: 10 } | −5 to +10',
        'rule points first { a = X: 5 else: 5 } | +5',
        'rule points by a { X: n }',
      ],
    ],
    [
      'other rules',
      'when t contains any of [x] add 5 per match\nwhen a > 3 multiply by 50%\non p reset',
      [
        'rule when t contains any of [x] add 5 per match | +5 per match',
        'rule when a > 3 multiply by 50% | × 50%',
        'rule on p reset | reset',
      ],
    ],
    [
      'outcomes',
      'grade g from s { A at 5 else B }\nqualify M at 5 of s\nqualify at 3\ndisqualify "d" when a\ndisqualify when b\npromise never M when a',
      [
        'grade g | s',
        '  label A | at 5',
        '  label B | else',
        'stage M | at 5 of s',
        'stage qualified | at 3',
        'disqualification d | a',
        'disqualification b',
        'promise promise never M when a',
      ],
    ],
    ['tests', 'test "t" { expect total = 0 }', ['test t']],
    [
      'what is half written',
      'segment\nevent\nwhen a add\ntest {',
      ['segment …', 'event …', 'rule when a add', 'test …'],
    ],
  ])('%s', (_, text, expected) => {
    expect(outlineOf(text)).toEqual(expected)
  })

  it('names stand in what they name, also in half written text', () => {
    const inside = ({ span, nameSpan, name, children }: FileSymbol): boolean =>
      name !== '' && nameSpan.start >= span.start && nameSpan.end <= span.end && children.every(inside)
    const text = 'score\nlead { a: , b {\ngrade g from\nqualify\nwhen a add 5 as\ntest "x'
    for (let end = 0; end <= text.length; end++)
      expect(documentSymbols(workspaceOf({ '/m.merit': text.slice(0, end) }), '/m.merit').every(inside)).toBe(true)
  })
})

it.each([
  ['big', ['big', 'big spender', 'is big', 'a bigger one']],
  ['bgs', ['big spender']],
  ['BIG S', ['big spender']],
  ['nosuch', []],
])('%j finds %j', (query, expected) => {
  const workspace = workspaceOf({
    '/a.merit': 'import "./s.merit"\nsegment `is big` when n > 5\nsegment big when n > 3',
    '/b.merit': 'import "./s.merit"\nwhen n > 5 add 1 as "a bigger one"',
    '/s.merit': 'lead { n: integer }\nsegment `big spender` when n > 9',
  })
  expect(
    workspaceSymbols(workspace, query)
      .map(({ symbol }) => symbol.name)
      .sort(),
  ).toEqual([...expected].sort())
})

it('the best come first, with what they stand in', () => {
  const workspace = workspaceOf({ '/m.merit': 'segment `so big` when n > 5\nscore s { when n > 3 add 1 as "big" }' })
  expect(workspaceSymbols(workspace, 'big').map(({ symbol, container }) => [symbol.name, container])).toEqual([
    ['big', 's'],
    ['so big', 'm.merit'],
  ])
})
