import { tokensOf } from '@merit-lang/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAll, formatRange, formatTyped } from './formatting.ts'
import { CURSOR, workspaceOf } from './testing.ts'
import { edited } from './trial.ts'
import type { TextEdit } from './workspace.ts'

const path = '/m.merit'
const workspaceWith = (text: string) => workspaceOf({ [path]: text })

const applied = (text: string, edits: readonly TextEdit[]) => edited({ path, text }, edits)

it.each([
  [
    'space and commas',
    'lead{a:integer,b : text}\nwhen   a>5 add 1',
    'lead { a: integer  b: text }\nwhen a > 5 add 1\n',
  ],
  ['comments', '#one\nwhen a>5 add 1   # two  ', '#one\nwhen a > 5 add 1  # two\n'],
  ['lines as Windows ends them', 'when a>5 add 1\r\nwhen  b > 5 add 1\r\n', 'when a > 5 add 1\r\nwhen b > 5 add 1\r\n'],
  ['commas in texts', 'when a in [ "b,  c" ,d ] add 1', 'when a in ["b,  c", d] add 1\n'],
  ['text with errors', 'when a>5 add', 'when a>5 add'],
])('the whole file: %s', (_, text, expected) => {
  expect(applied(text, formatAll(workspaceWith(text), path))).toBe(expected)
})

it('only what changes is edited', () => {
  const text = 'when a > 5 add 1\nwhen  b > 5 add 1\n'
  expect(formatAll(workspaceWith(text), path).map(({ span, text }) => [span.start, span.end, text])).toEqual([
    [21, 23, ' '],
  ])
})

describe('a part:', () => {
  it.each([
    [
      'a rule',
      'when  a > 5 add 1\nwhen  ▮b > 5 add 1\nwhen  c > 5 add 1\n',
      'when  a > 5 add 1\nwhen b > 5 add 1\nwhen  c > 5 add 1\n',
    ],
    [
      'a rule in a block',
      'score s {\n  when  a > 5 add 1\n when  ▮b > 5 add 1\n}\n',
      'score s {\n  when  a > 5 add 1\n  when b > 5 add 1\n}\n',
    ],
    [
      'two rules',
      'when  ▮a > 5 add 1\nwhen  ▮b > 5 add 1\nwhen  c > 5 add 1\n',
      'when a > 5 add 1\nwhen b > 5 add 1\nwhen  c > 5 add 1\n',
    ],
    [
      'between statements',
      'when  a > 5 add 1\n\n▮\n\nwhen  b > 5 add 1\n',
      'when  a > 5 add 1\n\n\n\nwhen  b > 5 add 1\n',
    ],
  ])('%s', (_, marked, expected) => {
    const text = marked.replaceAll(CURSOR, '')
    const [start = 0, end = start] = [...marked.matchAll(/▮/g)].map(({ index }, i) => index - i)
    const span = { source: { path, text }, start, end }
    expect(applied(text, formatRange(workspaceWith(text), path, span))).toBe(expected)
  })
})

describe('while typing:', () => {
  it.each([
    ['\n', 'when  a > 5 add 1\nwhen  b > 5 add 1\n▮', 'when  a > 5 add 1\nwhen b > 5 add 1\n'],
    ['\n', 'when  a > 5\n▮ add 1', 'when a > 5\n add 1'],
    ['\n', 'score s {\nwhen  a > 5 add 1\n  ▮\n}\n', 'score s {\n  when a > 5 add 1\n  \n}\n'],
    [
      '}',
      'when  b > 5 add 1\nscore s {when  a > 5 add 1}▮\n',
      'when  b > 5 add 1\n\nscore s {\n  when a > 5 add 1\n}\n',
    ],
    ['\n', 'when  a > 5 add 1\nwhen b\n▮', 'when  a > 5 add 1\nwhen b\n'],
  ])('%j in %j', (typed, marked, expected) => {
    const text = marked.replace(CURSOR, '')
    expect(applied(text, formatTyped(workspaceWith(text), path, marked.indexOf(CURSOR), typed))).toBe(expected)
  })
})

/** Statements, rows and bits of them, with more or less between them than there should be. */
const pieces = [
  'when b > 5 add 1',
  'on p(x = "a, b") add 5 decay 30d',
  'score s {when c > 5 add 1\n on p  add 5}',
  'points by a { X: 1,  Y: 2 }',
  'lead { a: one of [ X,Y ], b: integer }',
  'list l = ["a", lead ,]',
  'segment s when\n a = lead',
  'let a = 5 # one\nlet abc = 6',
  'event p\nevent long { x: text }# two',
  '\nwhen c > 5 add 1 # three\n\n',
  'when last > 5 add last',
  'qualify M at 5',
  'test "t" { now 2026-06-01 lead { a: X } expect total = 5 }',
  '# note\n',
  '## doc\n',
  '\n',
  '\n\n\n',
  '\r\n',
  '   ',
]

it('a part that is formatted says what it said, and is as it is in the whole file', () => {
  const said = (text: string) =>
    tokensOf({ path, text }).flatMap(({ kind, start, end }) =>
      text[start] === ',' ? [] : `${kind} ${text.slice(start, end)}`,
    )
  let moved = 0
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), fc.nat(200), fc.nat(200), (parts, a, b) => {
      const text = `when a > 5  add 1\n${parts.join(' ')}`
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      const workspace = workspaceWith(text)
      const range = applied(text, formatRange(workspace, path, { source: { path, text }, start, end }))
      const typed = applied(text, formatTyped(workspace, path, end, '\n'))
      const whole = workspaceWith(text)
      formatAll(whole, path)
      const same = [
        applied(text, formatRange(whole, path, { source: { path, text }, start, end })),
        applied(text, formatTyped(whole, path, end, '\n')),
      ]
      expect([range, typed]).toEqual(same)
      if (range !== text) moved++
      expect([said(range), said(typed)]).toEqual([said(text), said(text)])
    }),
    { numRuns: 200 },
  )
  expect(moved).toBeGreaterThan(80)
})
