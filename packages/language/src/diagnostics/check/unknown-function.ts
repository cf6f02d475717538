import { defineDiagnostic, didYouMean, replaceWith } from '../diagnostic.ts'
import { choice } from './phrases.ts'

export interface UnknownFunction {
  readonly name: string
  readonly suggestion: string | undefined
  readonly names: readonly string[]
  /** There is an event of that name. */
  readonly event: boolean
}

export const unknownFunction = defineDiagnostic<UnknownFunction>({
  name: 'unknown-function',
  severity: 'error',
  message: ({ name, suggestion, names, event }) =>
    event
      ? `\`${name}\` is an event. Write \`any ${name}(…)\` to ask whether it happened, or \`count of ${name}(…)\` for how often.`
      : `There is no function \`${name}\`.${suggestion ? didYouMean(suggestion) : ` There is ${choice(names, 'and')}.`}`,
  why: 'Functions compute a value from others, as in `domain(email)`. There is a fixed set of them.',
  fixes: ({ suggestion, event }, span) => (suggestion && !event ? [replaceWith(span, suggestion)] : []),
  bad: 'when doman(email) = "acme.com" add 10',
  good: 'when domain(email) = "acme.com" add 10',
})
