/** From the places that a program names, lines and columns, back to the text. */
import { type Ast, positionAt, type Understood } from '@merit-lang/language'
import type { SourceSpan } from '@merit-lang/runtime'

/** What gives points or decides something. */
export type Statement = Ast.RuleDecl | Ast.Group | Ast.ScoreDecl | Ast.GradeDecl | Ast.Qualify | Ast.Disqualify

const wanted = { rule: 1, group: 1, score: 1, grade: 1, qualify: 1, disqualify: 1 } satisfies {
  [K in Statement['kind']]: 1
}
const isWanted = (node: Ast.Statement): node is Statement => Object.hasOwn(wanted, node.kind)

/** Those of all files, in the order of the text, what stands in blocks after its block. */
export function statementsIn({ files }: Pick<Understood, 'files'>): readonly Statement[] {
  return files.flatMap(({ ast }) => ast.statements.flatMap(within))
}

function within(statement: Ast.Statement): readonly Statement[] {
  if (!isWanted(statement)) return []
  const inside = statement.kind === 'score' || statement.kind === 'group' ? (statement.items ?? []) : []
  return [statement, ...inside.flatMap(within)]
}

/** The statement that begins at a place. */
export function statementsByPlace(understood: Pick<Understood, 'files'>): (place: SourceSpan) => Statement | undefined {
  const byPlace = new Map(statementsIn(understood).map(one => [keyOf(placeOf(one)), one]))
  return place => byPlace.get(keyOf(place))
}

const placeOf = ({ span: { source, start } }: Statement): SourceSpan => ({
  path: source.path,
  ...positionAt(source, start),
})
const keyOf = ({ path, line, column }: SourceSpan) => `${line}:${column} ${path}`
