import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface WhichScore {
  readonly names: readonly string[]
  /** Of the threshold. */
  readonly at: Span
}

export const whichScore = defineDiagnostic<WhichScore>({
  name: 'which-score',
  severity: 'error',
  message: ({ names }) =>
    `There is no score \`total\` and there are several others, so say which is meant: \`at … of ${names[0]}\`.`,
  why: '`qualify at` reads the score `total`, or the only one there is.',
  fixes: ({ names, at }) =>
    names.map(name => ({
      title: `Read \`${name}\``,
      edits: [{ span: { ...at, start: at.end }, text: ` of ${name}` }],
    })),
  bad: 'score fit {\n  when industry = SaaS add 30\n}\nscore engagement {\n  on visit add 5\n}\nqualify at 50',
  good: 'score fit {\n  when industry = SaaS add 30\n}\nscore engagement {\n  on visit add 5\n}\nqualify at 50 of engagement',
})
