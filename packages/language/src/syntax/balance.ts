/**
 * What reaches the grammar has balanced brackets, nested no deeper than `maxNesting`. An opening one that is never closed is
 * reported and closed where a statement begins that cannot stand inside it, or a line that stands no deeper; a closing one
 * too many shows that a block before it was not opened, or is reported and left out; a statement nested too deeply is
 * reported and left out.
 */
import { createTokenInstance, type TokenType } from 'chevrotain'
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts'
import { loneCloser } from '../diagnostics/syntax/lone-closer.ts'
import { nestingTooDeep } from '../diagnostics/syntax/nesting-too-deep.ts'
import { unclosedBrace } from '../diagnostics/syntax/unclosed-brace.ts'
import { unclosedBracket } from '../diagnostics/syntax/unclosed-bracket.ts'
import { bracesPair, closesOutward, type Indentation, indentationOf, Lines, type Opened } from './indentation.ts'
import { positionAt, type SourceText, type Span } from './source.ts'
import { Keywords, keywordIn, Label, Name, Signs, type Token } from './tokens.ts'
import { openedFor } from './unopened.ts'

export const maxNesting = 64

/** What may stand in a pair of braces decides which statements show that it was not closed. */
type Holds = 'items' | 'lines' | 'rows' | 'values'

interface Opener extends Opened {
  readonly holds: Holds
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
  const plain = balanced(source, tokens)
  const opened = plain.lone && openedFor(source, tokens, plain.lone)
  if (!opened) return plain
  const better = balanced(source, opened.tokens)
  return better.diagnostics.length < plain.diagnostics.length
    ? { tokens: better.tokens, diagnostics: [opened.diagnostic, ...better.diagnostics] }
    : plain
}

function balanced(source: SourceText, tokens: readonly Token[]): Balanced & { readonly lone: Token | undefined } {
  const balancer = new Balancer(source)
  if (!bracesPair(tokens)) balancer.indentation = indentationOf(source, tokens)
  for (let i = 0; i < tokens.length; i++) balancer.take(tokens[i] as Token)
  balancer.finish()
  return { tokens: balancer.out, diagnostics: balancer.diagnostics, lone: balancer.lone }
}

class Balancer {
  readonly out: Token[] = []
  readonly diagnostics: Diagnostic[] = []
  /** Nothing where each brace has its partner. */
  indentation: Indentation | undefined
  /** The first closing brace that closes nothing. */
  lone: Token | undefined
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
    if (token.firstOnLine) this.#outdents(token)
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

  /** A line that stands no deeper than that of a brace without a partner is not inside it. */
  #outdents(token: Token): void {
    if (!this.indentation?.deeper || token.tokenType === Signs.RBrace) return
    for (let top = this.#top(); top && this.#isNeverClosed(top); top = this.#top()) {
      if (this.#lines.indent > top.indent) return
      this.#closeUnclosed()
    }
  }

  #isNeverClosed({ token }: Opener): boolean {
    return this.indentation?.neverClosed.has(token) ?? false
  }

  /** Whether a statement that begins here shows that the opener was not closed. */
  #isOver(opener: Opener, token: Token, role: 'statement' | 'item' | 'line'): boolean {
    const fits: Record<Holds, boolean> = {
      values: false,
      rows: token.tokenType === Keywords.When && this.#inGrade(),
      items: role === 'item',
      lines: role === 'line',
    }
    return (opener.holds === 'values' || this.#isNeverClosed(opener)) && !fits[opener.holds]
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
    if (this.indentation && token.tokenType === Signs.RBrace && token.firstOnLine) {
      while (this.#closesOutward()) this.#closeUnclosed()
    }
    if (!this.#reaches(opener)) {
      if (token.tokenType === Signs.RBrace) this.lone ??= token
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
