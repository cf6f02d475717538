import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface IgnoreOfError {
  readonly name: string
  /** What goes with it when it is taken out. */
  readonly cut: Span
}

export const ignoreOfError = defineDiagnostic<IgnoreOfError>({
  name: 'ignore-of-error',
  severity: 'warning',
  message: ({ name }) => `\`${name}\` keeps a model from running, and cannot be ignored.`,
  why: 'A model with such an error has no meaning that could be scored. Warnings, hints and what is proved of a model that runs can be ignored.',
  fixes: ({ name, cut }) => [{ title: `Take out \`${name}\``, edits: [{ span: cut, text: '' }] }],
  bad: '# merit ignore unknown-attribute: it comes with the next export\nwhen industry = SaaS add 5',
  good: 'lead { industry: text }\nwhen industry = "SaaS" add 5',
})
