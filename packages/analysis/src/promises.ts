/** What becomes of the promises of a model: each holds for all leads, or there is one that breaks it. */
import type { Expr, Program, Promised } from '@merit-lang/runtime'
import type { Analysis } from './analysis.ts'
import type { Budget, Witness } from './claims.ts'

export type PromiseVerdict =
  | { readonly kind: 'proved' }
  /** The witness shows it without anything that could be left out. */
  | { readonly kind: 'broken'; readonly witness: Witness }
  /** Not decided within the budget; `why` says in a few words what made it hard. */
  | { readonly kind: 'undecided'; readonly why: string }

export interface JudgedPromise {
  readonly promise: Promised
  readonly verdict: PromiseVerdict
}

/** In the order of the text. */
export function promisesOf(program: Program, analysis: Analysis, budget?: Budget): readonly JudgedPromise[] {
  return program.promises.map(promise => ({ promise, verdict: verdictOf(promise, analysis, budget) }))
}

function verdictOf(promise: Promised, { possible }: Analysis, budget?: Budget): PromiseVerdict {
  const verdict = possible(breaking(promise), budget)
  if (verdict.kind === 'possible') return { kind: 'broken', witness: verdict.witness }
  return verdict.kind === 'impossible' ? { kind: 'proved' } : verdict
}

const known = new WeakMap<Promised, Expr>()

/** Holds for leads that break the promise; the same expression each time, by which answers are kept. */
export function breaking(promise: Promised): Expr {
  const condition = known.get(promise) ?? breakingOf(promise)
  known.set(promise, condition)
  return condition
}

function breakingOf({ kind, condition: { expr }, given }: Promised): Expr {
  const against: Expr = kind === 'never' ? expr : { op: 'not', of: expr }
  return given ? { op: 'and', of: [given.expr, against] } : against
}
