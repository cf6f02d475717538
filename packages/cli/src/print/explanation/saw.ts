/** What conditions saw, in words: `employees is 400`. */
import type { Saw, Zone } from '@merit-lang/runtime'
import { onOneLine, shorten } from '../paint.ts'
import { valueIn } from './times.ts'

const longestValue = 48

export interface Seen {
  readonly text: string
  readonly value: string
}

function shownValue({ value }: Seen, zone: Zone): string {
  return shorten(onOneLine(valueIn(zone, value)), longestValue)
}

/** `employees is 400`, each once; of `domain(email)` and `email` only the first, which is what was compared. */
export function values(seen: readonly Seen[], zone: Zone): string[] {
  return [...new Set(compared(seen).map(it => `${it.text} is ${shownValue(it, zone)}`))]
}

const compared = (seen: readonly Seen[]) => seen.filter(it => !seen.some(other => other.text.includes(`(${it.text})`)))

/**
 * One phrase for each comparison. Where the reader has its text before him already (`written`), only the values:
 * `employees is 400`; else the comparison and what it saw: `employees >= 1000 (is 400)`.
 */
export function phrases(saw: readonly Saw[], written: string, zone: Zone): string[] {
  return [
    ...new Set(saw.flatMap(part => (written.includes(part.text) ? values(part.values, zone) : [phrase(part, zone)]))),
  ]
}

/** `employees >= 1000 (is 400)` */
export function phrase({ text, values: seen }: Saw, zone: Zone): string {
  const [first, ...others] = compared(seen)
  if (!first) return text
  if (others.length === 0 && text.startsWith(first.text)) return `${text} (is ${shownValue(first, zone)})`
  return `${text} (${values(seen, zone).join(', ')})`
}
