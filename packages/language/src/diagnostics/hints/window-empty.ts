import { defineDiagnostic } from '../diagnostic.ts'

export interface WindowEmpty {
  readonly within: string
  readonly older: string
}

export const windowEmpty = defineDiagnostic<WindowEmpty>({
  name: 'window-empty',
  severity: 'warning',
  message: ({ within, older }) =>
    `No event is ${within} and ${older} at once. Put the shorter time after \`older than\` and the longer one after \`within\`.`,
  why: '`within 30d` keeps what is younger than 30 days, `older than 7d` what is at least 7 days old. Both together leave what lies between, which is nothing where the second is not shorter than the first.',
  bad: 'on visit within 7d older than 30d add 5',
  good: 'on visit within 30d older than 7d add 5',
})
