import type { Truth } from '@merit-lang/runtime/reference'
import type { Reader } from './reader.ts'

/** How much more may be looked at: in steps of a search. What is used up stays used up. */
export interface Effort {
  left: number
}

/** A reader whose states are numbers and whose steps are remembered: searches come by the same ones again and again. */
export class Table {
  readonly start: number
  private readonly reader: Reader
  private readonly letters: readonly number[]
  private readonly numbers = new Map<string | number, number>()
  private readonly states: unknown[] = []
  private readonly after: (number | undefined)[][] = []
  private readonly verdicts: Truth[] = []
  private readonly accepted: (boolean | undefined)[] = []
  /** By letter: those of one kind lead to the same state. */
  readonly kinds: readonly number[]

  constructor(reader: Reader, letters: readonly number[]) {
    this.reader = reader
    this.letters = letters
    const kinds = letters.map(letter => reader.kindOf(letter))
    this.kinds = kinds.map(kind => kinds.indexOf(kind))
    this.start = this.numberOf(reader.start)
  }

  /** `letter` by its index. */
  step(state: number, letter: number, effort: Effort): number {
    const row = this.after[state] as (number | undefined)[]
    const known = row[letter]
    if (known !== undefined) return known
    const next = this.numberOf(this.reader.step(this.states[state], this.letters[letter] as number))
    row[letter] = next
    effort.left -= this.reader.cost ?? 0
    return next
  }

  accepts(state: number): boolean {
    const known = this.accepted[state] ?? this.reader.accepts(this.states[state])
    this.accepted[state] = known
    return known
  }

  verdict(state: number): Truth {
    return this.verdicts[state]
  }

  only(state: number): readonly number[] | undefined {
    return this.reader.only?.(this.states[state])
  }

  private numberOf(state: unknown): number {
    const key = this.reader.key(state)
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.states.push(state) - 1
    this.numbers.set(key, number)
    this.after.push([])
    this.verdicts.push(this.reader.verdict(state))
    return number
  }
}
