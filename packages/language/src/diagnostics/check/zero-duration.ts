import { defineDiagnostic } from '../diagnostic.ts'

export interface ZeroDuration {
  readonly written: string
}

export const zeroDuration = defineDiagnostic<ZeroDuration>({
  name: 'zero-duration',
  severity: 'error',
  message: ({ written }) => `\`${written}\` is no time at all. Write a longer one, or take it out.`,
  why: 'Nothing lies within a time of length zero.',
  bad: 'on download within 0d add 20',
  good: 'on download within 1d add 20',
})
