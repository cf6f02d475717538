import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { format } from './format.ts'

const cases = new URL('./cases/', import.meta.url)

function formatted(text: string): string {
  const result = format({ path: 'model.merit', text })
  if ('text' in result) return result.text
  throw new Error(`refused: ${result.diagnostics.map(({ name, span }) => `${name} at ${span.start}`).join(', ')}`)
}

interface Case {
  readonly title: string
  readonly input: string
  readonly output: string
}

/** `=== title`, the input, `---`, the output. */
function casesOf(file: string): Case[] {
  const sections = readFileSync(new URL(file, cases), 'utf8').split(/^=== /m).slice(1)
  return sections.map(section => {
    const [title = '', ...rest] = section.split('\n')
    const [input = '', output = ''] = rest.join('\n').split(/^---\n/m)
    return { title, input, output: output.trim() === '' ? '' : `${output.trimEnd()}\n` }
  })
}

describe.each(readdirSync(cases))('%s', file => {
  it.each(casesOf(file))('$title', ({ input, output }) => {
    expect(formatted(input)).toBe(output)
    expect(formatted(output)).toBe(output)
  })
})
