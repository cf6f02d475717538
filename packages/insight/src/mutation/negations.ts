/** Conditions turned into their opposites: each comparison, and the whole. */
import { type Ast, type NodeOf, textOf } from '@merit-lang/language'
import { replaced } from './edit.ts'
import type { Mutant } from './mutation.ts'

/** Of the conditions that the node asks directly. */
export function negationsIn(node: Ast.AnyNode, isCondition: (expr: Ast.Expr) => boolean): readonly Mutant[] {
  if (!Object.hasOwn(conditions, node.kind)) return []
  const of: (node: never) => readonly (Ast.Expr | undefined)[] = conditions[node.kind as keyof typeof conditions]
  return of(node as never).flatMap(one => (one && isCondition(one) ? negationsOf(one) : []))
}

const conditions = {
  when: ({ condition }) => [condition],
  on: ({ when }) => [when],
  firstRow: ({ condition }) => [condition],
  score: ({ when }) => [when],
  group: ({ when }) => [when],
  gradeRow: ({ when }) => [when],
  qualify: ({ when }) => [when],
  disqualify: ({ condition }) => [condition],
  segment: ({ condition }) => [condition],
  let: ({ value }) => [value],
  pattern: ({ args = [] }) => args,
} satisfies { [K in Ast.AnyNode['kind']]?: (node: NodeOf<K>) => readonly (Ast.Expr | undefined)[] }

function negationsOf(condition: Ast.Expr): readonly Mutant[] {
  const parts = partsOf(condition)
  return (parts.length > 1 ? [condition, ...parts] : parts).map(negated)
}

/** What `and`, `or` and `not` join. */
function partsOf(expr: Ast.Expr): readonly Ast.Expr[] {
  if (expr.kind === 'paren') return partsOf(expr.inner)
  if (expr.kind === 'binary' && (expr.operator === 'and' || expr.operator === 'or'))
    return [...partsOf(expr.left), ...partsOf(expr.right)]
  const isNegated = expr.kind === 'unary' && expr.operator === 'not'
  const inside = isNegated ? partsOf(expr.operand) : []
  return inside.length > 1 ? inside : [expr]
}

function negated(expr: Ast.Expr): Mutant {
  const isNegated = expr.kind === 'unary' && expr.operator === 'not'
  const replacement = isNegated ? textOf(expr.operand.span) : `not ${grouped(expr)}`
  return replaced({ kind: 'negation', span: expr.span, replacement, around: expr.span })
}

const grouped = ({ kind, span }: Ast.Expr) => (kind === 'name' || kind === 'paren' ? textOf(span) : `(${textOf(span)})`)
