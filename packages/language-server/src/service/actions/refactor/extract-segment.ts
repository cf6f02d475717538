/** A condition as a `segment` of its own. */
import { type Ast, walk } from '@merit-lang/language'
import { indentationAt, insert, replace, startWithComments } from '../edits.ts'
import { isCursor, type Refactoring, type Selection, statementAt } from '../selection.ts'
import { freshName } from '../spelling.ts'
import { dependsOnScores, namesItself, selectedExpr, standsAlone } from './expressions.ts'
import { spaced } from './rows.ts'

export const extractSegment: Refactoring = at => {
  const condition = isCursor(at) ? conditionAt(at) : selectedExpr(at)
  if (!condition || !isCondition(at, condition) || isJustAName(condition)) return []
  if (!standsAlone(at, condition) || dependsOnScores(at, condition) || namesItself(statementAt(at))) return []
  return [{ title: 'Extract a segment', kind: 'refactor.extract', edits: () => editsOf(at, condition) }]
}

/** The whole condition of the rule, stage or whatever else asks one; of a rule also at its first word. */
function conditionAt({ path }: Selection): Ast.Expr | undefined {
  const asking = path.findLastIndex(({ kind }) => asks.has(kind))
  const at = path[asking]
  const inside = at?.kind === 'when' ? at.condition : path[asking + 1]
  return asking > 0 && inside && isExpr(inside) ? inside : undefined
}

const asks: ReadonlySet<Ast.AnyNode['kind']> = new Set([
  'when',
  'firstRow',
  'gradeRow',
  'qualify',
  'disqualify',
  'promise',
])
const expressions: ReadonlySet<Ast.AnyNode['kind']> = new Set([
  'binary',
  'unary',
  'membership',
  'wordTest',
  'knownTest',
  'ageTest',
  'momentTest',
  'quantified',
  'paren',
])
const isExpr = (node: Ast.AnyNode): node is Ast.Expr => expressions.has(node.kind)

function isCondition({ project }: Selection, expr: Ast.Expr): boolean {
  return project.checked.understood.types.get(expr)?.kind === 'boolean'
}

function isJustAName(expr: Ast.Expr): boolean {
  return expr.kind === 'paren' ? isJustAName(expr.inner) : expr.kind === 'name' || expr.kind === 'boolean'
}

function editsOf(at: Selection, condition: Ast.Expr) {
  const statement = statementAt(at) as Ast.Statement
  const name = freshName(at.project, wishFor(condition))
  const inner = condition.kind === 'paren' ? condition.inner : condition
  const start = startWithComments(at.comments, statement)
  const declaration = `segment ${name} when ${spaced(inner)}\n${indentationAt(at.source, start)}`
  return [insert(at.source, start, declaration), replace(condition.span, name)]
}

/** After the first value that it is about, such as `is_saas`; else `segment`, which the reader will rename. */
function wishFor(condition: Ast.Expr): string {
  const words: string[] = []
  walk(condition, node => {
    if (node.kind === 'ident') words.push(node.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_'))
  })
  return ['is', ...words.slice(0, 2)].join('_')
}
