/** Numbers that stand in the text of a checked model. */
import type * as Ast from '../../syntax/ast.ts'
import { constantOf as constantIn, type Numbers } from '../constants.ts'
import type { CheckedModel, LetSymbol } from '../model.ts'

const numbers = new WeakMap<CheckedModel, Numbers>()

function numbersOf(model: CheckedModel): Numbers {
  const known = numbers.get(model) ?? readLets(model)
  numbers.set(model, known)
  return known
}

/** A `let` stands after those that it is built on. */
function readLets({ vocabulary, meanings, lets }: CheckedModel): Numbers {
  const constants = new Map<LetSymbol, number>()
  const found: Numbers = { vocabulary, meanings, constants }
  for (const symbol of lets) {
    const value = constantIn(found, symbol.declaration.value)
    if (value !== undefined) constants.set(symbol, value)
  }
  return found
}

/** Undefined for what depends on the lead, and for what is not there. Durations are in milliseconds. */
export function constantOf(model: CheckedModel, expr: Ast.Expr | undefined): number | undefined {
  return expr && constantIn(numbersOf(model), expr)
}
