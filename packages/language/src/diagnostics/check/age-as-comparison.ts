import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface AgeAsComparison {
  readonly duration: string
  /** The two questions that may be meant. */
  readonly longer: string
  readonly shorter: string
  /** The one that the sign asks. */
  readonly likely: string
}

export const ageAsComparison = defineDiagnostic<AgeAsComparison>({
  name: 'age-as-comparison',
  severity: 'error',
  message: ({ duration, longer, shorter }) =>
    `\`${duration}\` is a length of time. For a date longer ago write \`${longer}\`, for a later one \`${shorter}\`.`,
  why: 'A date is compared with a date. How long ago it is, `within` and `older than` ask; `days since` gives it as a number of days.',
  fixes: ({ likely }, span) => [replaceWith(span, likely)],
  bad: 'when created > 30d add 5',
  good: 'when created older than 30d add 5',
})
