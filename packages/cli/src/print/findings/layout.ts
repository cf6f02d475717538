/** A file that is not formatted, as a finding: the lines that are to be others, and what they are to be. */
import type { SourceText } from '@merit-lang/language'
import { counted } from '../numbers.ts'
import type { Finding, Place } from './finding.ts'

/** @param text the same model, formatted */
export function notFormatted({ path, text: before }: SourceText, text: string): Finding {
  const [old, made] = [linesOf(before), linesOf(text)]
  const first = common(old, made)
  const last = common(old.slice(first).reverse(), made.slice(first).reverse())
  const [removed, added] = [old.slice(first, old.length - last), made.slice(first, made.length - last)]
  const place: Place = { path, start: lineStart(first), end: lineStart(first + removed.length) }
  const message = `The file is not formatted, from line ${first + 1} on; merit fmt writes ${counted(Math.max(removed.length, added.length), 'line')} otherwise.`
  const edits = [{ ...place, text: added.join('') }]
  const fixes = [{ title: 'Format the file', edits }]
  return { name: 'not-formatted', severity: 'error', message, ...place, subject: path, related: [], fixes }
}

/** Each with its end, so that another end of lines is a difference. */
const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

const lineStart = (index: number) => ({ line: index + 1, column: 1 })

/** How many are the same at the beginning. */
function common(some: readonly string[], others: readonly string[]): number {
  const different = some.findIndex((line, i) => line !== others[i])
  return different >= 0 ? different : some.length
}
