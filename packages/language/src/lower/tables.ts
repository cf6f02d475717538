/** The cases of `points by` and `points first`: the first that holds gives its points, `else` comes last wherever it stands. */
import type { Case, Condition, Expr } from '@merit-lang/runtime'
import type * as Ast from '../syntax/ast.ts'
import { not, some } from '../words/kernel.ts'
import { conditionOf, readsOf } from './conditions.ts'
import { repeatable, type Scope } from './context.ts'
import { lowerExpr } from './expressions.ts'
import { compare, inRange, type Operand, operand } from './operands.ts'
import { elementsOf, inList } from './tests.ts'
import { written } from './texts.ts'

const lastElse = (cases: readonly Case[]): readonly Case[] => [
  ...cases.filter(({ when }) => when),
  ...cases.filter(({ when }) => !when),
]

export function casesBy({ subject, rows }: Extract<Ast.Action, { kind: 'pointsBy' }>, scope: Scope): readonly Case[] {
  const value = operand(subject, scope)
  const known = repeatable(lowerExpr(subject, scope), scope)
  return lastElse(
    rows.map(row => ({
      text: row.cases.map(({ span }) => written(span)).join(', '),
      when: rowCondition(row, value, known, scope),
      ...pointsOf(row.points, scope),
    })),
  )
}

/** A row takes any of its cases; with `else` among them, everything that no other row takes. */
function rowCondition({ cases }: Ast.ByRow, value: Operand, subject: Expr, scope: Scope): Condition | undefined {
  if (cases.some(({ kind }) => kind === 'else')) return undefined
  return { expr: some(...cases.map(one => caseTest(one, value, subject, scope))), parts: [] }
}

function caseTest(one: Ast.Case, value: Operand, subject: Expr, scope: Scope): Expr {
  if (one.kind === 'range') return inRange(value, one, scope)
  if (one.kind !== 'value') return not({ op: 'known', of: subject })
  return elementsOf(one.value, scope) ? inList(value, one.value, scope) : compare('=', value, operand(one.value, scope))
}

export function casesFirst({ rows }: Extract<Ast.Action, { kind: 'pointsFirst' }>, scope: Scope): readonly Case[] {
  return lastElse(
    rows.map(({ condition, points }) => ({
      text: condition ? written(condition.span) : 'else',
      when: condition && conditionOf(condition, scope),
      ...pointsOf(points, scope),
    })),
  )
}

export function pointsOf(ast: Ast.Expr, scope: Scope): Pick<Case, 'points' | 'reads'> {
  return { points: lowerExpr(ast, scope), reads: readsOf(ast, scope) }
}
