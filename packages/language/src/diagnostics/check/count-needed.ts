import { defineDiagnostic } from '../diagnostic.ts'

export interface CountNeeded {
  /** With the words before it. */
  readonly written: string
  readonly zero: boolean
}

export const countNeeded = defineDiagnostic<CountNeeded>({
  name: 'count-needed',
  severity: 'error',
  message: ({ written, zero }) =>
    zero
      ? `\`${written}\` counts nothing. Write a whole number from 1 on; for "none at all" write \`no …\`.`
      : `\`${written}\` does not say how many. Write a whole number from 1 on.`,
  why: 'Events are counted in whole numbers that stand in the model.',
  bad: 'when at least 2.5 download add 10',
  good: 'when at least 3 download add 10',
})
