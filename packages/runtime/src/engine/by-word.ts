import { fold } from '../fold.ts'
import type { Expr, ExprOf } from '../program.ts'
import type { Lookup } from './sieve.ts'
import type { Read, View } from './view.ts'

/** The folded text in which one of some words must stand. */
export interface WantedWords {
  readonly of: ExprOf<'fold'>
  readonly words: readonly string[]
}

/** Where the part holds only for texts that have one of some words, each with a letter in it. */
export function wantedWords(part: Expr): WantedWords | undefined {
  if (part.op === 'or') return together(part.of.map(wantedWords))
  if (part.op !== 'containsWord' || part.left.op !== 'fold' || part.right.op !== 'const') return undefined
  const { value } = part.right
  return typeof value === 'string' && longestRun(value) !== '' ? { of: part.left, words: [value] } : undefined
}

/** All of one text. */
function together(wanted: readonly (WantedWords | undefined)[]): WantedWords | undefined {
  const of = wanted[0]?.of
  const isOfOne = of !== undefined && wanted.every(one => one !== undefined && isSame(one.of.of, of.of))
  return isOfOne ? { of, words: wanted.flatMap(one => one?.words ?? []) } : undefined
}

function isSame(a: Expr, b: Expr): boolean {
  if (a.op === 'attribute') return b.op === 'attribute' && a.index === b.index
  return a.op === 'property' && b.op === 'property' && a.name === b.name
}

const RUNS = /\p{L}+/gu

/** Half of a pair may become another letter beside its other half: words with one have no run to go by. */
function longestRun(word: string): string {
  const runs = /[\ud800-\udfff]/.test(word) ? [] : (word.match(RUNS) ?? [])
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '')
}

/** Where there are more letters in all, an expression of all words would take long to make. */
const MOST_LETTERS = 10_000

/**
 * By the words that must stand in a text: one pass over a text, which may never be met again, finds all who look for a word
 * that it has. A word between non-letters has its runs of letters in common with the text.
 */
export class ByWord<C> implements Lookup<C> {
  private readonly key: Read
  private readonly byRun = new Map<string, C[]>()
  /** Finds runs, and letters of other alphabets; nothing where there are too many. */
  private pattern: RegExp | undefined
  private letters = 0

  /** `key` reads the text that is to be folded. */
  constructor(key: Read) {
    this.key = key
  }

  add(candidate: C, words: readonly string[]): void {
    for (const word of words) this.addRun(candidate, longestRun(word))
  }

  private addRun(candidate: C, run: string): void {
    const known = this.byRun.get(run) ?? this.newRun(run)
    if (!known.includes(candidate)) known.push(candidate)
  }

  private newRun(run: string): C[] {
    const candidates: C[] = []
    this.byRun.set(run, candidates)
    this.letters += run.length
    this.pattern = undefined
    return candidates
  }

  find(view: View, event: number, found: C[]): void {
    const text = this.key(view, event)
    if (typeof text !== 'string') return
    if (this.letters > MOST_LETTERS || !this.findQuickly(text.toLowerCase(), found)) this.findAnywhere(text, found)
  }

  /**
   * The expression passes over letters in a fraction of the time that a loop takes. False where the text is not ASCII: then
   * it is not as it is folded, which otherwise it is in lower case.
   */
  private findQuickly(text: string, found: C[]): boolean {
    this.pattern ??= new RegExp(['[\\u0080-\\uffff]', ...[...this.byRun.keys()].filter(isPlain)].join('|'), 'g')
    const { pattern } = this
    pattern.lastIndex = 0
    while (pattern.test(text)) {
      const end = pattern.lastIndex
      if (text.charCodeAt(end - 1) > 127) return false
      pattern.lastIndex = this.takeAround(end, text, found)
    }
    return true
  }

  /** The run in which the place is; gives its end. */
  private takeAround(place: number, text: string, found: C[]): number {
    let start = place - 1
    while (isLetter(text.charCodeAt(start - 1))) start--
    let end = place
    while (isLetter(text.charCodeAt(end))) end++
    this.take(text.slice(start, end), found)
    return end
  }

  private findAnywhere(text: string, found: C[]): void {
    for (const run of fold(text).match(RUNS) ?? []) this.take(run, found)
  }

  private take(run: string, found: C[]): void {
    const known = this.byRun.get(run)
    if (known) for (const candidate of known) if (!found.includes(candidate)) found.push(candidate)
  }
}

const isPlain = (run: string): boolean => /^[a-z]+$/.test(run)

/** Of folded ASCII. */
const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122
