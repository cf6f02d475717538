import { describe, expect, it } from 'vitest'
import { definitionsAt, typeDefinitionsAt } from './definition.ts'
import { highlightsAt, referencesAt } from './references.ts'
import { bracketed, CURSOR, placeOf } from './testing.ts'

const plain = (text: string) => text.replaceAll(CURSOR, '')
const lead = 'lead { a: one of [X, Y]  n: integer }\n'

describe('the declaration of', () => {
  it.each([
    ['an attribute', `${lead}when ▮n > 5 add 1`, `lead { a: one of [X, Y]  «n»: integer }\nwhen n > 5 add 1`],
    ['a value', `${lead}when a = ▮X add 1`, `lead { a: one of [«X», Y]  n: integer }\nwhen a = X add 1`],
    ['what is not declared', 'when n > 5 add 1\nwhen ▮n > 9 add 1', 'when «n» > 5 add 1\nwhen n > 9 add 1'],
    [
      'a stage of two lines',
      'when n > 5 add 1\nqualify M at 5\nqualify M when n > 3\nqualify S when ▮M',
      'when n > 5 add 1\nqualify «M» at 5\nqualify «M» when n > 3\nqualify S when M',
    ],
    [
      'the score of loose rules',
      'when n > 5 add 1\nqualify when ▮total > 5',
      '«when n > 5 add 1»\nqualify when total > 5',
    ],
    [
      'a rule that a test names',
      'when n > 5 add 1 as "x"\ntest "t" { expect rule "▮x" matched }',
      'when n > 5 add 1 as «"x"»\ntest "t" { expect rule "x" matched }',
    ],
    [
      'a joined label',
      'score s { when n > 5 add 1 }\ngrade g from s { A at 1 else B }\ngrade h = g + g\nqualify M when h = ▮AB',
      'score s { when n > 5 add 1 }\ngrade g from s { A at 1 else B }\ngrade «h» = g + g\nqualify M when h = AB',
    ],
    [
      'what the language brings',
      'when domain(x) in ▮free_email_domains add 1',
      'when domain(x) in free_email_domains add 1',
    ],
  ])('%s', (_, text, expected) => {
    const found = definitionsAt(placeOf(text)).map(({ to }) => to)
    expect(bracketed(plain(text), found)).toBe(expected)
  })

  it('an import is the file', () => {
    const found = definitionsAt(placeOf({ '/a/m.merit': 'import "../▮s.merit"', '/s.merit': 'lead { n: integer }' }))
    expect(found.map(({ to: { source, start } }) => [source.path, start])).toEqual([['/s.merit', 0]])
  })

  it('an import of no file is nowhere', () => {
    expect(definitionsAt(placeOf('import "./▮s.merit"'))).toEqual([])
  })
})

describe('what it is one of:', () => {
  it.each([
    ['an attribute', `${lead}when ▮n > 5 add 1`, `lead { a: one of [X, Y]  n: «integer» }\nwhen n > 5 add 1`],
    ['a value', `${lead}when a = ▮X add 1`, `lead { «a»: one of [X, Y]  n: integer }\nwhen a = X add 1`],
    [
      'a derived event',
      'event p\nevent q\nevent u from p or q\non ▮u add 1',
      'event «p»\nevent «q»\nevent u from p or q\non u add 1',
    ],
  ])('%s', (_, text, expected) => {
    const found = typeDefinitionsAt(placeOf(text)).map(({ to }) => to)
    expect(bracketed(plain(text), found)).toBe(expected)
  })
})

it.each([
  [true, 'let «n» = 5\non p add «n» cap «n»'],
  [false, 'let n = 5\non p add «n» cap «n»'],
])('references, with declarations: %s', (withDeclarations, expected) => {
  const text = 'let ▮n = 5\non p add n cap n'
  expect(bracketed(plain(text), referencesAt(placeOf(text), withDeclarations))).toBe(expected)
})

it('highlights tell declarations from uses', () => {
  const found = highlightsAt(placeOf('let n = 5\non p add ▮n cap n'))
  expect(found.map(({ span, role }) => [span.start, role])).toEqual([
    [4, 'declaration'],
    [19, 'use'],
    [25, 'use'],
  ])
})
