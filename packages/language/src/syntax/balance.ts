/**
 * What reaches the grammar has balanced brackets, nested no deeper than `maxNesting`. An opening one that is never closed is
 * reported and closed where a statement begins that cannot stand inside it; a closing one too many is reported and left
 * out; a statement nested too deeply is reported and left out.
 */
import { createTokenInstance, type TokenType } from 'chevrotain'
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts'
import { loneCloser } from '../diagnostics/syntax/lone-closer.ts'
import { nestingTooDeep } from '../diagnostics/syntax/nesting-too-deep.ts'
import { unclosedBrace } from '../diagnostics/syntax/unclosed-brace.ts'
import { unclosedBracket } from '../diagnostics/syntax/unclosed-bracket.ts'
import { positionAt, type SourceText, type Span } from './source.ts'
import { Keywords, keywordIn, Label, Name, Signs, type Token } from './tokens.ts'

export const maxNesting = 64

/** What may stand in a pair of braces decides which statements show that it was not closed. */
type Holds = 'items' | 'lines' | 'rows' | 'values'

interface Opener {
  readonly token: Token
  readonly holds: Holds
  readonly indent: number
}

const closerOf: ReadonlyMap<TokenType, TokenType> = new Map([
  [Signs.LBrace, Signs.RBrace],
  [Signs.LBracket, Signs.RBracket],
  [Signs.LParen, Signs.RParen],
])
const openerOf: ReadonlyMap<TokenType, TokenType> = new Map([...closerOf].map(([opener, closer]) => [closer, opener]))

export interface Balanced {
  readonly tokens: Token[]
  readonly diagnostics: readonly Diagnostic[]
}

export function balance(source: SourceText, tokens: readonly Token[]): Balanced {
  const balancer = new Balancer(source)
  if (!bracesPair(tokens)) {
    balancer.indentationCounts = true
    balancer.neverClosed = new Set(openersLeft(source, tokens))
  }
  for (let i = 0; i < tokens.length; i++) balancer.take(tokens[i] as Token)
  balancer.finish()
  return { tokens: balancer.out, diagnostics: balancer.diagnostics }
}

/** Where each brace has its partner, line ends and indentation mean nothing. */
function bracesPair(tokens: readonly Token[]): boolean {
  let depth = 0
  for (let i = 0; i < tokens.length; i++) {
    const { tokenType } = tokens[i] as Token
    if (tokenType === Signs.LBrace) depth++
    if (tokenType === Signs.RBrace && --depth < 0) return false
  }
  return depth === 0
}

/** The braces without a partner, when only braces and indentation are looked at. */
function openersLeft(source: SourceText, tokens: readonly Token[]): Token[] {
  const open: { token: Token; indent: number }[] = []
  const left: Token[] = []
  const lines = new Lines(source)
  for (const token of tokens) {
    lines.pass(token)
    if (token.tokenType === Signs.LBrace) open.push({ token, indent: lines.indent })
    if (token.tokenType !== Signs.RBrace) continue
    while (token.firstOnLine && closesOutward(open, lines.indent)) left.push((open.pop() as Opener).token)
    open.pop()
  }
  return [...left, ...open.map(opener => opener.token)]
}

/** A closing brace stands further left than the line of its opener, and exactly under that of an outer one. */
function closesOutward(open: readonly { indent: number }[], indent: number): boolean {
  const top = open.at(-1)
  return top !== undefined && top.indent > indent && open.some(opener => opener.indent === indent)
}

/** Follows the tokens to know the indentation of the current line. */
class Lines {
  readonly #text: string
  indent = 0
  constructor(source: SourceText) {
    this.#text = source.text
  }
  pass(token: Token): void {
    if (token.firstOnLine) this.indent = token.startOffset - (this.#text.lastIndexOf('\n', token.startOffset - 1) + 1)
  }
}

class Balancer {
  readonly out: Token[] = []
  readonly diagnostics: Diagnostic[] = []
  neverClosed: ReadonlySet<Token> = new Set()
  indentationCounts = false
  readonly #source: SourceText
  readonly #lines: Lines
  #open: Opener[] = []
  #depth = 0
  #comes: Holds = 'rows'
  /** State at the last statement that is first on its line, to which a nesting too deep goes back. */
  #mark: { length: number; open: Opener[] } = { length: 0, open: [] }
  #skipping = false
  #windows = 0

  constructor(source: SourceText) {
    this.#source = source
    this.#lines = new Lines(source)
  }

