/** What conditions saw, in words: `employees is 400`. */
import type { Saw } from '@merit-lang/runtime'
import { onOneLine, shorten } from '../paint.ts'

const longestValue = 48

export interface Seen {
  readonly text: string
  readonly value: string
}

function shownValue({ value }: Seen): string {
  return shorten(onOneLine(value), longestValue)
}

/** `employees is 400`, each once. */
export function values(seen: readonly Seen[]): string[] {
  return [...new Set(seen.map(it => `${it.text} is ${shownValue(it)}`))]
}

/**
 * One phrase for each comparison. Where the reader has its text before him already (`written`), only the values:
 * `employees is 400`; else the comparison and what it saw: `employees >= 1000 (is 400)`.
 */
export function phrases(saw: readonly Saw[], written: string): string[] {
  return [...new Set(saw.flatMap(part => (written.includes(part.text) ? values(part.values) : [phrase(part)])))]
}

/** `no: employees >= 1000 (is 400)` */
export function phrase({ text, values: seen }: Saw): string {
  if (seen.length === 0) return text
  const [only] = seen
  if (seen.length === 1 && only && text.startsWith(only.text)) return `${text} (is ${shownValue(only)})`
  return `${text} (${values(seen).join(', ')})`
}
