import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface ModifierNeedsEvents {
  readonly modifier: string
}

export const modifierNeedsEvents = defineDiagnostic<ModifierNeedsEvents>({
  name: 'modifier-needs-events',
  severity: 'error',
  message: ({ modifier }) =>
    `\`${modifier}\` is about events, and this rule gives its points once for the lead. Write the rule with \`on …\`, or take \`${modifier}\` out.`,
  why: 'Decay, windows, `once`, `first`, `at most` and `cooldown` say which events count and how much each. A `when` rule has no events to count.',
  fixes: (_, span) => [takeOut(span)],
  bad: 'when customer add 10 decay 30d',
  good: 'on download add 10 decay 30d',
})
