/** Formatting: once is enough, nothing is lost. Its effect on scores stands in `meaning.test.ts`. */
import { format, parse, textOf } from '@merit-lang/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { model, render } from '../generators/index.ts'
import { findings, sourceOf } from '../pipeline.ts'
import { runs } from './settings.ts'

function formatText(text: string): string {
  const formatted = format(sourceOf(text))
  if (!('text' in formatted))
    throw new Error(`The formatter refused a text without errors.\n\n${findings(formatted)}\n\n${text}`)
  return formatted.text
}

const commentsOf = (text: string) => parse(sourceOf(text)).comments.map(one => textOf(one.span).trimEnd())

const comment = fc.constantFrom('# why', '## what it is for', '#', '#no space', '# "quoted" { [ (', '# ä 🙂')
type Insertion = { readonly at: number; readonly text: string }

/** Comments at the ends of lines and on lines of their own, and lines broken or joined anywhere between words. */
const respaced = fc
  .tuple(
    model,
    fc.array(fc.record({ at: fc.nat(400), text: fc.oneof(comment, fc.constantFrom('\n', '\n\n\n', '   ')) }), {
      maxLength: 8,
    }),
  )
  .map(([parts, insertions]) => insertions.reduce(insertAtSpace, render(parts)))

/** Texts hold spaces too: only a space with no quote before it on its line is known to stand between words. */
function insertAtSpace(text: string, { at, text: inserted }: Insertion): string {
  const gaps = [...text.matchAll(/^[^"#\n]*? |\n/gm)].map(match => match.index + match[0].length)
  const gap = gaps[at % gaps.length] ?? 0
  return `${text.slice(0, gap)}${inserted.startsWith('#') ? `${inserted}\n` : inserted}${text.slice(gap)}`
}

describe('formatting', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(respaced, text => {
        const once = formatText(text)
        expect(formatText(once)).toBe(once)
      }),
      runs(200),
    )
  })

  it('keeps every comment, in order', () => {
    fc.assert(
      fc.property(respaced, text => {
        expect(commentsOf(formatText(text))).toEqual(commentsOf(text))
      }),
      runs(200),
    )
  })

  it('leaves no space at the end of a line and one line end at the end of the file', () => {
    fc.assert(
      fc.property(respaced, text => {
        expect(formatText(text)).not.toMatch(/[ \t]\n|\n\n\n|\r/)
        expect(formatText(text)).toMatch(/[^\n]\n$/)
      }),
      runs(60),
    )
  })
})
