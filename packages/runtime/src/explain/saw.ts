import { formatValue } from '../format.ts'
import { decided } from '../kernel/decided.ts'
import { compute, holds } from '../kernel/expressions.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Condition, Read } from '../program.ts'
import type { Saw } from '../result.ts'

/** What a condition's comparisons saw, in the order of the text. */
export function sawOf(condition: Condition | undefined, scope: Scope): Saw[] {
  return (condition?.parts ?? []).map(part => ({
    text: part.text,
    holds: holds(part.holds, scope),
    values: valuesOf(part.reads, scope),
  }))
}

export function valuesOf(reads: readonly Read[], scope: Scope): { text: string; value: string }[] {
  return reads.map(({ text, value, as }) => ({ text, value: formatValue(compute(value, scope), as) }))
}

/** The unknown inputs that leave a condition undecided; none where it is decided. */
export function missingIn(condition: Condition | undefined, scope: Scope): string[] {
  if (!condition || decided(condition.expr, scope) !== undefined) return []
  const open = condition.parts.filter(part => decided(part.holds, scope) === undefined)
  return unknownAmong(
    open.flatMap(part => part.reads),
    scope,
  )
}

/** The texts of the reads whose value is unknown, each once. */
export function unknownAmong(reads: readonly Read[], scope: Scope): string[] {
  return [...new Set(reads.filter(({ value }) => compute(value, scope) === null).map(({ text }) => text))]
}
