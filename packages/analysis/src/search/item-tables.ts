/**
 * What items come to for each choice of some variables, kept: the same item is asked again and again over boxes that are the same
 * for all that it reads.
 */
import type { Rule } from '@merit-lang/runtime'
import { type Kinds, kindsFor } from '../bounds/alike.ts'
import { type RuleBounds, ruleBounds } from '../bounds/bounds.ts'
import { classesReadBy } from '../bounds/needs.ts'
import type { Box, Space } from '../space/space.ts'
import { wholeOf, withPicks } from './boxes.ts'
import { costs, spend } from './effort.ts'
import { readsOf } from './reads.ts'
import { type Place, ruleView } from './rule-end.ts'
import type { Side } from './steer.ts'
import { entries, type Table, tabulate } from './sums.ts'

/** By side; each is times the side. */
export type Tables = ReadonlyMap<Side, Table>

const known = new WeakMap<Space, WeakMap<object, Map<string, Map<Side, Table>>>>()

/** `work` may give the table of the other side too. */
export function remembered(item: object, scope: readonly number[], side: Side, at: Place, work: () => Tables): Table {
  const tables = tablesOf(item, at.space)
  const key = `${scope} ${keyOf(item, at)}`
  const found = tables.get(key) ?? new Map<Side, Table>()
  tables.set(key, found)
  if (!found.has(side)) for (const [of, table] of work()) found.set(of, table)
  return found.get(side) as Table
}

/** Over any part of the leads. */
export function isTabulated(item: object, space: Space): boolean {
  return known.get(space)?.has(item) ?? false
}

function tablesOf(item: object, space: Space): Map<string, Map<Side, Table>> {
  const ofSpace = known.get(space) ?? new WeakMap<object, Map<string, Map<Side, Table>>>()
  known.set(space, ofSpace)
  const tables = ofSpace.get(item) ?? new Map<string, Map<Side, Table>>()
  ofSpace.set(item, tables)
  return tables
}

/** Equal for boxes that are the same for all that the item reads. What is as over all leads is most often the very same object. */
function keyOf(item: object, { space, box }: Place): string {
  const whole = wholeOf(space)
  const { variables, events } = readsOf(item, space)
  const key = variables.map(variable =>
    box.classes[variable] === whole.classes[variable] ? '*' : (box.classes[variable] as readonly number[]).join(),
  )
  return events && box.counts !== whole.counts ? `${key.join(' ')} ${countsKey(item, space, box)}` : key.join(' ')
}

function countsKey(item: object, space: Space, { counts }: Box): string {
  const whole = wholeOf(space)
  const narrowed = classesReadBy(item, space).filter(event => counts[event] !== whole.counts[event])
  return narrowed.map(event => `${event}:${counts[event]?.low}-${counts[event]?.high}`).join()
}

/** Bounds are worked out for both ends at once. */
export function ruleTables(rule: Rule, scope: readonly number[], at: Place): Tables {
  const sizeOf = (variable: number) => (at.box.classes[variable] as readonly number[]).length
  const lows = new Float64Array(entries(scope, sizeOf))
  let entry = 0
  const boundsAt = boundsByKinds(rule, scope, at)
  const highs = tabulate(scope, sizeOf, places => {
    const { low, high } = boundsAt(places)
    lows[entry++] = -low.points
    return high.points
  })
  return new Map([
    [-1, { scope, values: lows }],
    [1, highs],
  ])
}

/** Bounds by the places of the choices; of classes that the rule does not tell apart they are worked out once. */
function boundsByKinds(rule: Rule, scope: readonly number[], { space, box }: Place) {
  const kinds = scope.map(variable => kindsFor(rule, variable, box.classes[variable] as readonly number[], space))
  const known: RuleBounds[] = []
  return (places: readonly number[]): RuleBounds => {
    let key = 0
    for (let k = 0; k < kinds.length; k++) {
      const { of, count } = kinds[k] as Kinds
      key = key * count + (of[places[k] as number] as number)
    }
    const found = known[key] ?? worked(rule, pickedAt(box, scope, places), space)
    known[key] = found
    return found
  }
}

function worked(rule: Rule, box: Box, space: Space): RuleBounds {
  spend(space, costs.ofBounds)
  return ruleBounds(rule, ruleView({ space, box }))
}

/** The box with the class of each of these variables that is at a place among its choices. */
export function pickedAt(box: Box, scope: readonly number[], places: readonly number[]): Box {
  return withPicks(
    box,
    scope.map((variable, k) => [variable, (box.classes[variable] as readonly number[])[places[k] as number] as number]),
  )
}
