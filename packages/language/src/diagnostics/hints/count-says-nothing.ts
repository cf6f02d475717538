import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface CountSaysNothing {
  /** As written: `at least 0 visit`. */
  readonly test: string
  /** How it reads in plain words, where it says something after all: `no visit`. */
  readonly plain?: string
}

export const countSaysNothing = defineDiagnostic<CountSaysNothing>({
  name: 'count-says-nothing',
  severity: 'hint',
  message: ({ test, plain }) =>
    plain === undefined
      ? `\`${test}\` holds for every lead. Write the number of events that you want to see.`
      : `\`${test}\` means \`${plain}\`. Write it so.`,
  why: 'No lead has fewer than no events. What is left of a count of 0 is either true for everybody or said more plainly with `no`.',
  fixes: ({ plain }, span) => (plain === undefined ? [] : [replaceWith(span, plain)]),
  bad: 'when at most 0 visit within 30d subtract 10',
  good: 'when no visit within 30d subtract 10',
})
