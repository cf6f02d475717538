/** Values as they are written, and names that are not taken yet. */
import { isKeyword, isPlainName, writtenText } from '@merit-lang/language'
import type { Project } from '../workspace.ts'

/** A value: bare where it may be, else in quotes. */
export function writtenValue(value: string | number): string {
  return typeof value === 'number' || isPlainName(value) ? String(value) : writtenText(value)
}

/** The wish, or the wish with a number. No word of the model's files is taken: a bare value could be meant by it, too. */
export function freshName({ checked }: Project, wish: string): string {
  const words = checked.understood.files.flatMap(({ source }) => source.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])
  const taken = new Set(words.map(word => word.toLowerCase()))
  for (let i = 1; ; i++) {
    const name = i === 1 ? wish : `${wish}_${i}`
    if (!taken.has(name.toLowerCase()) && !isKeyword(name.toLowerCase())) return name
  }
}
