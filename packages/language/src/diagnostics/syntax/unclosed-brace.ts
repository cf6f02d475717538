import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface UnclosedBrace {
  /** The opening one. */
  readonly sign: string
  /** Of the opening one. */
  readonly line: number
  /** The offset behind the last word that it can hold. */
  readonly end: number
}

export const unclosedBrace = defineDiagnostic<UnclosedBrace>({
  name: 'unclosed-brace',
  severity: 'error',
  message: ({ sign, line }) => `The \`${sign}\` in line ${line} is never closed.`,
  why: 'A block or a table ends with `}`. Where one is missing, the rules after it would belong to a block that they were not written for.',
  fixes: ({ sign, end }, span) => {
    const closer = { span: { ...span, start: end, end }, text: `\n${indentationAt(span)}}` }
    return sign === '{' ? [{ title: 'Close it', edits: [closer] }] : []
  },
  bad: 'score fit {\n  when customer add 5\n\nqualify at 5',
  good: 'score fit {\n  when customer add 5\n}\n\nqualify at 5',
})

/** What stands before the first word of the line. */
function indentationAt({ source: { text }, start }: Span): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? ''
}
