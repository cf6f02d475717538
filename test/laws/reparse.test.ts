/** A text that is parsed again after an edit gives what parsing it afresh gives. */
import { type Parsed, parse, type SourceText } from '@merit-lang/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Reparser } from '../../packages/language/src/syntax/reparse.ts'
import { brokenText, edited, model, render } from '../generators/index.ts'
import { runs } from './settings.ts'

/** A span of any other text than the one that was parsed shows. */
function shown({ ast, diagnostics, comments }: Parsed, source: SourceText): string {
  const plain = (key: string, value: unknown) => (key === 'source' ? value === source || value : value)
  return JSON.stringify({ ast, diagnostics, comments }, plain, 1)
}

describe('a text that is parsed again after edits', () => {
  for (const [what, texts] of [
    ['a model', model.map(render)],
    ['any text', brokenText],
  ] as const) {
    it(`${what} is read as if for the first time`, () => {
      fc.assert(
        fc.property(edited(texts), texts => {
          const reparser = new Reparser()
          for (const text of texts) {
            const source = { path: 'model.merit', text }
            expect(shown(reparser.parse(source), source)).toEqual(shown(parse(source), source))
          }
        }),
        runs(40),
      )
    })
  }
})
