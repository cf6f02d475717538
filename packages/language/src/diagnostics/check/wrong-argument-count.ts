import { defineDiagnostic } from '../diagnostic.ts'

export interface WrongArgumentCount {
  readonly name: string
  readonly form: string
  readonly wanted: number
  readonly given: number
}

export const wrongArgumentCount = defineDiagnostic<WrongArgumentCount>({
  name: 'wrong-argument-count',
  severity: 'error',
  message: ({ name, form, given }) =>
    `\`${name}\` is written \`${form}\`, and ${given === 0 ? 'nothing is' : `${given} value${given === 1 ? ' is' : 's are'}`} given here.`,
  why: 'Each function says in its form what it takes.',
  bad: 'when domain(email, website) = "acme.com" add 5',
  good: 'when domain(email) = "acme.com" add 5',
})
