/** Conditions made of those of a program. Its own comparisons stay the same objects, since by them the analysis knows its answers. */
import type { EventSet, Expr } from '@merit-lang/runtime'

export const always: Expr = { op: 'const', value: true }
export const never: Expr = { op: 'const', value: false }

export function every(...tests: readonly Expr[]): Expr {
  const left = tests.filter(test => test !== always)
  if (left.includes(never)) return never
  return left.length > 1 ? { op: 'and', of: left } : (left[0] ?? always)
}

export function some(...tests: readonly Expr[]): Expr {
  const left = tests.filter(test => test !== never)
  if (left.includes(always)) return always
  return left.length > 1 ? { op: 'or', of: left } : (left[0] ?? never)
}

export function not(of: Expr): Expr {
  if (of === always) return never
  if (of === never) return always
  return of.op === 'not' ? of.of : { op: 'not', of }
}

/** Whether the set has an event. */
export function hasAny(set: EventSet): Expr {
  return { op: 'atMost', left: { op: 'const', value: 1 }, right: { op: 'count', set } }
}

/** The condition with one of its comparisons taken for true, or for false. */
export function assuming(condition: Expr, part: Expr, truth: boolean): Expr {
  const value = truth ? always : never
  if (condition === part) return value
  if (condition.op === 'not') return changed(condition, [condition.of], ([of]) => not(of as Expr), part, truth)
  if (condition.op !== 'and' && condition.op !== 'or') return condition
  const join = condition.op === 'and' ? every : some
  if (isSpreadIn(part, condition)) return join(value, ...condition.of.filter(one => !part.of.includes(one)))
  return changed(condition, condition.of, of => join(...of), part, truth)
}

type Connected = Extract<Expr, { of: readonly Expr[] }>

/** A chain within a chain of the same kind is flattened. */
function isSpreadIn(part: Expr, { op, of }: Connected): part is Connected {
  return part.op === op && (part as Connected).of.every(one => of.includes(one))
}

/** The same object where the part is not in it. */
function changed(
  condition: Expr,
  operands: readonly Expr[],
  rebuilt: (operands: readonly Expr[]) => Expr,
  part: Expr,
  truth: boolean,
): Expr {
  const after = operands.map(one => assuming(one, part, truth))
  return after.every((one, i) => one === operands[i]) ? condition : rebuilt(after)
}

/** Whether the condition holds where its part does (1), or where it does not (-1), as far as it depends on it; 0: not in it. */
export function signOf(condition: Expr, part: Expr): number {
  if (condition === part) return 1
  if (condition.op === 'not') return -signOf(condition.of, part)
  if (condition.op !== 'and' && condition.op !== 'or') return 0
  if (isSpreadIn(part, condition)) return 1
  return condition.of.map(one => signOf(one, part)).find(sign => sign !== 0) ?? 0
}
