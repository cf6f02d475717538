import type { TestFailure } from '@merit-lang/language-server'
import { MarkdownString } from 'vscode'

/** What stands behind the line that failed: the beginning of what the page says. */
const headline = ({ expected, actual }: TestFailure): string => `${actual}; expected: ${expected}`

/** A failure as a page: what is, what was expected, and how that came about. */
export function pageOf(failure: TestFailure): MarkdownString {
  const page = new MarkdownString().appendText(headline(failure))
  page.appendText(`\n\nAt ${failure.at}`).appendCodeblock(failure.text, 'merit')
  return failure.breakdown ? page.appendMarkdown(`\n${failure.breakdown}`) : page
}
