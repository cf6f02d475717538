import { evaluation, fold, type Program, readLead, utc } from '@merit-lang/runtime'
import fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { compileRegex, regexProblem } from './compile.ts'

const empty: Program = {
  language: '',
  name: '',
  revision: '',
  zone: utc,
  attributes: [],
  events: [],
  values: [],
  sets: [],
  scores: [],
  grades: [],
  stages: [],
  disqualifications: [],
  promises: [],
  unsupported: [],
}
const anything = evaluation(empty, readLead(empty, {}), 0)

function found(pattern: string, text: string): boolean {
  const of = { op: 'const', value: fold(text) } as const
  return anything.holds({ op: 'matches', of, source: pattern, automaton: compileRegex(pattern) })
}

describe('a regular expression is found', () => {
  it.each([
    ['vp', 'The VP'],
    ['^v\\.?p\\b', 'V.P. Sales'],
    ['^(chief|head) .* (officer|growth)$', 'Head of Growth'],
    ['[A-C]{2,3}', 'xBax'],
    ['[^A-C]', 'abcd'],
    ['\\bCTO\\b', 'Founder/CTO, Acme'],
    ['\\Bto\\b', 'CTO'],
    ['a.c', 'a😀c'],
    ['(?s)a.c', 'a\nc'],
    ['(?m)^two$', 'one\ntwo'],
    ['[[:alpha:]][[:^digit:]]\\d', 'ab1'],
    ['\\x{1F600}\\x41', '😀a'],
    ['É', 'éa'],
    ['[À-Ö]', 'ä'],
    ['[]-]', 'a]'],
    ['a{,2}', 'a{,2}'],
    ['a{2,}', 'baaa'],
    ['', ''],
    ['\\A\\z', ''],
    ['(?i:VP)|(?P<name>x)|(?<other>y)', 'vp'],
    ['a+?b*?c??', 'a'],
  ])('%s in %j', (pattern, text) => {
    expect(found(pattern, text)).toBe(true)
  })

  it.each([
    ['^vp', 'a vp'],
    ['vp$', 'vp\n'],
    ['a.c', 'a\nc'],
    ['^two$', 'one\ntwo'],
    ['(?m:^x)|^two$', 'one\ntwo'],
    ['[^A-C]', 'AbC'],
    ['\\bCTO\\b', 'Director'],
    ['a{3}', 'aa'],
  ])('%s but not in %j', (pattern, text) => {
    expect(found(pattern, text)).toBe(false)
  })
})

describe('a regular expression is refused', () => {
  it.each([
    ['(a)\\1', 'refer back'],
    ['a(?=b)', 'Looking ahead or behind'],
    ['(?<!a)b', 'Looking ahead or behind'],
    ['(a', 'never closed'],
    ['a)', 'closes nothing'],
    ['[a', 'never closed'],
    ['[z-a]', 'runs backwards'],
    ['*a', 'Nothing stands before'],
    ['a|{2}', 'Nothing stands before'],
    ['a(?i)+', 'Flags such as'],
    ['a**', 'Two repetitions'],
    ['a{2}{3}', 'Two repetitions'],
    ['a{1001}', 'At most 1000 repetitions'],
    ['a{3,2}', 'second number is below'],
    ['\\pL', 'Classes of scripts'],
    ['\\y', 'has no meaning'],
    ['[[:nope:]]', 'no class of characters'],
    ['a\\', 'lone backslash'],
    ['\\x{110000}', 'no character with that number'],
    ['((a{100}){100}){10}', 'too long'],
    ['((){1000}){1000}', 'too long'],
    ['(?x)a', 'not known'],
  ])('%s', (pattern, because) => {
    expect(regexProblem(pattern)).toContain(because)
  })
})

it('is refused where groups stand too deep in each other', () => {
  expect(regexProblem(`${'('.repeat(300)}a${')'.repeat(300)}`)).toContain('deep')
})

/** Pieces of patterns that both sides read; a search is compared, as the language makes it: letter case never matters. */
const piece = fc.constantFrom(
  ...[
    'a',
    'B',
    'c',
    '.',
    '\\d',
    '\\w',
    '\\s',
    '\\b',
    '\\B',
    '^',
    '$',
    '[ab]',
    '[^aB]',
    '[a-c\\d]',
    '[[:upper:]]',
    '_',
    '1',
    ' ',
    '\\.',
    '\\n',
  ],
)
const pattern = fc.letrec<{ node: string }>(tie => ({
  node: fc.oneof(
    { maxDepth: 4 },
    piece,
    fc.tuple(tie('node'), tie('node')).map(parts => parts.join('')),
    fc.tuple(tie('node'), tie('node')).map(parts => `(?:${parts.join('|')})`),
    fc
      .tuple(tie('node'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,2}', '{2,}', '*?', '+?', '??'))
      .map(([node, times]) => `(${node})${times}`),
    fc
      .tuple(fc.constantFrom('(?m)', '(?s)', '(?i:'), tie('node'))
      .map(([flag, node]) => `(?:${flag}${node}${flag === '(?i:' ? ')' : ''})`),
  ),
})).node
const subject = fc.string({
  unit: fc.constantFrom('a', 'A', 'b', 'B', 'c', 'C', '1', '_', ' ', '.', '\n', 'é', '😀'),
  maxLength: 12,
})

describe('regular expressions agree with RE2', () => {
  it('on any pattern and text', () => {
    fc.assert(
      fc.property(pattern, subject, (source, text) => {
        expect(found(source, text)).toBe(RE2JS.compile(source, RE2JS.CASE_INSENSITIVE).matcher(text).find())
      }),
      { numRuns: 3000 },
    )
  })

  it('on which patterns have a problem', () => {
    const scribble = fc.string({ unit: fc.constantFrom(...'ab()[]{}^$|?*+-.\\12,:dwbxA'), maxLength: 10 })
    fc.assert(
      fc.property(scribble, source => {
        fc.pre(!octal.test(source) && !source.includes('[:') && !repeatedFlags.test(source))
        expect([source, regexProblem(source) === undefined]).toEqual([source, isSound(source)])
      }),
      { numRuns: 5000 },
    )
  })
})

/** RE2 reads `\\12` as a character's number; here every digit after a backslash is refused. `[[:]` RE2JS refuses, RE2 does not. */
const octal = /\\[0-7]{2}/

/** RE2 lets a repetition after flags repeat what stands before them; here it is refused. */
const repeatedFlags = /\(\?[a-zA-Z-]*\)[*+?{]/

function isSound(source: string): boolean {
  try {
    RE2JS.compile(source, RE2JS.CASE_INSENSITIVE)
    return true
  } catch {
    return false
  }
}
