import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface NameNeedsBackticks {
  readonly name: string
}

export const nameNeedsBackticks = defineDiagnostic<NameNeedsBackticks>({
  name: 'name-needs-backticks',
  severity: 'error',
  message: ({ name }) => `The name \`${name}\` stands in backticks, since it is not one plain word.`,
  why: 'A name has letters, digits and `_`. One with spaces or other signs is written between backticks; text in double quotes is a value.',
  fixes: ({ name }, span) => [replaceWith(span, `\`${name}\``, 'Put it in backticks')],
  safe: true,
  bad: 'when Lead Source = "web" add 5',
  good: 'when `Lead Source` = "web" add 5',
})
