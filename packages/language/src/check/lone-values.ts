/** `industry = SaaS or Fintech`: a value by itself between `and` and `or` is no condition, and was meant as one more to compare with. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { spanning, textOf } from '../syntax/source.ts'
import { type Checking, say } from './checking.ts'
import { unwrap } from './clues.ts'
import { pathName } from './names.ts'
import { resolveCondition } from './resolve.ts'
import { propertyNamed, type Scope } from './scope.ts'
import { broken } from './types.ts'

/** A comparison with one or several values, as far as it goes. */
interface Comparison {
  readonly value: Ast.Expr
  readonly negated: boolean
  readonly elements: readonly Ast.Expr[]
  readonly operand: Ast.Expr
}

/** The operands of a chain of `and` or `or`. */
export function resolveLoneValues(cx: Checking, operands: readonly Ast.Expr[], scope: Scope): void {
  let comparison: Comparison | undefined
  const values: Ast.Expr[] = []
  for (const operand of operands) {
    if (comparison && isValue(cx, operand, comparison, scope)) values.push(operand)
    else {
      finish(cx, comparison, values.splice(0))
      resolveCondition(cx, operand, scope)
      comparison = comparisonOf(operand)
    }
  }
  finish(cx, comparison, values)
}

function comparisonOf(operand: Ast.Expr): Comparison | undefined {
  if (operand.kind === 'binary' && (operand.operator === '=' || operand.operator === '!=')) {
    return { value: operand.left, negated: operand.operator === '!=', elements: [operand.right], operand }
  }
  if (operand.kind !== 'membership' || operand.in.kind !== 'list') return undefined
  return { value: operand.value, negated: operand.negated, elements: operand.in.elements, operand }
}

function isValue(cx: Checking, operand: Ast.Expr, comparison: Comparison, scope: Scope): boolean {
  if (operand.kind === 'text' || operand.kind === 'number') return true
  if (operand.kind !== 'name' || operand.path.length > 1) return false
  return !standsForSomething(cx, pathName(operand.path), comparison, scope)
}

/**
 * Where attributes are not declared, a name after a comparison may be one; it is taken for a value where it begins with a
 * capital like the value before it, and the attribute does not.
 */
function standsForSomething(cx: Checking, name: string, { value, elements }: Comparison, scope: Scope): boolean {
  const { named, attributes, openLead } = cx.names
  const open = scope.event ? scope.event.types.some(type => type.open) || scope.event.unsettled : openLead
  if (named.has(name)) return true
  if (scope.event ? propertyNamed(cx, name, scope.event) : attributes.get(name)?.declared) return true
  return open && !(isCapital(name) && isCapital(textOf((elements[0] ?? value).span)) && !isCapital(textOf(value.span)))
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text)
}

function finish(cx: Checking, comparison: Comparison | undefined, values: readonly Ast.Expr[]): void {
  const [first, last] = [values[0], values.at(-1)]
  if (!comparison || !first || !last) return
  for (const value of values) cx.types.set(unwrap(value), broken)
  const list = [...comparison.elements, ...values].map(value => textOf(value.span)).join(', ')
  const span = spanning(comparison.operand.span, last.span)
  const text = `${textOf(comparison.value.span)} ${comparison.negated ? 'not in' : 'in'} [${list}]`
  say(cx, problem.valueAsCondition, first.span, {
    value: textOf(first.span),
    of: textOf(comparison.value.span),
    fix: { span, text },
  })
}
