/** Derived events: sets of the lead's events, from the whole history, whatever block they are used in. */
import type { EventSet } from '@merit-lang/runtime'
import type * as Ast from '../syntax/ast.ts'
import { type Scope, sharedSet } from './context.ts'
import { constantOf } from './expressions.ts'
import { lowerPattern, lowerPer } from './patterns.ts'

const derivations = {
  union: ({ patterns, except }, scope) => {
    const set = union(patterns, scope)
    return except.length === 0 ? set : { op: 'except', set, without: union(except, scope) }
  },
  // biome-ignore lint/suspicious/noThenProperty: the form's name in the tree
  then: ({ first, second, within, per }, scope) => ({
    op: 'then',
    first: lowerPattern(first, scope),
    second: lowerPattern(second, scope),
    within: constantOf(within, scope),
    per: per && lowerPer(per, scope),
  }),
  reach: ({ count, pattern, within }, scope) => ({
    op: 'reach',
    set: lowerPattern(pattern, scope),
    count: constantOf(count, scope),
    within: constantOf(within, scope),
  }),
  nth: ({ count, pattern, per }, scope) => ({
    op: 'nth',
    set: lowerPattern(pattern, scope),
    count: constantOf(count, scope),
    per: lowerPer(per, scope),
  }),
} satisfies {
  [K in Ast.Derivation['kind']]: (derivation: Extract<Ast.Derivation, { kind: K }>, scope: Scope) => EventSet
}

function union(patterns: readonly Ast.Pattern[], scope: Scope): EventSet {
  const sets = patterns.map(pattern => lowerPattern(pattern, scope))
  return sets.length === 1 ? (sets[0] as EventSet) : { op: 'union', sets }
}

/** Those that it is built on are lowered before it. */
export function lowerDerived(scope: Scope): void {
  for (const { name, declaration } of scope.program.model.derived) {
    const { derivation } = declaration
    if (!derivation) continue
    const lower: (derivation: never, scope: Scope) => EventSet = derivations[derivation.kind]
    scope.program.derived.set(name, sharedSet(lower(derivation as never, scope), scope))
  }
}
