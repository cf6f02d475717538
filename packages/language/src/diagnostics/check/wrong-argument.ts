import { defineDiagnostic } from '../diagnostic.ts'

export interface WrongArgument {
  readonly name: string
  readonly written: string
  readonly noun: string
  readonly needs: string
}

export const wrongArgument = defineDiagnostic<WrongArgument>({
  name: 'wrong-argument',
  severity: 'error',
  message: ({ name, written, noun, needs }) => `\`${name}\` takes ${needs} here, and \`${written}\` is ${noun}.`,
  why: 'Each function says in its form what it takes.',
  bad: 'lead { employees: integer }\nwhen domain(employees) = "acme.com" add 5',
  good: 'lead { email: text }\nwhen domain(email) = "acme.com" add 5',
})
