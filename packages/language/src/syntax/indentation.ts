/** What indentation tells of braces. It counts only in a text in which one of them has no partner. */
import type { SourceText } from './source.ts'
import { Signs, type Token } from './tokens.ts'

/** Where each brace has its partner, line ends and indentation mean nothing. */
export function bracesPair(tokens: readonly Token[]): boolean {
  let depth = 0
  for (let i = 0; i < tokens.length; i++) {
    const { tokenType } = tokens[i] as Token
    if (tokenType === Signs.LBrace) depth++
    if (tokenType === Signs.RBrace && --depth < 0) return false
  }
  return depth === 0
}

export interface Opened {
  readonly token: Token
  /** Of its line. */
  readonly indent: number
}

/** What indentation tells of a text in which a brace has no partner. */
export interface Indentation {
  /** The braces without a partner, when only braces and indentation are looked at. */
  readonly neverClosed: ReadonlySet<Token>
  /** Somewhere the line after a brace stands deeper than the brace's own. */
  readonly deeper: boolean
}

export function indentationOf(source: SourceText, tokens: readonly Token[]): Indentation {
  const open: Opened[] = []
  const left: Token[] = []
  const lines = new Lines(source)
  let deeper = false
  tokens.forEach((token, i) => {
    lines.pass(token)
    const opener = open.at(-1)
    if (token.firstOnLine && opener && opener.token === tokens[i - 1]) deeper ||= lines.indent > opener.indent
    if (token.tokenType === Signs.LBrace) open.push({ token, indent: lines.indent })
    if (token.tokenType !== Signs.RBrace) return
    while (token.firstOnLine && closesOutward(open, lines.indent)) left.push((open.pop() as Opened).token)
    open.pop()
  })
  return { neverClosed: new Set([...left, ...open.map(opener => opener.token)]), deeper }
}

/** A closing brace stands further left than the line of its opener, and exactly under that of an outer one. */
export function closesOutward(open: readonly Opened[], indent: number): boolean {
  const top = open.at(-1)
  return top !== undefined && top.indent > indent && open.some(opener => opener.indent === indent)
}

/** Follows the tokens to know the indentation of the current line. */
export class Lines {
  readonly #text: string
  indent = 0
  constructor(source: SourceText) {
    this.#text = source.text
  }
  pass(token: Token): void {
    if (token.firstOnLine) this.indent = token.startOffset - (this.#text.lastIndexOf('\n', token.startOffset - 1) + 1)
  }
}
