import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic } from '../diagnostic.ts'

export interface UntilAboveAt {
  readonly at: string
  readonly until: string
  readonly atSpan: Span
  readonly untilSpan: Span
}

export const untilAboveAt = defineDiagnostic<UntilAboveAt>({
  name: 'until-above-at',
  severity: 'error',
  message: ({ at, until }) => `A lead that is in at ${at} is to leave below a lower number, and ${until} is not lower.`,
  why: '`qualify at 70 until below 50` keeps a lead in the stage while its score is between 50 and 70, so that it does not go in and out.',
  bad: 'on visit add 5\nqualify at 50 until below 70',
  good: 'on visit add 5\nqualify at 70 until below 50',
})
