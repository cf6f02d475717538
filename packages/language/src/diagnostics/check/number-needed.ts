import { defineDiagnostic, replaceWith } from '../diagnostic.ts'

export interface NumberNeeded {
  readonly written: string
  readonly role: string
  readonly noun?: string
  readonly suggestion?: string
}

export const numberNeeded = defineDiagnostic<NumberNeeded>({
  name: 'number-needed',
  severity: 'error',
  message: ({ written, role, noun, suggestion }) =>
    `${role} must be a number${noun ? `, and \`${written}\` is ${noun}` : `, not \`${written}\``}.${suggestion === undefined ? '' : ` Write \`${suggestion}\`.`}`,
  why: 'Points, bounds, thresholds and everything that is computed with are numbers.',
  fixes: ({ suggestion }, span) => (suggestion === undefined ? [] : [replaceWith(span, suggestion)]),
  bad: 'when customer add "10"',
  good: 'when customer add 10',
})
