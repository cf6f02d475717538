/** The recogniser of comparisons with three sides. */
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts'
import { chainedComparison } from '../diagnostics/syntax/chained-comparison.ts'
import { comparisons, type Stuck, say } from './stuck.ts'
import { Keywords, NumberToken, Signs, type Token } from './tokens.ts'

/** `10 < x < 20`. */
export function secondComparison(at: Stuck): Diagnostic | undefined {
  if (!comparisons.has(at.token.tokenType)) return undefined
  const first = firstComparison(at)
  return first === undefined ? undefined : say(at, chainedComparison, { sign: at.token.image, fix: fixOf(at, first) })
}

/** The number of the sign before it in the same condition. */
function firstComparison({ tokens, index }: Stuck): number | undefined {
  for (let i = index - 1; i >= 0; i--) {
    const token = tokens[i] as Token
    if (comparisons.has(token.tokenType)) return i
    if (endsComparison(token)) return undefined
  }
  return undefined
}

const joins: ReadonlySet<unknown> = new Set([Keywords.And, Keywords.Or])
const endsComparison = (token: Token) => token.firstOnLine || joins.has(token.tokenType)

/** None behind `not`, which would belong to the first of two comparisons alone. */
function fixOf(at: Stuck, first: number): Edit | undefined {
  if (at.index - first < 2 || isNegated(at, first)) return undefined
  return asRange(at, first) ?? asTwo(at, first)
}

function isNegated({ tokens }: Stuck, first: number): boolean {
  for (let i = first - 1; i >= 0; i--) {
    const token = tokens[i] as Token
    if (token.tokenType === Keywords.Not) return true
    if (endsComparison(token)) return false
  }
  return false
}

/** `10 <= x < 20`: a range, where both ends are numbers and the lower one belongs to it. */
function asRange(at: Stuck, first: number): Edit | undefined {
  const { source, tokens, index } = at
  const [low, high] = [tokens[first - 1], tokens[index + 1]]
  if (tokens[first]?.tokenType !== Signs.LessEqual || !isLone(at, first - 1) || !isLone(at, index + 1)) return undefined
  const dots = ranges.get(at.token.tokenType)
  if (dots === undefined || !low || !high) return undefined
  const span = { source, start: low.startOffset, end: high.endOffset + 1 }
  return { span, text: `${middleOf(at, first)} in ${low.image}${dots}${high.image}` }
}

const ranges: ReadonlyMap<unknown, string> = new Map([
  [Signs.LessEqual, '..'],
  [Signs.Less, '..<'],
])

const arithmetic: ReadonlySet<unknown> = new Set([Signs.Plus, Signs.Minus, Signs.Times, Signs.Divide])

/** A number that is not part of a sum or product. */
function isLone({ tokens }: Stuck, index: number): boolean {
  const beside = [tokens[index - 1], tokens[index + 1]]
  return tokens[index]?.tokenType === NumberToken && !beside.some(token => arithmetic.has(token?.tokenType))
}

/** `10 < x and x < 20`. */
function asTwo(at: Stuck, first: number): Edit {
  const { source, tokens, token } = at
  const middle = middleOf(at, first)
  const span = { source, start: (tokens[first + 1] as Token).startOffset, end: token.endOffset + 1 }
  return { span, text: `${middle} and ${middle} ${token.image}` }
}

function middleOf({ source, tokens, index }: Stuck, first: number): string {
  const [from, to] = [tokens[first + 1], tokens[index - 1]] as [Token, Token]
  return source.text.slice(from.startOffset, to.endOffset + 1)
}
