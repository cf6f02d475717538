/** Generated tests as a file of their own, which imports the model. */
import { format, writtenText } from '@merit-lang/language'
import type { Zone } from '@merit-lang/runtime'

export interface TestFile {
  /** What stands after `import`. */
  readonly model: string
  readonly zone: Zone
  /** Said at the top, a line each. */
  readonly head: readonly string[]
  readonly tests: readonly { readonly shows: readonly string[]; readonly text: string }[]
}

/** Formatted. */
export function fileOf({ model, zone, head, tests }: TestFile): string {
  const blocks = [
    comments(head),
    [...(zone.declared ? [`timezone ${writtenText(zone.name)}`] : []), `import ${writtenText(model)}`].join('\n'),
    ...tests.map(({ shows, text }) => `${comments(shows)}\n${text.trimEnd()}`),
  ]
  const text = `${blocks.join('\n\n')}\n`
  const formatted = format({ path: 'test.merit', text })
  return 'text' in formatted ? formatted.text : text
}

const comments = (lines: readonly string[]) => lines.map(line => `# ${line.replace(/\s+/g, ' ')}`).join('\n')
