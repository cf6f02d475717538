import { defineDiagnostic } from '../diagnostic.ts'

export interface WindowInDerived {
  readonly event: string
  readonly window: string
  /** What is counted for each value by itself, where the window stands between the number and that. */
  readonly per?: string
}

export const windowInDerived = defineDiagnostic<WindowInDerived>({
  name: 'window-in-derived',
  severity: 'error',
  message: ({ event, window, per }) =>
    per
      ? `A number of events is counted either \`${window}\` or \`per ${per}\`, not both. Keep one of the two.`
      : `\`${window}\` looks back from the day a lead is scored, so that \`${event}\` would change from day to day. Put it where \`${event}\` is used: \`any ${event} ${window}\`.`,
  why: 'A derived event is computed from the whole history. How far to look back is said by the rule that uses it.',
  bad: 'event active from page_view within 30d or download\non active add 5',
  good: 'event active from page_view or download\non active within 30d add 5',
})
