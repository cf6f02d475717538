/** For which leads a condition on few attributes holds, class by class: equal tables, equal conditions. */
import type { Expr } from '@merit-lang/runtime'
import type { Truth } from '@merit-lang/runtime/reference'
import { truth, viewOf } from '../bounds/bounds.ts'
import { wholeOf, withPicks } from '../search/boxes.ts'
import { readsOf } from '../search/reads.ts'
import type { Space } from '../space/space.ts'

export interface TruthTable {
  /** The variables that the condition reads. Only tables of the same ones can be compared. */
  readonly variables: readonly number[]
  /** The places, among all ways to pick a class of each variable, at which it holds. */
  readonly holdsAt: ReadonlySet<number>
  /** How many places there are. */
  readonly size: number
}

/** Of ways to pick classes: beyond that a condition is not worth the time. */
const limit = 256

/** Undefined where the condition reads events, or too much, or where a class does not decide it. */
export function truthTableOf(condition: Expr, space: Space): TruthTable | undefined {
  const { variables, events } = readsOf(condition, space)
  if (events || variables.length === 0) return undefined
  const atom = space.atoms.get(condition)
  const truths = atom ? atom.holds : truthsOf(condition, variables, space)
  if (!truths || truths.includes(undefined)) return undefined
  const holdsAt = new Set(truths.flatMap((holds, place) => (holds ? [place] : [])))
  return { variables, holdsAt, size: truths.length }
}

function truthsOf(condition: Expr, variables: readonly number[], space: Space): readonly Truth[] | undefined {
  const sizes = variables.map(variable => space.variables[variable]?.classes.length ?? 0)
  const size = sizes.reduce((product, one) => product * one, 1)
  if (size > limit) return undefined
  const whole = wholeOf(space)
  return Array.from({ length: size }, (_, place) => {
    const box = withPicks(whole, picksAt(place, variables, sizes))
    return truth(condition, viewOf(space, box, noTotals))
  })
}

function picksAt(place: number, variables: readonly number[], sizes: readonly number[]) {
  let rest = place
  return variables.map((variable, i) => {
    const size = sizes[i] as number
    const picked = rest % size
    rest = Math.floor(rest / size)
    return [variable, picked] as const
  })
}

/** Rules see no scores, grades or stages. */
const noTotals = { score: unseen, grade: unseen, stage: unseen }

function unseen(): never {
  throw new Error('A rule reads no totals.')
}
