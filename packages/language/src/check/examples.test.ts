import { describe, expect, it } from 'vitest'
import { fixesOf } from '../diagnostics/catalogue.ts'
import { checkDiagnostics } from '../diagnostics/check/index.ts'
import type { Diagnostic, Edit, Example } from '../diagnostics/diagnostic.ts'
import { check } from './check.ts'

type Files = Readonly<Record<string, string>>

const filesOf = (example: Example): Files => (typeof example === 'string' ? { 'model.merit': example } : example)

function diagnosticsOf(files: Files): readonly Diagnostic[] {
  const source = (path: string) => {
    const text = files[path]
    return text === undefined ? undefined : { path, text }
  }
  const entry = { path: 'model.merit', text: files['model.merit'] as string }
  return check(entry, { read: source }).diagnostics
}

const grave = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ severity }) => severity !== 'hint').map(({ name }) => name)

function applied(files: Files, edits: readonly Edit[]): Files {
  const mended = { ...files }
  for (const { span, text } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
    const before = mended[span.source.path] as string
    mended[span.source.path] = before.slice(0, span.start) + text + before.slice(span.end)
  }
  return mended
}

describe.each(checkDiagnostics)('$name', ({ name, bad, good, severity }) => {
  const found = diagnosticsOf(filesOf(bad)).filter(diagnostic => diagnostic.severity !== 'hint')

  it('is what the bad example gives, and nothing else', () => {
    expect(found.map(diagnostic => diagnostic.name)).toEqual([name])
    expect(found[0]?.severity).toBe(severity)
  })

  it('is not in the good example, nor is anything else', () => {
    expect(diagnosticsOf(filesOf(good))).toEqual([])
  })

  it('is removed by each of its fixes', () => {
    for (const diagnostic of found) {
      for (const fix of fixesOf(diagnostic))
        expect(grave(diagnosticsOf(applied(filesOf(bad), fix.edits))), fix.title).toEqual([])
    }
  })
})
