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
import { type Building, kid, kids, type Node } from './cst.ts'

export function file(b: Building, node: Node): Ast.File {
  return {
    kind: 'file',
    statements: kids(node, 'statement').flatMap(part => statement(b, part) ?? []),
    span: { source: b.source, start: 0, end: b.source.text.length },
  }
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
  for (const name in statements) {
    const inner = kid(node, name)
    if (inner) return statements[name as keyof typeof statements](b, inner)
  }
  return item(b, node)
}
