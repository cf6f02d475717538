import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Parsed, parse } from '../syntax/parse.ts'
import type { SourceText } from '../syntax/source.ts'
import { render } from './document.ts'
import { printFile } from './layouts.ts'
import { Reader } from './reader.ts'

/**
 * The text as everybody writes it: one statement a line, two spaces of indentation, at most 100 columns where a sentence
 * can be broken, tables and neighbouring declarations aligned. Comments, names, numbers and texts stay as written; only
 * commas in braces and behind the last element of a list are left out. Lines end as they did: text whose every line ends
 * the way Windows ends lines keeps that, anything else gets the plain line end. Formatting again changes nothing.
 *
 * Text with errors is not formatted: the diagnostics come back instead.
 */
export function format(source: SourceText): { text: string } | { diagnostics: readonly Diagnostic[] } {
  return formatParsed(parse(source))
}

/** The same for who has parsed the text already. */
export function formatParsed({ source, ast, comments, diagnostics }: Parsed): ReturnType<typeof format> {
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics }
  const text = render(printFile(ast, new Reader(source, comments)))
  return { text: endsLinesAsWindows(source.text) ? text.replaceAll('\n', '\r\n') : text }
}

function endsLinesAsWindows(text: string): boolean {
  return text.includes('\r\n') && !/(?<!\r)\n/.test(text)
}
