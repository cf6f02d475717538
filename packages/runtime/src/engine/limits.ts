import type { Expr } from '../program.ts'
import type { PropertyPlace } from './compiler.ts'

/** Conditions of an event of some type: one of its numbers lies within limits, and the others hold. */
export interface Limits {
  /** The place of the property; -1: there are no limits. */
  readonly column: number
  /** Both are inside. */
  readonly low: number
  readonly high: number
  readonly others: readonly Expr[]
}

/** `placeOf`: where events of the type have a property. */
export function limitsIn(conditions: readonly Expr[], placeOf: (name: string) => PropertyPlace | undefined): Limits {
  const limits = conditions.map(condition => limitOf(condition, placeOf))
  const column = limits.find(limit => limit !== undefined)?.column ?? -1
  const own = limits.filter(limit => limit?.column === column)
  return {
    column,
    low: Math.max(...own.map(limit => limit?.low ?? Number.NEGATIVE_INFINITY)),
    high: Math.min(...own.map(limit => limit?.high ?? Number.POSITIVE_INFINITY)),
    others: conditions.filter((_, i) => column < 0 || limits[i]?.column !== column),
  }
}

interface Limit {
  readonly column: number
  readonly low?: number
  readonly high?: number
}

function limitOf(condition: Expr, placeOf: (name: string) => PropertyPlace | undefined): Limit | undefined {
  if (condition.op !== 'atMost') return undefined
  const { left, right } = condition
  if (left.op === 'property' && right.op === 'const') return within(placeOf(left.name), { high: right.value })
  if (left.op === 'const' && right.op === 'property') return within(placeOf(right.name), { low: left.value })
  return undefined
}

function within(place: PropertyPlace | undefined, limit: { low?: unknown; high?: unknown }): Limit | undefined {
  const isOfNumbers = Object.values(limit).every(bound => typeof bound === 'number')
  return place?.numeric && isOfNumbers ? { column: place.place, ...(limit as Omit<Limit, 'column'>) } : undefined
}
