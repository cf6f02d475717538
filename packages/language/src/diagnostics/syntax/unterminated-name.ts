import { defineDiagnostic } from '../diagnostic.ts'

export interface UnterminatedName {
  /** With its opening backtick. */
  readonly text: string
}

export const unterminatedName = defineDiagnostic<UnterminatedName>({
  name: 'unterminated-name',
  severity: 'error',
  message: ({ text }) => `The name that begins with ${text.slice(0, 20)} has no closing backtick on its line.`,
  why: 'A name with spaces or other characters begins and ends with a backtick, on one line.',
  bad: 'when `Lead Source = "Web" add 5',
  good: 'when `Lead Source` = "Web" add 5',
})
