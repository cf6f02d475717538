import { describe, expect, it } from 'vitest'
import { parse } from '../../syntax/parse.ts'
import { fixesOf, messageOf } from '../catalogue.ts'
import type { Edit } from '../diagnostic.ts'
import { syntaxDiagnostics } from './index.ts'

const namesIn = (text: string) => parse({ path: 'model.merit', text }).diagnostics.map(({ name }) => name)

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: written }) => result.slice(0, span.start) + written + result.slice(span.end), text)
}

describe.each(syntaxDiagnostics.map(record => [record.name, record] as const))('%s', (name, { bad, good, why }) => {
  const [badText, goodText] = [bad, good].map(example => example as string) as [string, string]

  it('is what its bad example gives, once', () => {
    expect(namesIn(badText)).toEqual([name])
  })

  it('is not given for its good example, and nothing else is', () => {
    expect(namesIn(goodText)).toEqual([])
  })

  it('is gone after each of its fixes', () => {
    for (const diagnostic of parse({ path: 'model.merit', text: badText }).diagnostics) {
      for (const fix of fixesOf(diagnostic)) expect(namesIn(applied(badText, fix.edits))).toEqual([])
    }
  })

  it('speaks in sentences, without words of the trade', () => {
    for (const diagnostic of parse({ path: 'model.merit', text: badText }).diagnostics) {
      for (const sentence of [messageOf(diagnostic), why]) {
        expect(sentence).toMatch(/^[A-Z`0-9].*[.?]$/s)
        expect(sentence).not.toMatch(/\b(token|parse|syntax|expression|identifier|keyword|AST|EOF|undefined)\b/i)
      }
    }
  })
})
