/** Numbers that stand in the text: literals, names of them, and sums and products of both. */
import type * as Ast from '../../syntax/ast.ts'
import type { CheckedModel } from '../model.ts'

/** Undefined for what depends on the lead. */
export function constantOf(model: CheckedModel, expr: Ast.Expr | undefined): number | undefined {
  switch (expr?.kind) {
    case 'number':
    case 'percent':
      return expr.value
    case 'duration':
      return millisecondsOf(model, expr)
    case 'paren':
      return constantOf(model, expr.inner)
    case 'unary':
      return expr.operator === '-' ? map(constantOf(model, expr.operand), value => -value) : undefined
    case 'binary':
      return arithmetic(model, expr)
    case 'name':
      return valueOfLet(model, expr)
    default:
      return undefined
  }
}

const operations: Partial<Record<Ast.BinaryOperator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
}

function arithmetic(model: CheckedModel, { operator, left, right }: Ast.Binary): number | undefined {
  const operation = operations[operator]
  const [a, b] = [constantOf(model, left), constantOf(model, right)]
  return operation && a !== undefined && b !== undefined ? operation(a, b) : undefined
}

function valueOfLet(model: CheckedModel, name: Ast.NameExpr): number | undefined {
  const meaning = model.meanings.get(name)
  return meaning?.kind === 'let' ? constantOf(model, meaning.declaration.value) : undefined
}

function millisecondsOf({ vocabulary }: CheckedModel, { value, unit }: Ast.DurationLit): number | undefined {
  return map(
    vocabulary.units.find(({ name }) => name === unit),
    ({ milliseconds }) => value * milliseconds,
  )
}

function map<T, U>(value: T | undefined, change: (value: T) => U): U | undefined {
  return value === undefined ? undefined : change(value)
}
