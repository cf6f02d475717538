/** Reading the concrete tree: any part may be missing after a mistake, and every builder copes with that. */
import { type Diagnostic, type DiagnosticRecord, report } from '../diagnostics/diagnostic.ts'
import type * as Ast from './ast.ts'
import type { SourceText, Span } from './source.ts'
import type { Token } from './tokens.ts'

/**
 * What one rule of the grammar read: the nodes and tokens directly in it, each in order, as linked lists, since a large file
 * has hundreds of thousands of them. A token that is read again after a mistake leaves the node that it stood in, which is built before.
 */
export interface Node {
  readonly name: string
  /** −1 while nothing was read. */
  startOffset: number
  endOffset: number
  firstNode: Node | undefined
  lastNode: Node | undefined
  next: Node | undefined
  firstToken: Token | undefined
  lastToken: Token | undefined
  /** Of a statement or item whose part of the tree is made, nothing is left but that part. */
  built: Ast.Statement | Ast.Item | undefined
  /** Chevrotain's word that a mistake was found in it. */
  recoveredNode?: boolean
}

export function nodeOf(name: string): Node {
  return {
    name,
    startOffset: -1,
    endOffset: -1,
    firstNode: undefined,
    lastNode: undefined,
    next: undefined,
    firstToken: undefined,
    lastToken: undefined,
    built: undefined,
  }
}

export function addNode(parent: Node, node: Node): void {
  if (parent.lastNode) parent.lastNode.next = node
  else parent.firstNode = node
  parent.lastNode = node
  extend(parent, node)
}

export function addToken(parent: Node, token: Token): void {
  token.next = undefined
  if (parent.lastToken) parent.lastToken.next = token
  else parent.firstToken = token
  parent.lastToken = token
  extend(parent, token)
}

function extend(parent: Node, { startOffset, endOffset }: Node | Token): void {
  if (parent.startOffset < 0) {
    parent.startOffset = startOffset
    parent.endOffset = endOffset
  } else if (parent.endOffset < endOffset) parent.endOffset = endOffset
}

/** Keeps what was made of a node, and lets go of the node's own parts. */
export function keepBuilt(node: Node, built: Node['built']): void {
  node.built = built
  node.firstNode = undefined
  node.lastNode = undefined
  node.firstToken = undefined
  node.lastToken = undefined
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
    const start = Math.max(node.startOffset, 0)
    return { source: this.source, start, end: Math.max(node.endOffset + 1, start) }
  }

  spanOf(token: Token): Span {
    return { source: this.source, start: token.startOffset, end: token.endOffset + 1 }
  }

  /** What is missing after the node. */
  hole(after: Node | Token): Ast.Hole {
    const end = 'image' in after ? after.endOffset + 1 : this.span(after).end
    return { kind: 'hole', span: { source: this.source, start: end, end } }
  }

  doc(node: Pick<Node, 'startOffset'>): string {
    return this.#docs.get(node.startOffset) ?? ''
  }

  report<P>(record: DiagnosticRecord<P>, span: Span, params: P): void {
    this.diagnostics.push(report(record, span, params))
  }
}

export function kid(node: Node | undefined, name: string): Node | undefined {
  let part = node?.firstNode
  while (part && part.name !== name) part = part.next
  return part
}

export function kids(node: Node | undefined, name: string): readonly Node[] {
  const found: Node[] = []
  for (let part = node?.firstNode; part; part = part.next) if (part.name === name) found.push(part)
  return found
}

export function token(node: Node | undefined, name: string): Token | undefined {
  let part = node?.firstToken
  while (part && part.tokenType.name !== name) part = part.next
  return part
}

const none: readonly Token[] = []

export function tokens(node: Node | undefined, ...names: readonly string[]): readonly Token[] {
  if (!node?.firstToken) return none
  const found: Token[] = []
  for (let part: Token | undefined = node.firstToken; part; part = part.next) {
    if (names.includes(part.tokenType.name)) found.push(part)
  }
  return found
}

export function has(node: Node | undefined, name: string): boolean {
  return token(node, name) !== undefined || kid(node, name) !== undefined
}

/** Whether a table of builders has one for a node of this name. */
export function isKeyOf<T extends object>(builders: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(builders, name)
}

/** The first of the names that the node has a token of. */
export function which<N extends string>(node: Node, ...names: N[]): N | undefined {
  return names.find(name => has(node, name))
}

/** From the start of one part to the end of another. */
export function between(first: Span, last: Span): Span {
  return { source: first.source, start: first.start, end: Math.max(first.start, last.end) }
}
