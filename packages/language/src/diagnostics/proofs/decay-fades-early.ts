import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface DecayFadesEarly {
  /** Of one event, before decay. */
  readonly points: number
  readonly decay: string
  /** As written: `within 365d`. */
  readonly window: string
  /** A length of time after which less than 0.01 points are left. */
  readonly after: string
  /** The window's length as it stands in the text. */
  readonly duration: Span
}

export const decayFadesEarly = defineDiagnostic<DecayFadesEarly>({
  name: 'decay-fades-early',
  severity: 'hint',
  message: ({ points, decay, window, after }) =>
    `After ${after} \`${decay}\` leaves less than 0.01 of ${points} points, so that \`${window}\` counts events that give nothing. Shorten the window, or let the points fade more slowly.`,
  why: 'A window says which events count, a decay how much they still give. Where nothing is left long before the window ends, one of the two is not what was meant; and every event that counts is kept and looked at.',
  fixes: ({ after, duration }) => [{ title: `Write \`within ${after}\``, edits: [{ span: duration, text: after }] }],
  bad: 'on download within 365d add 20 decay 7d',
  good: 'on download within 60d add 20 decay 7d',
})
