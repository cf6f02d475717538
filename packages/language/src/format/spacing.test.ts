/** However a model is spaced and commented, formatting keeps what it says, and formatting again changes nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keywords } from '../syntax/keywords.ts'
import { parse } from '../syntax/parse.ts'
import { textOf } from '../syntax/source.ts'
import { format } from './format.ts'

const cases = new URL('./cases/', import.meta.url)
const models = readdirSync(cases).flatMap(file =>
  readFileSync(new URL(file, cases), 'utf8')
    .split(/^(?:=== .*|---)\n/m)
    .filter(text => text.trim() !== ''),
)

/** Comments, texts, names in backticks, and all else up to the next space or sign. */
const piece =
  /#.*|"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|\d[\d_]*(?:\.\d+)?(?:-[-\dT:.Z]+|%|[a-z]+)?|[\p{L}_][\p{L}\p{N}_]*|\.\.<?|[<>!]=|[^\s]/gu

const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(' ', '  ', '\n', '\t') },
  { weight: 2, arbitrary: fc.constantFrom('\n\n', '\r\n', ' \n\n\n  ') },
  { weight: 1, arbitrary: fc.constantFrom(' # why\n', '\n# of its own\n', '\n\n## more\n\n', ' #\n', '# a\r\n # b\n') },
)

const respaced = fc
  .tuple(fc.constantFrom(...models), fc.array(gap, { minLength: 30, maxLength: 60 }))
  .map(([model, gaps]) => spaced(model.match(piece) ?? [], gaps))

function spaced(pieces: readonly string[], gaps: readonly string[]): string {
  return pieces.map((text, i) => `${text}${text.startsWith('#') ? '\n' : ''}${gaps[i % gaps.length]}`).join('')
}

function formatted(text: string): string {
  const result = format({ path: 'model.merit', text })
  if ('text' in result) return result.text
  throw new Error(`refused: ${JSON.stringify(result.diagnostics.map(({ name, span }) => [name, span.start]))}\n${text}`)
}

const read = (text: string) => parse({ path: 'model.merit', text })

/** The tree without where its nodes stand. */
function meaning(text: string): unknown {
  return JSON.parse(JSON.stringify(read(text).ast, (key, value) => (key === 'span' ? undefined : value)))
}

const commentsOf = (text: string) => read(text).comments.map(({ span }) => textOf(span).trimEnd())

/** Everything but spaces, comments and commas. */
const tokensOf = (text: string) => (text.match(piece) ?? []).filter(token => token !== ',' && !token.startsWith('#'))

/** A line end before a word that begins statements makes it one: such a text has errors, and is not formatted. */
const isWhole = (text: string) => read(text).diagnostics.length === 0

function holdsForSpacings(law: (text: string) => void): void {
  const property = fc.property(respaced.filter(isWhole), text => {
    law(text)
  })
  fc.assert(property, { numRuns: 100 })
}

describe('formatting a model in any spacing', () => {
  it('changes nothing the second time', () => {
    holdsForSpacings(text => {
      const once = formatted(text)
      expect(formatted(once)).toBe(once)
    })
  })

  it('keeps what it says', () => {
    holdsForSpacings(text => expect(meaning(formatted(text))).toEqual(meaning(text)))
  })

  it('keeps every token but commas', () => {
    holdsForSpacings(text => expect(tokensOf(formatted(text))).toEqual(tokensOf(text)))
  })

  it('keeps every comment, once, in order', () => {
    holdsForSpacings(text => expect(commentsOf(formatted(text))).toEqual(commentsOf(text)))
  })

  it('writes no space at the end of a line and never two empty lines', () => {
    holdsForSpacings(text => expect(formatted(text)).not.toMatch(/[ \t]\n|\n\n\n|^\n|\n\n$|\t|\r/))
  })
})

/** Commas are left out, and what stands before or behind one may be a word that means something elsewhere. */
describe('keywords as names beside commas and line ends', () => {
  const frames: ((word: string) => string)[] = [
    word => `points by x { a: ${word}, b: 1 }`,
    word => `points by x { ${word}: 1, ${word}_b: 2, else: 3 }`,
    word => `points first { ${word}: 1, else: ${word} }`,
    word => `lead { a: integer 0..${word}, b: text }`,
    word => `lead { ${word}: text, b: text unknown in ${word}, c: text }`,
    word => `event e { p: one of [a, ${word}], ${word}: text }`,
    word =>
      `test "t" { lead { a: ${word}, ${word}: 1, c { d: ${word} } } event e(${word}, a: ${word}) expect x = ${word} }`,
    word => `grade g from s { ${word} at 80, b at ${word}, else ${word} }`,
    word => `grade g { ${word} when a = ${word}, b when c in [${word}], else d }`,
    word => `when a = ${word} and b != ${word} add 1\non e(${word}) add 1 once per ${word}`,
    word =>
      `when lifecycle_of_the_lead_in_our_system in [first_value_of_them, second_value_of_them, third, ${word}] add 1`,
    word => `score s { default decay 30d, on ${word} add 1, when ${word} add 2 }`,
    word => `list l = [${word}, ${word},]\nlet x = ${word}\nlet y = 2`,
  ]

  it.each(keywords.map(({ word }) => word))('%s', word => {
    for (const text of frames.map(frame => frame(word)).filter(isWhole)) {
      const once = formatted(text)
      expect(meaning(once)).toEqual(meaning(text))
      expect(formatted(once)).toBe(once)
    }
  })
})