  take(token: Token): void {
    this.#lines.pass(token)
    const role = keywordIn(token)?.role
    if (role && role !== 'word' && token.firstOnLine) this.#resume(token, role)
    if (this.#skipping) return
    if (role === 'statement' || role === 'item' || role === 'line') this.#expect(token)
    if (token.tokenType === Name) this.#push(token)
    else if (token.tokenType === Keywords.Since && ++this.#windows > maxNesting) this.#tooDeep(token)
    else if (closerOf.has(token.tokenType)) this.#opens(token)
    else if (openerOf.has(token.tokenType)) this.#closes(token)
    else this.#push(token)
  }

  finish(): void {
    while (this.#open.length > 0) this.#closeUnclosed()
  }

  #push(token: Token): void {
    token.depth = this.#depth
    this.out.push(token)
  }

  /** Blocks are told apart by the keyword that opens them. */
  #expect(token: Token): void {
    if (token.tokenType === Keywords.Score || token.tokenType === Keywords.Group) this.#comes = 'items'
    else if (token.tokenType === Keywords.Test) this.#comes = 'lines'
    else if (token.tokenType !== Keywords.When && token.tokenType !== Keywords.On) this.#comes = 'rows'
    this.#windows = 0
  }

  #resume(token: Token, role: 'statement' | 'item' | 'line'): void {
    this.#skipping = false
    while (this.#top() && this.#isOver(this.#top() as Opener, token, role)) this.#closeUnclosed()
    this.#mark = { length: this.out.length, open: [...this.#open] }
  }

  /** Whether a statement that begins here shows that the opener was not closed. */
  #isOver(opener: Opener, token: Token, role: 'statement' | 'item' | 'line'): boolean {
    const fits: Record<Holds, boolean> = {
      values: false,
      rows: token.tokenType === Keywords.When && opener.token.tokenType === Signs.LBrace && this.#inGrade(),
      items: role === 'item' || !this.neverClosed.has(opener.token),
      lines: role === 'line' || !this.neverClosed.has(opener.token),
    }
    return !fits[opener.holds]
  }

  #inGrade(): boolean {
    return this.#previous()?.tokenType === Label
  }

  #opens(token: Token): void {
    if (this.#open.length >= maxNesting) {
      this.#tooDeep(token)
      return
    }
    const brace = token.tokenType === Signs.LBrace
    this.#push(token)
    this.#open.push({ token, holds: brace ? this.#comes : 'values', indent: this.#lines.indent })
    if (brace) this.#depth++
    if (brace) this.#comes = 'rows'
  }

  #closes(token: Token): void {
    const opener = openerOf.get(token.tokenType) as TokenType
    if (this.indentationCounts && token.tokenType === Signs.RBrace && token.firstOnLine) {
      while (this.#closesOutward()) this.#closeUnclosed()
    }
    if (!this.#reaches(opener)) {
      this.diagnostics.push(report(loneCloser, this.#spanOf(token), { sign: token.image }))
      return
    }
    while (this.#top()?.token.tokenType !== opener) this.#closeUnclosed()
    this.#pop(token)
  }

  #closesOutward(): boolean {
    const braces = this.#open.filter(opener => opener.token.tokenType === Signs.LBrace)
    return closesOutward(braces, this.#lines.indent)
  }

  /** Round and square brackets never close across a brace. */
  #reaches(type: TokenType): boolean {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const open = (this.#open[i] as Opener).token.tokenType
      if (open === type) return true
      if (open === Signs.LBrace) return false
    }
    return false
  }

  #pop(closer: Token): void {
    this.#push(closer)
    if (this.#open.pop()?.token.tokenType === Signs.LBrace) this.#depth--
  }

  #closeUnclosed(): void {
    const { token } = this.#top() as Opener
    const record = token.tokenType === Signs.LBrace ? unclosedBrace : unclosedBracket
    const line = positionAt(this.#source, token.startOffset).line
    this.diagnostics.push(report(record, this.#spanOf(token), { sign: token.image, line, end: this.#end() }))
    const at = this.#end()
    const closer = createTokenInstance(
      closerOf.get(token.tokenType) as TokenType,
      '',
      at,
      at - 1,
      -1,
      -1,
      -1,
      -1,
    ) as Token
    closer.firstOnLine = false
    this.#pop(closer)
  }

  #tooDeep(token: Token): void {
    this.diagnostics.push(report(nestingTooDeep, this.#spanOf(token), { limit: maxNesting, what: 'levels' }))
    this.out.length = this.#mark.length
    this.#open = [...this.#mark.open]
    this.#depth = this.#open.filter(opener => opener.token.tokenType === Signs.LBrace).length
    this.#skipping = true
  }

  #top(): Opener | undefined {
    return this.#open.at(-1)
  }

  #previous(): Token | undefined {
    return this.out.at(-1)
  }

  #end(): number {
    const previous = this.#previous()
    return previous ? previous.endOffset + 1 : 0
  }

  #spanOf(token: Token): Span {
    return { source: this.#source, start: token.startOffset, end: token.endOffset + 1 }
  }
}
