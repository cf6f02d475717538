/** A place where the grammar could not go on, with what the recognisers of mistakes look at. */
import { EOF, type IRecognitionException } from 'chevrotain'
import { type Diagnostic, type DiagnosticRecord, report } from '../diagnostics/diagnostic.ts'
import type { SourceText, Span } from './source.ts'
import { isStart, Signs, type Token } from './tokens.ts'

export interface Stuck {
  readonly source: SourceText
  readonly tokens: readonly Token[]
  /** Of the token that did not fit; past the end at the end of the file. */
  readonly index: number
  readonly token: Token
  /** The first on the line that the mistake is in. */
  readonly lineStart: Token | undefined
  readonly previous: Token | undefined
  readonly next: Token | undefined
  /** The rules of the grammar at hand, outermost first. */
  readonly rules: readonly string[]
  readonly rule: string
  /** The one kind of token that would have fitted, if there was only one. */
  readonly expected: string | undefined
  /** Nothing stands where something should: the line or the file ends. */
  readonly missing: boolean
}

export type Recogniser = (at: Stuck) => Diagnostic | undefined

/** The entries of a file, a block, a test; and of a record or table. */
export const entries = ['statement', 'item', 'testLine']
export const rows = ['field', 'dataField', 'byRow', 'firstRow', 'gradeRow']
export const comparisons: ReadonlySet<unknown> = new Set([
  Signs.Equal,
  Signs.NotEqual,
  Signs.Less,
  Signs.LessEqual,
  Signs.Greater,
  Signs.GreaterEqual,
])

/** Of an error of the grammar. */
export function placesOf(
  source: SourceText,
  tokens: readonly Token[],
  errors: readonly IRecognitionException[],
): Stuck[] {
  const places = placesIn(tokens, new Set(errors.map(({ token }) => token)))
  return errors.map(error => {
    const token = error.token as Token
    const { index, lineStart, lineStartBefore } = places(token)
    const rules = error.context.ruleStack
    const isMadeUp = token.tokenType !== EOF && token.image === ''
    const missing = token.tokenType === EOF || isMadeUp || isStart(token)
    return {
      source,
      tokens,
      index,
      token,
      lineStart: missing ? lineStartBefore : lineStart,
      previous: tokens[index - 1],
      next: tokens[index + 1],
      rules,
      rule: rules.at(-1) as string,
      expected: error.name === 'MismatchedTokenException' ? error.message : undefined,
      missing,
    }
  })
}

/** A token's number, and the first token on its line and on that of the token before it. */
interface At {
  readonly index: number
  readonly lineStart: Token | undefined
  readonly lineStartBefore: Token | undefined
}

/** In one pass, whatever the lengths of lines. What is not among the tokens stands behind them. */
function placesIn(tokens: readonly Token[], wanted: ReadonlySet<unknown>): (token: Token) => At {
  const found = new Map<Token, At>()
  let lineStart = tokens[0]
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const lineStartBefore = index > 0 ? lineStart : undefined
    if (token.firstOnLine) lineStart = token
    if (wanted.has(token)) found.set(token, { index, lineStart, lineStartBefore })
  }
  const end = { index: tokens.length, lineStart: undefined, lineStartBefore: lineStart }
  return token => found.get(token) ?? end
}

export function spanOf(at: Stuck, token: Token): Span {
  return { source: at.source, start: token.startOffset, end: token.endOffset + 1 }
}

/** Where the previous token ends. */
export function gap(at: Stuck): Span {
  const end = at.previous ? at.previous.endOffset + 1 : 0
  return { source: at.source, start: end, end }
}

const place = (at: Stuck) => (at.missing ? gap(at) : spanOf(at, at.token))
export const inRule = (at: Stuck, ...rules: string[]) => rules.includes(at.rule)
export const after = (at: Stuck) => at.previous?.image || at.tokens[at.index - 2]?.image || ''

export function say<P>(at: Stuck, record: DiagnosticRecord<P>, params: P): Diagnostic<P> {
  return report(record, place(at), params)
}

/** The number of the nearest token before `index` that fits; -1 if none does. */
export function lastBefore(tokens: readonly Token[], index: number, fits: (token: Token) => boolean): number {
  let i = index - 1
  while (i >= 0 && !fits(tokens[i] as Token)) i--
  return i
}
