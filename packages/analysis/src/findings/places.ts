/** From places of a program back to the tree of its text. */
import { type Ast, type CheckedModel, positionAt } from '@merit-lang/language'
import type { SourceSpan } from '@merit-lang/runtime'

/** Finds the statement, rule or group that begins at a place. */
export function nodesByPlace({ files }: CheckedModel): (place: SourceSpan) => Ast.Statement {
  const nodes = new Map<string, Ast.Statement>()
  for (const { source, ast } of files)
    for (const node of statementsIn(ast.statements))
      nodes.set(keyOf({ path: source.path, ...positionAt(source, node.span.start) }), node)
  return place => {
    const node = nodes.get(keyOf(place))
    if (!node) throw new Error(`Nothing begins at ${keyOf(place)}.`)
    return node
  }
}

const keyOf = ({ path, line, column }: SourceSpan) => `${line}:${column} ${path}`

function* statementsIn(statements: readonly Ast.Statement[]): Generator<Ast.Statement> {
  for (const statement of statements) {
    yield statement
    if ('items' in statement && statement.items) yield* statementsIn(statement.items)
  }
}
