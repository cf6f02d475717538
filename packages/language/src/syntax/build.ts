/** The tree of a file out of what the grammar read: one builder per statement. */
import type * as Ast from './ast.ts'
import {
  disqualify,
  event,
  grade,
  importFile,
  lead,
  letDeclaration,
  listDeclaration,
  model,
  promise,
  qualify,
  segment,
  timezone,
} from './build-declarations.ts'
import { item, score } from './build-scores.ts'
import { test } from './build-tests.ts'
import { type Building, isKeyOf, keepBuilt, kids, type Node } from './cst.ts'

export function file(b: Building, node: Node): Ast.File {
  return {
    kind: 'file',
    statements: kids(node, 'statement').flatMap(part => (part.built as Ast.Statement | undefined) ?? []),
    span: { source: b.source, start: 0, end: b.source.text.length },
  }
}

const entries = { statement, item } satisfies Readonly<Record<string, (b: Building, node: Node) => Node['built']>>

/** Builds a statement or item as soon as it was read, so that the concrete tree of a file is never there as a whole. */
export function entry(b: Building, node: Node): void {
  if (isKeyOf(entries, node.name)) keepBuilt(node, entries[node.name](b, node))
}

const statements = {
  model,
  timezone,
  import: importFile,
  lead,
  event,
  listDeclaration,
  let: letDeclaration,
  segment,
  score,
  grade,
  qualify,
  disqualify,
  promise,
  testDeclaration: test,
} satisfies Readonly<Record<string, (b: Building, node: Node) => Ast.Statement>>

/** A statement whose first word was already wrong is not in the tree. */
function statement(b: Building, node: Node): Ast.Statement | undefined {
  const inner = node.firstNode
  return inner && isKeyOf(statements, inner.name) ? statements[inner.name](b, inner) : item(b, node)
}
