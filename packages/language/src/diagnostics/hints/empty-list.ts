import { defineDiagnostic } from '../diagnostic.ts'

export interface EmptyList {
  /** Of a `list` with a name. */
  readonly name?: string
}

export const emptyList = defineDiagnostic<EmptyList>({
  name: 'empty-list',
  severity: 'warning',
  message: ({ name }) =>
    `${name === undefined ? 'This list' : `The list \`${name}\``} is empty, so nothing is ever found in it. Write its values between the brackets.`,
  why: 'A test against an empty list never holds, and its negation always does.',
  bad: 'list rivals = []\nwhen domain(email) in rivals subtract 50',
  good: 'list rivals = ["rival.com"]\nwhen domain(email) in rivals subtract 50',
})
