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

it('refuses text with errors and says what they are', () => {
  const result = format({ path: 'model.merit', text: 'when a add\nwhen b add 2\n' })
  expect(result).not.toHaveProperty('text')
  expect(result).toHaveProperty('diagnostics.0.severity', 'error')
})

describe('line ends', () => {
  it('keeps those of Windows where every line has them, and leaves out a byte order mark', () => {
    const once = formatted('\ufeffwhen a\r\n  add 1 # one\r\n\r\n\r\nqualify at 5\r\n')
    expect(once).toBe('when a add 1  # one\r\n\r\nqualify at 5\r\n')
    expect(formatted(once)).toBe(once)
  })

  it('turns mixed ones into plain ones', () => {
    expect(formatted('when a add 1\r\n\nqualify at 5\r\n')).toBe('when a add 1\n\nqualify at 5\n')
  })

  it('keeps a comment behind them whole', () => {
    expect(formatted('# why\r\nwhen a add 1\r\n')).toBe('# why\r\nwhen a add 1\r\n')
  })
})

it('formats ten thousand rules in one block', () => {
  const rule = 'on page_view(path like "/pricing*") within 30d add 10 cap 40 # why\n'
  expect(formatted(`score fit {\n${rule.repeat(10_000)}}\n`).split('\n')).toHaveLength(10_003)
})
