/** What is asked about events: quantifiers, aggregates, days since. */
import type { Expr } from '@merit-lang/runtime'
import type * as Ast from '../syntax/ast.ts'
import { atMost, constant, divide, equal, less, not, subtract } from '../words/kernel.ts'
import { findAggregate } from '../words/lookup.ts'
import { repeatable, type Scope, sharedSet } from './context.ts'
import { lowerExpr } from './expressions.ts'
import { lowerPattern } from './patterns.ts'

const day = 86_400_000

const quantifiers = {
  any: count => less(constant(0), count),
  no: count => not(less(constant(0), count)),
  'at least': (count, number) => atMost(number, count),
  'at most': (count, number) => atMost(count, number),
  exactly: (count, number) => equal(count, number),
} satisfies { [K in Ast.Quantified['quantifier']]: (count: Expr, number: Expr) => Expr }

export function lowerQuantified({ quantifier, count, pattern }: Ast.Quantified, scope: Scope): Expr {
  const number = count ? lowerExpr(count, scope) : constant(0)
  return quantifiers[quantifier]({ op: 'count', set: lowerPattern(pattern, scope) }, number)
}

export function lowerAggregate(ast: Ast.Aggregate, scope: Scope): Expr {
  const set = lowerPattern(ast.pattern, scope)
  if (!ast.of) return { op: 'count', set }
  const of = lowerExpr(ast.of, scope)
  if (ast.distinct) return { op: 'aggregate', how: 'distinct', set, of }
  const word = findAggregate(scope.program.model.vocabulary, ast.name.text)
  return word ? word.lower(sharedSet(set, scope), of) : constant(null)
}

export function lowerDaysSince({ which, of }: Ast.DaysSince, scope: Scope): Expr {
  const date = of.kind === 'pattern' ? lowerTime(which ?? 'last', of, scope) : repeatable(lowerExpr(of, scope), scope)
  return divide(subtract({ op: 'now' }, date), constant(day))
}

function lowerTime(how: 'first' | 'last', pattern: Ast.Pattern, scope: Scope): Expr {
  return { op: 'aggregate', how, set: lowerPattern(pattern, scope), of: { op: 'eventTime' } }
}
