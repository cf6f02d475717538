import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface ElseInOtherWords {
  readonly word: string
}

export const elseInOtherWords = defineDiagnostic<ElseInOtherWords>({
  name: 'else-in-other-words',
  severity: 'warning',
  message: ({ word }) =>
    `\`${word}\` is taken for a value that a lead may have. Write \`else\` for all that no other row takes.`,
  why: 'In a table of points `else` is the row for everything else. Any other word is a value, or the name of an attribute.',
  fixes: (_, span) => [replaceWith(span, 'else')],
  bad: 'points by country { DE: 10  default: 2 }',
  good: 'points by country { DE: 10  else: 2 }',
})
