/** Names, texts and numbers as they are written in a model. */
import { keywords } from './keywords.ts'

const words: ReadonlySet<string> = new Set(keywords.map(({ word }) => word))

export function isKeyword(word: string): boolean {
  return words.has(word)
}

/** Whether it is one word, be it one of the language. */
export function isWord(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(text)
}

/** Whether it is a name as it stands: one plain word, and none of the language. */
export function isPlainName(name: string): boolean {
  return isWord(name) && !isKeyword(name)
}

/** In backticks where it is no plain name. */
export function writtenName(name: string): string {
  return isPlainName(name) ? name : `\`${name}\``
}

/** In quotes. A text stands on one line: one with a line break cannot be written. */
export function writtenText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** All digits, since a model knows no exponents; of a finite number. */
export function writtenNumber(number: number): string {
  const [, sign = '', whole = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? []
  if (exponent === undefined) return String(number)
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}
