import type { Expr } from '@merit-lang/runtime'
import type { Operand } from './formula.ts'

/** What a condition looks at, letter case aside or not. */
export interface Subject {
  readonly operand: Operand
  readonly folded: boolean
}

/** Undefined for everything but the text and its domain. `values`: the program's. */
export function subjectOf(e: Expr, values: readonly Expr[]): Subject | undefined {
  const resolved = withoutNames(e, values)
  if (resolved.op === 'attribute' || resolved.op === 'property') return { operand: 'text', folded: false }
  if (resolved.op !== 'fold' && resolved.op !== 'domain') return undefined
  const inner = subjectOf(resolved.of, values)
  if (resolved.op === 'fold') return inner && { ...inner, folded: true }
  return inner?.operand === 'text' ? { operand: 'domain', folded: true } : undefined
}

/** What a name stands for. */
export function withoutNames(e: Expr, values: readonly Expr[]): Expr {
  return e.op === 'value' ? withoutNames(values[e.index] as Expr, values) : e
}

/** A constant text that readers can be made of: no half of a pair, which could match within a letter. */
export function literalOf(e: Expr, values: readonly Expr[]): string | undefined {
  const { op, ...rest } = withoutNames(e, values)
  const value = op === 'const' && 'value' in rest ? rest.value : undefined
  return typeof value === 'string' && isWellFormed(value) ? value : undefined
}

export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}
