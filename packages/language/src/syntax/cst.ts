/** Reading the concrete tree: any part may be missing after a mistake, and every builder copes with that. */
import type { CstChildrenDictionary, CstNode } from 'chevrotain'
import { type Diagnostic, type DiagnosticRecord, report } from '../diagnostics/diagnostic.ts'
import type * as Ast from './ast.ts'
import type { SourceText, Span } from './source.ts'
import type { Token } from './tokens.ts'

/** Of a statement or item whose part of the tree is made, nothing is left but that part. */
export interface Node extends CstNode {
  built?: Ast.Statement | Ast.Item | undefined
}

const nothing: CstChildrenDictionary = Object.freeze({})

/** Keeps what was made of a node, and lets go of the node's own parts. */
export function keepBuilt(node: Node, built: Node['built']): void {
  Object.assign(node, { built, children: nothing })
}

/** What the builders share while they build one file. */
export class Building {
  readonly diagnostics: Diagnostic[] = []
  readonly source: SourceText
  /** Documentation by the offset of what it stands before. */
  readonly #docs: ReadonlyMap<number, string>

  constructor(source: SourceText, docs: ReadonlyMap<number, string>) {
    this.source = source
    this.#docs = docs
  }

  span(node: Node): Span {
    const { startOffset, endOffset = -1 } = node.location ?? { startOffset: -1 }
    const start = Math.max(startOffset, 0)
    return { source: this.source, start, end: Math.max(endOffset + 1, start) }
  }

  spanOf(token: Token): Span {
    return { source: this.source, start: token.startOffset, end: token.endOffset + 1 }
  }

  /** What is missing after the node. */
  hole(after: Node | Token): Ast.Hole {
    const end = 'children' in after ? this.span(after).end : after.endOffset + 1
    return { kind: 'hole', span: { source: this.source, start: end, end } }
  }

  doc(node: Node): string {
    return this.#docs.get(node.location?.startOffset ?? -1) ?? ''
  }

  report<P>(record: DiagnosticRecord<P>, span: Span, params: P): void {
    this.diagnostics.push(report(record, span, params))
  }
}

export function kid(node: Node | undefined, name: string): Node | undefined {
  return node?.children[name]?.[0] as Node | undefined
}

export function kids(node: Node | undefined, name: string): readonly Node[] {
  return (node?.children[name] ?? []) as readonly Node[]
}

export function token(node: Node | undefined, name: string): Token | undefined {
  return node?.children[name]?.[0] as Token | undefined
}

const none: readonly Token[] = []

export function tokens(node: Node | undefined, name: string): readonly Token[] {
  return (node?.children[name] as Token[] | undefined) ?? none
}

/** The tokens of several names, in the order in which they stand. */
export function tokensOf(node: Node, names: readonly string[]): readonly Token[] {
  const found: Token[] = []
  for (const name of names) for (const token of tokens(node, name)) found.push(token)
  return found.length < 2 ? found : found.sort((a, b) => a.startOffset - b.startOffset)
}

export function has(node: Node | undefined, name: string): boolean {
  return node?.children[name] !== undefined
}

/** The first of the names that the node has a token of. */
export function which<N extends string>(node: Node, ...names: N[]): N | undefined {
  return names.find(name => has(node, name))
}

/** From the start of one part to the end of another. */
export function between(first: Span, last: Span): Span {
  return { source: first.source, start: first.start, end: Math.max(first.start, last.end) }
}
