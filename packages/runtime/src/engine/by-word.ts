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

/**
 * By the words that must stand in a text: one pass over a text, which may never be met again, finds all who look for a word
 * that it has. A word between non-letters has its runs of letters in common with the text; here runs are told apart by a hash.
 */
export class ByWord<C> implements Lookup<C> {
  /** Of the text as it came. */
  private readonly key: Read
  private readonly byRun = new Map<number, C[]>()

  constructor(key: Read) {
    this.key = key
  }

  add(candidate: C, words: readonly string[]): void {
    for (const word of words) {
      const hash = hashOf(longestRun(word))
      const known = this.byRun.get(hash)
      if (!known) this.byRun.set(hash, [candidate])
      else if (!known.includes(candidate)) known.push(candidate)
    }
  }

  find(view: View, event: number, found: C[]): void {
    const text = this.key(view, event)
    if (typeof text === 'string' && !this.findPlainly(text, found)) this.findFolded(fold(text), found)
  }

  /** False where there is more than ASCII, in which letters and their lower case are told by one bit. */
  private findPlainly(text: string, found: C[]): boolean {
    let hash = 0
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 127) return false
      const lower = unit | 32
      if (lower >= 97 && lower <= 122) {
        hash = hashed(hash, lower)
      } else if (hash !== 0) {
        this.take(hash, found)
        hash = 0
      }
    }
    if (hash !== 0) this.take(hash, found)
    return true
  }

  private findFolded(text: string, found: C[]): void {
    for (const run of text.match(RUNS) ?? []) this.take(hashOf(run), found)
  }

  private take(hash: number, found: C[]): void {
    const known = this.byRun.get(hash)
    if (known) for (const candidate of known) if (!found.includes(candidate)) found.push(candidate)
  }
}

/** Always odd, and so never the 0 of no letter. */
function hashed(hash: number, unit: number): number {
  return (Math.imul(hash | 1, 31) + 2 * unit) | 0
}

function hashOf(run: string): number {
  let hash = 0
  for (let i = 0; i < run.length; i++) hash = hashed(hash, run.charCodeAt(i))
  return hash
}
