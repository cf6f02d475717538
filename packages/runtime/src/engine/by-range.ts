import type { Expr } from '../program.ts'
import type { Lookup } from './sieve.ts'
import type { Read, View } from './view.ts'

/** What the part compares with a constant number. */
export function numberIn(part: Expr): Expr | undefined {
  if (part.op !== 'atMost' && part.op !== 'less') return undefined
  if (constantIn(part.right) !== undefined) return part.left
  return constantIn(part.left) === undefined ? undefined : part.right
}

/** By the range in which a key must lie: all lists by candidate. */
export class ByRange<C> implements Lookup<C> {
  private readonly key: Read
  private readonly candidates: C[] = []
  private readonly lows: number[] = []
  private readonly highs: number[] = []

  constructor(key: Read) {
    this.key = key
  }

  /** `parts` all compare the key. */
  add(candidate: C, parts: readonly Expr[]): void {
    this.candidates.push(candidate)
    this.lows.push(Math.max(...parts.map(lowIn)))
    this.highs.push(Math.min(...parts.map(highIn)))
  }

  /** Of unknown, none. */
  find(view: View, event: number, found: C[]): void {
    const { candidates, lows, highs } = this
    const number = this.key(view, event) as number
    for (let i = 0; i < candidates.length; i++)
      if (number >= (lows[i] as number) && number <= (highs[i] as number)) found.push(candidates[i] as C)
  }
}

const lowIn = (part: Expr): number => ('left' in part ? constantIn(part.left) : undefined) ?? Number.NEGATIVE_INFINITY
const highIn = (part: Expr): number =>
  ('right' in part ? constantIn(part.right) : undefined) ?? Number.POSITIVE_INFINITY

function constantIn(expr: Expr): number | undefined {
  return expr.op === 'const' && typeof expr.value === 'number' ? expr.value : undefined
}
