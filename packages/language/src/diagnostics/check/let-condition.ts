import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface LetCondition {
  readonly name: string
  readonly written: string
  /** The whole line. */
  readonly declaration: Span
}

export const letCondition = defineDiagnostic<LetCondition>({
  name: 'let-condition',
  severity: 'error',
  message: ({ name }) => `\`let\` names a value, and this is a condition. Write \`segment ${name} when …\`.`,
  why: 'A `let` stands for a number, a text, a date or a length of time; a condition gets its name from `segment`.',
  fixes: ({ name, written, declaration }) => [
    {
      title: `Write \`segment ${name} when ${written}\``,
      edits: [{ span: declaration, text: `segment ${name} when ${written}` }],
    },
  ],
  safe: true,
  bad: 'let large = employees > 500\nwhen large add 10',
  good: 'segment large when employees > 500\nwhen large add 10',
})
