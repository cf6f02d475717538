import { defineDiagnostic } from '../diagnostic.ts'

export interface UnterminatedText {
  /** With its opening quote. */
  readonly text: string
}

export const unterminatedText = defineDiagnostic<UnterminatedText>({
  name: 'unterminated-text',
  severity: 'error',
  message: ({ text }) => `The text that begins with \`${text.slice(0, 20)}\` has no closing quote on its line.`,
  why: 'A text begins and ends with a double quote, on one line. A quote inside a text is written `\\"`.',
  bad: 'when title contains word "VP add 5',
  good: 'when title contains word "VP" add 5',
})
