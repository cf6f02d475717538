/** Names as they are written, and names that are not taken yet. */
import { keywords } from '@merit-lang/language'
import { quoted } from '../rename/spelling.ts'
import type { Project } from '../workspace.ts'

const keywordSet: ReadonlySet<string> = new Set(keywords.map(({ word }) => word))

/** In backticks where it is not one plain word, or is one of the language. */
export function writtenName(name: string): string {
  return isPlain(name) ? name : `\`${name}\``
}

/** A value: bare where it may be, else in quotes. */
export function writtenValue(value: string | number): string {
  return typeof value === 'number' || isPlain(value) ? String(value) : quoted(value)
}

export function isPlain(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !keywordSet.has(name)
}

/** The wish, or the wish with a number. No word of the model's files is taken: a bare value could be meant by it, too. */
export function freshName({ checked }: Project, wish: string): string {
  const words = checked.understood.files.flatMap(({ source }) => source.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])
  const taken = new Set([...words.map(word => word.toLowerCase()), ...keywordSet])
  for (let i = 1; ; i++) {
    const name = i === 1 ? wish : `${wish}_${i}`
    if (!taken.has(name.toLowerCase())) return name
  }
}
