import { describe, expect, it } from 'vitest'
import { semanticTokens } from './semantic-tokens.ts'
import { workspaceOf } from './testing.ts'

function coloured(text: string): string[] {
  return semanticTokens(workspaceOf({ '/m.merit': text }), '/m.merit').map(
    ({ start, end, type, modifiers }) => `${text.slice(start, end)}: ${[type, ...modifiers].join(' ')}`,
  )
}

describe('the last words of', () => {
  it.each([
    ['lead { size: integer }', ['size: property declaration', 'integer: type defaultLibrary']],
    ['when industry = SaaS', ['industry: property', 'SaaS: enumMember']],
    ['when title contains word "vp"', ['title: property', 'contains: keyword', 'word: keyword', '"vp": string']],
    [
      'when domain(x) in free_email_domains',
      [
        'domain: function defaultLibrary',
        'x: property',
        'in: keyword',
        'free_email_domains: variable readonly defaultLibrary',
      ],
    ],
    [
      'when count of page_view within 30d',
      ['count: function defaultLibrary', 'of: keyword', 'page_view: event', 'within: keyword', '30d: number duration'],
    ],
    [
      'when sum of seconds in page',
      ['sum: function defaultLibrary', 'of: keyword', 'seconds: property', 'in: keyword', 'page: event'],
    ],
    [
      'on p(hour > 5) add 5 decay linear over 30d',
      [
        'hour: variable readonly defaultLibrary',
        '5: number',
        'add: keyword',
        '5: number',
        'decay: keyword',
        'linear: keyword',
        'over: keyword',
        '30d: number duration',
      ],
    ],
    ['let n = -5 # five', ['n: variable declaration readonly', '5: number', '# five: comment']],
    ['## doc', ['## doc: comment documentation']],
    ['when a = 5 add 1 as "Five"', ['1: number', 'as: keyword', '"Five": string declaration']],
    [
      'grade g { Hot when a else Cold }',
      ['Hot: enumMember declaration', 'when: keyword', 'a: property', 'else: keyword', 'Cold: enumMember declaration'],
    ],
    ['list l = [a, "b"]', ['l: variable declaration readonly', 'a: enumMember', '"b": string']],
    ['when last > 5 add last', ['when: keyword', 'last: property', '5: number', 'add: keyword', 'last: property']],
    ['on p add', ['on: keyword', 'p: event', 'add: keyword']],
  ])('%s', (text, expected) => {
    expect(coloured(text).slice(-expected.length)).toEqual(expected)
  })
})

it('values in quotes have the colour of values', () => {
  expect(coloured('lead { a: one of ["X Y"] }\nwhen a = "x y" add 1').filter(one => one.includes('"'))).toEqual([
    '"X Y": enumMember declaration',
    '"x y": enumMember',
  ])
})

it.each(['when “a” == 5 ; add', 'score s { when', '\u0000\ud800 `', 'test "x'])('%j is coloured to its end', text => {
  const tokens = semanticTokens(workspaceOf({ '/m.merit': text }), '/m.merit')
  expect(tokens.every(({ start, end }, i) => end > start && start >= (tokens[i - 1]?.end ?? 0))).toBe(true)
})
