/** What several hints ask of conditions and values. */
import type * as Ast from '../../syntax/ast.ts'
import { type Span, textOf } from '../../syntax/source.ts'
import type { AttributeSymbol, CheckedModel } from '../model.ts'
import { parentOf, within } from './walk.ts'

/** As written, with single spaces: equal for what differs only in spaces and line breaks. */
export function written(node: { readonly span: Span }): string {
  const text = textOf(node.span)
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text
}

const logic = new Set<Ast.AnyNode['kind']>(['unary', 'paren'])

/** The whole condition in which an expression stands: through `and`, `or`, `not` and parentheses. */
export function conditionAround(model: CheckedModel, expr: Ast.Expr): Ast.Expr {
  let root = expr
  for (let up = parentOf(model, root); up && isLogic(up); up = parentOf(model, root)) root = up as Ast.Expr
  return root
}

function isLogic(node: Ast.AnyNode): boolean {
  return logic.has(node.kind) || (node.kind === 'binary' && (node.operator === 'and' || node.operator === 'or'))
}

/** Under an odd number of `not`. */
export function isNegated(model: CheckedModel, expr: Ast.Expr): boolean {
  let negated = false
  for (let up = parentOf(model, expr); up && isLogic(up); up = parentOf(model, up)) {
    if (up.kind === 'unary' && up.operator === 'not') negated = !negated
  }
  return negated
}

/** The attributes that are named in an expression. */
export function attributesIn(model: CheckedModel, expr: Ast.Expr): AttributeSymbol[] {
  return within(expr, 'name')
    .map(name => model.meanings.get(name))
    .filter(meaning => meaning?.kind === 'attribute')
}

/** An attribute, or a function of one: what is unknown where the attribute is. */
export function uncertainAttribute(model: CheckedModel, expr: Ast.Expr): AttributeSymbol | undefined {
  if (expr.kind !== 'name' && expr.kind !== 'call') return undefined
  return attributesIn(model, expr).find(attribute => !attribute.required)
}
