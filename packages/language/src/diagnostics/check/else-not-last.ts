import { defineDiagnostic } from '../diagnostic.ts'
import { type Behind, moveBehind } from '../rows.ts'

export interface ElseNotLast {
  readonly twice: boolean
  /** Nothing where it is not a row of its own, or the last one is an `else` too. */
  readonly move: Behind | undefined
}

export const elseNotLast = defineDiagnostic<ElseNotLast>({
  name: 'else-not-last',
  severity: 'error',
  message: ({ twice }) =>
    twice ? '`else` stands in this table already.' : '`else` takes what is left, so it stands last.',
  why: 'What follows `else` would never be reached.',
  fixes: ({ move }) => (move ? [moveBehind(move)] : []),
  bad: 'points first {\n  customer: 10\n  else: 0\n  partner: 5\n}',
  good: 'points first {\n  customer: 10\n  partner: 5\n  else: 0\n}',
})
