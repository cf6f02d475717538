import type { TestFailure } from '@merit-lang/language-server'
import { MarkdownString } from 'vscode'

/** A failure in Markdown: what was expected, what is, and how that came about. */
export function textOf({ text, at, actual, breakdown }: TestFailure): MarkdownString {
  const message = new MarkdownString()
  message.appendMarkdown('Expected ').appendCodeblock(text, 'merit')
  message.appendText(`${actual}, at ${at}`)
  if (breakdown) message.appendMarkdown(`\n\n${breakdown}`)
  return message
}
