/** A value as a `let` of its own. */
import type { Ast, Type } from '@merit-lang/language'
import { indentationAt, insert, replace, startWithComments } from '../edits.ts'
import { isCursor, type Refactoring, type Selection, statementAt } from '../selection.ts'
import { freshName } from '../spelling.ts'
import { dependsOnScores, meaningsIn, namesItself, selectedExpr, standsAlone } from './expressions.ts'
import { spaced } from './rows.ts'

export const extractLet: Refactoring = at => {
  const value = isCursor(at) ? undefined : selectedExpr(at)
  if (!value || value.kind === 'name' || !isValue(at, value) || namesItself(statementAt(at))) return []
  if (!mayMove(at, value) || dependsOnScores(at, value)) return []
  return [{ title: 'Extract a `let`', kind: 'refactor.extract', edits: () => editsOf(at, value) }]
}

const values: ReadonlySet<Type['kind']> = new Set(['number', 'text', 'date', 'duration'])

function isValue({ project }: Selection, expr: Ast.Expr): boolean {
  return values.has(project.checked.understood.types.get(expr)?.kind ?? 'broken')
}

/** A constant may stand anywhere outside of declarations and data. */
function mayMove(at: Selection, expr: Ast.Expr): boolean {
  const constant = meaningsIn(at.project.checked.understood.meanings, expr).length === 0
  const statement = statementAt(at)?.kind
  const isRule = statement !== 'lead' && statement !== 'event' && statement !== 'listDecl' && statement !== 'test'
  return standsAlone(at, expr) || (constant && isRule)
}

function editsOf(at: Selection, value: Ast.Expr) {
  const statement = statementAt(at) as Ast.Statement
  const name = freshName(at.project, wishes[value.kind as keyof typeof wishes] ?? 'value')
  const start = startWithComments(at.comments, statement)
  const inner = value.kind === 'paren' ? value.inner : value
  const declaration = `let ${name} = ${spaced(inner)}\n${indentationAt(at.source, start)}`
  return [insert(at.source, start, declaration), replace(value.span, name)]
}

const wishes = { number: 'amount', duration: 'period', percent: 'share', date: 'day', text: 'wording' } as const
