/** Comparisons. A date without a time is a whole day, whichever side it stands on and whatever `let` it hides behind. */
import { dayRange, type Expr } from '@merit-lang/runtime'
import type { Type } from '../check/model.ts'
import { isTextual } from '../check/types.ts'
import type * as Ast from '../syntax/ast.ts'
import { atMost, constant, equal, every, folded, less, not } from '../words/kernel.ts'
import { repeatable, type Scope } from './context.ts'
import { lowerExpr } from './expressions.ts'

/** One side of a comparison: texts are folded. */
export interface Operand {
  readonly expr: Expr
  readonly day?: { readonly start: number; readonly end: number }
}

export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>='

/** The symbol of an enum has no type of its own: as a constant it is folded all the same. */
export function foldedIfText(expr: Expr, type: Type | undefined): Expr {
  return expr.op === 'const' || (type && isTextual(type)) ? folded(expr) : expr
}

export function operand(ast: Ast.Expr, scope: Scope): Operand {
  const expr = foldedIfText(lowerExpr(ast, scope), scope.program.model.types.get(ast))
  const day = dayLiteral(ast, scope)
  return day ? { expr, day: dayRange(scope.program.zone, day.text) } : { expr: repeatable(expr, scope) }
}

function dayLiteral(ast: Ast.Expr, scope: Scope): Ast.DateLit | undefined {
  if (ast.kind === 'date') return ast.dayOnly ? ast : undefined
  if (ast.kind === 'paren') return dayLiteral(ast.inner, scope)
  const meaning = ast.kind === 'name' ? scope.program.model.meanings.get(ast) : undefined
  return meaning?.kind === 'let' ? dayLiteral(meaning.declaration.value, scope) : undefined
}

const start = ({ expr, day }: Operand): Expr => (day ? constant(day.start) : expr)
const end = ({ expr, day }: Operand): Expr => (day ? constant(day.end) : expr)

function isEqual(left: Operand, right: Operand): Expr {
  if (!right.day) return equal(left.expr, right.expr)
  return every(atMost(start(right), left.expr), less(left.expr, end(right)))
}

const relations = {
  '=': isEqual,
  '!=': (left, right) => not(isEqual(left, right)),
  '<': (left, right) => less(left.expr, start(right)),
  '<=': (left, right) => (right.day ? less(left.expr, end(right)) : atMost(left.expr, right.expr)),
  '>': (left, right) => (right.day ? atMost(end(right), left.expr) : less(right.expr, left.expr)),
  '>=': (left, right) => atMost(start(right), left.expr),
} satisfies { [K in Relation]: (left: Operand, right: Operand) => Expr }

const mirrored = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

export function compare(relation: Relation, left: Operand, right: Operand): Expr {
  return left.day && !right.day ? relations[mirrored[relation]](right, left) : relations[relation](left, right)
}

const highs = { '..': '<=', '..<': '<', '<': '<', '<=': '<=', '>': '<', '>=': '<=' } as const satisfies {
  [K in Ast.Range['form']]: Relation
}

export function inRange(value: Operand, range: Ast.Range, scope: Scope): Expr {
  const low = range.low && compare(range.form === '>' ? '>' : '>=', value, operand(range.low, scope))
  const high = range.high && compare(highs[range.form], value, operand(range.high, scope))
  return every(...[low, high].filter(bound => bound !== undefined))
}
