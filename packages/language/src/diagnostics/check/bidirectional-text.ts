import { defineDiagnostic } from '../diagnostic.ts'

export interface BidirectionalText {
  /** `U+202E`. */
  readonly code: string
}

export const bidirectionalText = defineDiagnostic<BidirectionalText>({
  name: 'bidirectional-text',
  severity: 'warning',
  message: ({ code }) =>
    `An invisible sign (${code}) changes the direction of the text here, so that the model may read otherwise than it looks.`,
  why: 'Signs that turn the direction of writing are not seen, and what stands behind them is shown in another order than it is read in. A reviewer then approves something else than what runs. Text from right to left needs none of them.',
  fixes: ({ code }, span) => [{ title: `Take out the invisible sign ${code}`, edits: [{ span, text: '' }] }],
  safe: true,
  bad: 'lead { title: text }\nwhen title = "VP\u202e" add 5',
  good: 'lead { title: text }\nwhen title = "VP" add 5',
})
