import type { Span } from '../../syntax/source.ts'
import { defineDiagnostic, type Fix } from '../diagnostic.ts'

export interface UnterminatedText {
  /** With its opening quote. */
  readonly text: string
}

export const unterminatedText = defineDiagnostic<UnterminatedText>({
  name: 'unterminated-text',
  severity: 'error',
  message: ({ text }) => `The text that begins with \`${text.slice(0, 20)}\` has no closing quote on its line.`,
  why: 'A text begins and ends with a double quote, on one line. A quote inside a text is written `\\"`.',
  fixes: ({ text }, span) => closed(text, span),
  bad: 'when title contains word "VP add 5',
  good: 'when title contains word "VP" add 5',
})

/** What most often follows a text: brackets, and the rest of a rule. */
const goesOn = /\s+(?:(?:add|subtract|multiply|points|when|as)\s|\{)|\s*[\])}]/

/** Before the words that are probably not its own, else at the end of the line; none where nothing would be left in it. */
function closed(text: string, span: Span): readonly Fix[] {
  const inner = text.slice(0, goesOn.exec(text)?.index).trimEnd()
  if (inner.length < 2 || inner.endsWith('\\')) return []
  const end = span.start + inner.length
  return [{ title: `Write \`${inner}"\``, edits: [{ span: { ...span, start: end, end }, text: '"' }] }]
}
