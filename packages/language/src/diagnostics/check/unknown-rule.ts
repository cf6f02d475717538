import { defineDiagnostic, replaceWith } from '../diagnostic.ts'
import { quoted } from './phrases.ts'

export interface UnknownRule {
  readonly name: string
  readonly suggestion: string | undefined
}

export const unknownRule = defineDiagnostic<UnknownRule>({
  name: 'unknown-rule',
  severity: 'error',
  message: ({ name, suggestion }) =>
    `No rule is called "${name}".${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`,
  why: '`expect rule` names a rule by its label, which stands after `as`, or by its text where it has none.',
  fixes: ({ suggestion }, span) => (suggestion ? [replaceWith(span, quoted(suggestion))] : []),
  bad: 'when customer add 25 as "Existing customer"\ntest "a prospect" {\n  lead { customer: false }\n  expect rule "Existing custmer" not matched\n}',
  good: 'when customer add 25 as "Existing customer"\ntest "a prospect" {\n  lead { customer: false }\n  expect rule "Existing customer" not matched\n}',
})
