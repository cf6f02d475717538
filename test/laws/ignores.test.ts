/** Whatever can be ignored is, by a comment above it, and nothing else with it; formatting keeps it so. */
import { examine } from '@merit-lang/analysis'
import {
  canBeIgnored,
  catalogue,
  check,
  type Diagnostic,
  format,
  positionAt,
  type SourceText,
} from '@merit-lang/language'
import { describe, expect, it } from 'vitest'

const named = catalogue
  .filter(({ name, bad }) => canBeIgnored(name) && typeof bad === 'string')
  .map(({ name, bad }) => [name, bad as string] as const)

const examined = (text: string) => examine(check({ path: 'model.merit', text }))
const namesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ name }) => name)
const lineOf = ({ span: { source, start } }: Diagnostic) => positionAt(source, start).line

/** A comment above each line in which something of this name is found. */
function ignoring(name: string, { text }: SourceText, found: readonly Diagnostic[]): string {
  const lines = new Set(found.map(lineOf))
  const comment = `# merit ignore ${name}: it is meant`
  return text
    .split('\n')
    .flatMap((line, i) => (lines.has(i + 1) ? [comment, line] : [line]))
    .join('\n')
}

describe.each(named)('%s', (name, bad) => {
  const formatted = format({ path: 'model.merit', text: bad })
  // Broken models have findings, too, but no layout.
  const texts = 'text' in formatted ? [bad, formatted.text] : [bad]

  it.each(texts)('is ignored in %j', text => {
    const before = examined(text)
    const found = before.filter(one => one.name === name)
    const silent = ignoring(name, found[0]?.span.source as SourceText, found)
    const others = namesOf(before).filter(one => one !== name)
    expect(namesOf(examined(silent))).toEqual(others)
    const again = format({ path: 'model.merit', text: silent })
    if ('text' in again) expect(namesOf(examined(again.text))).toEqual(others)
  })
})
