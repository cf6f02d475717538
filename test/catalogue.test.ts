/** Every diagnostic is named, explained and shown by examples that are executed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { examine } from '@merit-lang/analysis'
import {
  type AnyDiagnosticRecord,
  catalogue,
  checkExample,
  explainCode,
  fixesOf,
  messageOf,
} from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { findings } from './pipeline.ts'

const folder = join(import.meta.dirname, '../packages/language/src/diagnostics')
/** The files that define a diagnostic; others help several of them. */
const filesOf = (part: string) =>
  readdirSync(join(folder, part))
    .filter(file => readFileSync(join(folder, part, file), 'utf8').includes(' = defineDiagnostic'))
    .map(file => file.slice(0, -3))

/** Words that only somebody who wrote the checker would use. */
const jargon =
  /\b(token|parser?|parsing|syntax|AST|node|expression|lexer|grammar|identifier|literal|operand|operator|undefined|null|NaN|boolean expression|evaluat\w*)\b/i

const named = catalogue.map(record => [record.name, record] as const)
const shownBy = (record: AnyDiagnosticRecord) => examine(checkExample(record.bad))

describe('the catalogue', () => {
  it('has at least sixty diagnostics', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(60)
  })

  it('has no name twice', () => {
    expect(new Set(catalogue.map(record => record.name)).size).toBe(catalogue.length)
  })

  it('has one file for each, of the same name', () => {
    const files = ['syntax', 'check', 'hints', 'proofs', 'ignores'].flatMap(filesOf)
    expect(files.sort()).toEqual(catalogue.map(record => record.name).sort())
  })
})

describe.each(named)('%s', (name, record) => {
  it('is named in kebab case', () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it('says why, in a paragraph', () => {
    expect(record.why.length).toBeGreaterThan(30)
    expect(record.why).toMatch(/[.!?`)]$/)
  })

  it('is brought up by its bad example, which has no other error', () => {
    const diagnostics = shownBy(record)
    expect(diagnostics.map(one => one.name)).toContain(name)
    const others = diagnostics.filter(one => one.severity === 'error' && one.name !== name)
    expect(findings({ diagnostics: others })).toBe('')
  })

  it('speaks in whole sentences that a marketer understands', () => {
    for (const diagnostic of shownBy(record).filter(one => one.name === name)) {
      expect(messageOf(diagnostic)).toMatch(/^[\p{Lu}`"\d].*[.?]$/su)
      expect(messageOf(diagnostic).replace(/`[^`]*`|"[^"]*"/g, '')).not.toMatch(jargon)
      for (const fix of fixesOf(diagnostic)) expect(fix.title).toMatch(/^\p{Lu}/u)
    }
  })

  it('offers only fixes that change the text and stay inside it', () => {
    for (const diagnostic of shownBy(record))
      for (const { edits } of fixesOf(diagnostic)) {
        expect(edits.length).toBeGreaterThan(0)
        for (const { span, text } of edits) {
          expect(span.end).toBeLessThanOrEqual(span.source.text.length)
          expect(span.source.text.slice(span.start, span.end)).not.toBe(text)
        }
      }
  })

  it('is silent about its good example, and so is everything else', () => {
    expect(findings({ diagnostics: examine(checkExample(record.good)) })).toBe('')
  })

  it('has a page', () => {
    expect(explainCode(name, examine)).toContain(`# ${name}\n`)
  })
})
