/** Numbers that stand in the text: literals, names of them, and what is computed from both. */
import type * as Ast from '../syntax/ast.ts'
import { durationMs } from '../words/lookup.ts'
import type { Vocabulary } from '../words/word.ts'
import type { LetSymbol, Meaning } from './model.ts'

/** What numbers are read with: the units, and what names stand for. */
export interface Numbers {
  readonly vocabulary: Vocabulary
  readonly meanings: ReadonlyMap<Ast.NameExpr | Ast.Ident, Meaning>
  /** Of each `let` that is one, after it was checked. */
  readonly constants: ReadonlyMap<LetSymbol, number>
}

/** Undefined for what depends on the lead. */
export function constantOf(cx: Numbers, expr: Ast.Expr): number | undefined {
  if (expr.kind === 'number' || expr.kind === 'percent') return expr.value
  if (expr.kind === 'duration') return durationMs(cx.vocabulary, expr)
  if (expr.kind === 'paren') return constantOf(cx, expr.inner)
  if (expr.kind === 'name') return constantOfName(cx, expr)
  if (expr.kind === 'unary') return expr.operator === '-' ? negated(constantOf(cx, expr.operand)) : undefined
  return expr.kind === 'binary' ? arithmetic(cx, expr) : undefined
}

function constantOfName(cx: Numbers, name: Ast.NameExpr): number | undefined {
  const meaning = cx.meanings.get(name)
  return meaning?.kind === 'let' ? cx.constants.get(meaning) : undefined
}

function negated(value: number | undefined): number | undefined {
  return value === undefined ? undefined : 0 - value
}

const operations: Partial<Record<Ast.BinaryOperator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

/** Nothing for what is unknown when computed, such as a division by zero. */
function arithmetic(cx: Numbers, { operator, left, right }: Ast.Binary): number | undefined {
  const operation = operations[operator]
  const a = operation && constantOf(cx, left)
  const b = a === undefined ? undefined : constantOf(cx, right)
  const result = operation && a !== undefined && b !== undefined ? operation(a, b) : undefined
  return Number.isFinite(result) ? result : undefined
}
