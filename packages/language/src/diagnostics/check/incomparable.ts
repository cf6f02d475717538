import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface Incomparable {
  readonly left: string
  readonly leftNoun: string
  readonly right: string
  readonly rightNoun: string
  readonly suggestion: string | undefined
}

export const incomparable = defineDiagnostic<Incomparable>({
  name: 'incomparable',
  severity: 'error',
  message: ({ left, leftNoun, right, rightNoun, suggestion }) =>
    `\`${left}\` is ${leftNoun} and \`${right}\` is ${rightNoun}, so that they cannot be compared.${suggestion === undefined ? '' : ` Write \`${suggestion}\`.`}`,
  why: 'Only values of one kind are compared. Nothing is turned into another kind silently: "10" is a text, 10 a number.',
  fixes: ({ suggestion }, span) => (suggestion === undefined ? [] : [replaceWith(span, suggestion)]),
  bad: 'lead { employees: integer }\nwhen employees = "500" add 10',
  good: 'lead { employees: integer }\nwhen employees = 500 add 10',
})
