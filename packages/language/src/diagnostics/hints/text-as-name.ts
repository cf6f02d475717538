import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface TextAsName {
  /** Without quotes. */
  readonly text: string
}

export const textAsName = defineDiagnostic<TextAsName>({
  name: 'text-as-name',
  severity: 'warning',
  message: ({ text }) =>
    `"${text}" is a text, so that this condition does not look at the lead. Write \`\` \`${text}\` \`\` in backticks for the attribute of that name.`,
  why: 'Double quotes make a value. An attribute whose name has spaces or other signs stands in backticks.',
  fixes: ({ text }, span) => [replaceWith(span, `\`${text}\``, 'Put the name in backticks')],
  bad: 'when "Lead Source" = "web" add 5',
  good: 'when `Lead Source` = "web" add 5',
})
