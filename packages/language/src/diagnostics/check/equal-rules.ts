import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface EqualRules {
  /** Absent where the text is the same. */
  readonly label: string | undefined
}

export const equalRules = defineDiagnostic<EqualRules>({
  name: 'equal-rules',
  severity: 'error',
  message: ({ label }) =>
    label === undefined
      ? 'This rule stands in this block already, word for word. Take it out, or name both with `as "…"` if each is meant.'
      : `Another rule of this block is called "${label}" too. Give one of them another name.`,
  why: 'A rule is known by its label, or by its text where it has none: in explanations, in tests and when two versions of a model are compared.',
  fixes: ({ label }, span) => (label === undefined ? [takeOut(span)] : []),
  bad: 'when customer add 10\nwhen partner add 5\nwhen customer  add 10',
  good: 'when customer add 10\nwhen partner add 5',
})
