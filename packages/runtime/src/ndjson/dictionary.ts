import type { Dictionary } from '../columns/columns.ts'
import type { Value, ValueType } from '../program.ts'

/** What a column of codes holds. */
export type Word = Exclude<Value, number | null>

/** A dictionary that grows: one code for each distinct value. */
export class GrowingDictionary implements Dictionary {
  readonly values: Value[]
  readonly #codes: Map<string, number>

  constructor(kind: ValueType['kind']) {
    this.values = kind === 'boolean' ? [null, false, true] : [null]
    this.#codes = new Map(
      kind === 'boolean'
        ? [
            ['false', 1],
            ['true', 2],
          ]
        : [],
    )
  }

  /** A code of its own, whether or not the value has one already. */
  push(word: Word): number {
    return this.values.push(word) - 1
  }

  codeOf(word: Word): number {
    const key = typeof word === 'object' ? JSON.stringify(word) : String(word)
    const known = this.#codes.get(key)
    if (known !== undefined) return known
    const code = this.push(word)
    this.#codes.set(key, code)
    return code
  }
}
