import type { Truth } from '@merit-lang/runtime/reference'

/**
 * Reads a text from left to right and tells at every place whether the text that ends there passes a test: a deterministic
 * automaton over folded code points, whose states are made as they are reached.
 */
export interface Reader<S = unknown> {
  readonly start: S
  step(state: S, letter: number): S
  accepts(state: S): boolean
  /** What every way to go on comes to; undefined where that is open. */
  verdict(state: S): Truth
  /** The only letters after which it may still accept; absent or undefined where there are others. Saves searches from trying all. */
  only?(state: S): readonly number[] | undefined
  /** Of a step, beside that of going through a text; absent: little. */
  readonly cost?: number
  /** Tells states apart. */
  key(state: S): string | number
  /** Where `kindOf` may change: it is constant from each of these to the next, letters and other characters apart. */
  readonly cuts: readonly number[]
  /** What `step` knows of a letter: letters of one kind lead to the same state. */
  kindOf(letter: number): string | number
}

export function pointsOf(text: string): number[] {
  return Array.from(text, letter => letter.codePointAt(0) as number)
}

type Knowledge = Pick<Reader, 'cuts' | 'kindOf'>

export const noLetters: Knowledge = { cuts: [], kindOf: () => 0 }

/** Only these letters are told apart; the rest is alike. */
export function lettersOf(texts: readonly string[]): Knowledge {
  const letters = new Set(texts.flatMap(pointsOf))
  return { cuts: [...letters].flatMap(alone), kindOf: letter => (letters.has(letter) ? letter : -1) }
}

function alone(letter: number): number[] {
  return [letter, letter + 1]
}

export function isLetter(letter: number): boolean {
  if (letter < 0x80) return (letter >= 0x61 && letter <= 0x7a) || (letter >= 0x41 && letter <= 0x5a)
  return /^\p{L}/u.test(String.fromCodePoint(letter))
}

/** What `trim` takes away. */
export function isSpace(letter: number): boolean {
  return /^\s/.test(String.fromCodePoint(letter))
}

/** Whether the reader accepts a whole text. */
export function reads<S>(reader: Reader<S>, text: string): boolean {
  return reader.accepts(pointsOf(text).reduce((state, letter) => reader.step(state, letter), reader.start))
}
