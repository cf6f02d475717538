import { defineDiagnostic } from '../diagnostic.ts'

export interface ElseNotLast {
  readonly twice: boolean
}

export const elseNotLast = defineDiagnostic<ElseNotLast>({
  name: 'else-not-last',
  severity: 'error',
  message: ({ twice }) =>
    twice ? '`else` stands in this table already.' : '`else` takes what is left, so it stands last.',
  why: 'What follows `else` would never be reached.',
  bad: 'points first {\n  customer: 10\n  else: 0\n  partner: 5\n}',
  good: 'points first {\n  customer: 10\n  partner: 5\n  else: 0\n}',
})
