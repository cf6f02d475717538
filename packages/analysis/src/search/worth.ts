/**
 * How far the points of a rule, a block or a score go over a box, and what would bring them there. The ends are bounds: no
 * lead of the box goes beyond. Points in whole millionths.
 */
import type { Block, Expr, Score } from '@merit-lang/runtime'
import {
  clampMillionths,
  type Enclosure,
  highest,
  lowest,
  millionths,
  orElse,
  rising,
  wholeMillionths,
} from '@merit-lang/runtime/reference'
import { enclose, limitOf, ruleBounds, truth, type View } from '../bounds/bounds.ts'
import type { Box, Space } from '../space/space.ts'
import { lazily } from '../space/texts/lazily.ts'
import type { Steps } from '../steps.ts'
import { isUnknown, openOf, wholeOf, withPicks } from './boxes.ts'
import { costs, spend } from './effort.ts'
import { isTabulated, pickedAt, remembered, ruleTables } from './item-tables.ts'
import { readsOf } from './reads.ts'
import { type End, endAt, noEnds, type Place, ruleEnd, ruleView } from './rule-end.ts'
import { aim, type Side, type Steering, steer } from './steer.ts'
import { entries, type Maximum, maximum, type Table, tabulate } from './sums.ts'
import { noWish, together, type Wish, wishForAll } from './wish.ts'

export type Item = Block['items'][number]

/** Entries of the table of one part of a sum, of a table of several, and ways to set what governs a block. */
export const limits = { part: 2048, joined: 4096, governed: 128 }

/** Of a score that is made of rules. A formula's end follows from those of the scores that it reads: `totals.ts`. */
export function itemEnd(item: Item, side: Side, at: Place): End {
  return item.kind === 'rule' ? ruleEnd(item, side, at) : blockEnd(item, side, at)
}

/** In the order of a block: items, multipliers, cap and floor, weight. */
export function blockEnd(block: Block, side: Side, at: Place): End {
  return governed(block, side, at, place => activeEnd(block, side, place))
}

/** The furthest of all ways to set what decides on the block as a whole, so that each is looked at apart. */
function governed(block: Block, side: Side, at: Place, end: (place: Place) => End): End {
  const governing = [block.when, ...block.multipliers.map(({ when }) => when), block.cap, block.floor]
  const reads = governing.flatMap(part => (part ? readsOf(part, at.space).variables : []))
  const open = openOf([...new Set(reads)], at.box)
  const ways = entries(open, variable => choices(at.box, variable).length)
  if (open.length === 0 || ways > limits.governed) return end(at)
  const ends: End[] = []
  tabulate(
    open,
    variable => choices(at.box, variable).length,
    places => {
      const picks = open.map(
        (variable, k) => [variable, choices(at.box, variable)[places[k] as number] as number] as const,
      )
      const found = end({ ...at, box: withPicks(at.box, picks) })
      ends.push(endAt(found.value, () => together([wishForAll(picks), found.wish])))
      return found.value
    },
  )
  return furthest(ends, side)
}

function furthest(ends: readonly End[], side: Side): End {
  return ends.reduce((best, one) => (one.value * side > best.value * side ? one : best))
}

export const choices = (box: Box, variable: number): readonly number[] => box.classes[variable] as readonly number[]

function activeEnd(block: Block, side: Side, at: Place): End {
  const view = ruleView(at)
  const steering: Steering = { view, ends: noEnds }
  const active = block.when ? truth(block.when.expr, view) : true
  if (active === false) return { value: 0, wish: noWish }
  const sum = sumEnd(block.items, side, at)
  const worth = weighed(bounded(scaled(sum.value, side, factorOf(block, view)), side, block, view), block.weight)
  const steered = (want: boolean) => (block.when ? steer(block.when.expr, want, steering) : noWish)
  if (active === true || worth * side > 0) return endAt(worth, () => together([sum.wish, steered(true)]))
  return endAt(0, () => steered(false))
}

/** Of least and greatest factor the one that leads further. */
function scaled(value: number, side: Side, [least, greatest]: readonly [number, number]): number {
  const ends = [value * least, value * greatest]
  return clampMillionths(side > 0 ? Math.max(...ends) : Math.min(...ends))
}

/** As in scoring: factors multiply from the smallest up. */
function factorOf({ multipliers }: Block, view: View): readonly [least: number, greatest: number] {
  const holding = multipliers
    .map(({ when, factor }) => ({ factor, holds: truth(when.expr, view) }))
    .filter(({ holds }) => holds !== false)
    .sort((a, b) => a.factor - b.factor)
  const product = (counts: (factor: number) => boolean) =>
    Math.min(
      Number.MAX_VALUE,
      holding.reduce((sofar, { factor, holds }) => (holds || counts(factor) ? sofar * factor : sofar), 1),
    )
  return [product(factor => factor < 1), product(factor => factor > 1)]
}

interface Bounds {
  readonly cap?: Expr
  readonly floor?: Expr
}

export function bounded(value: number, side: Side, { cap, floor }: Bounds, view: View): number {
  const end = (limit: Enclosure) => (side > 0 ? highest(limit) : lowest(limit))
  const capped = Math.min(value, end(limitOf(cap, Number.POSITIVE_INFINITY, view)))
  return Math.max(capped, end(limitOf(floor, Number.NEGATIVE_INFINITY, view)))
}

function weighed(value: number, weight = 1): number {
  return wholeMillionths(value * weight)
}

/** Of the sum of the items, exactly where each item is tabulated and the joined tables stay small. */
function sumEnd(items: readonly Item[], side: Side, at: Place): End {
  const sizeOf = (variable: number) => choices(at.box, variable).length
  const shared = lazily(() => sharedAmong(items, at))
  const parts = items.map(item => partOf(item, shared, side, at))
  const { value, picks, additions } = maximum([...parts, ...knownAlike(parts, at)], sizeOf, limits.joined)
  spend(at.space, additions + items.length * costs.ofTable)
  return endAt(clampMillionths(value * side), () => sumWish(items, picks, side, at))
}

/**
 * What each rule comes to over all leads, one after the other: what is asked later of parts of the leads is mostly known then, so
 * that no single question takes long.
 */
export function* tabulating(parts: readonly object[], space: Space): Steps<void> {
  const at = { space, box: wholeOf(space) }
  for (const rule of parts.flatMap(part => readsOf(part, space).rules)) {
    if (isTabulated(rule, space)) continue
    partOf(rule, nothingShared, 1, at)
    yield
  }
}

const nothingShared = (): ReadonlySet<number> => new Set()

/** What each item wishes for where the variables that it reads are as picked. */
function sumWish(items: readonly Item[], picks: Maximum['picks'], side: Side, at: Place): Wish {
  spend(at.space, items.length * costs.ofItem)
  const picked = [...picks].map(([variable, place]) => [variable, choices(at.box, variable)[place] as number] as const)
  const inside: Place = { ...at, box: withPicks(at.box, picked) }
  return together([wishForAll(picked), ...items.map(item => itemEnd(item, side, inside).wish)])
}

/** No lead has an attribute that is known for one of its variables and unknown for another. */
export function knownAlike(parts: readonly Table[], { space, box }: Place): readonly Table[] {
  const read = new Set(parts.flatMap(({ scope }) => scope))
  const unknown = (variable: number, place: number) =>
    isUnknown(space, variable, choices(box, variable)[place] as number)
  return space.variablesOf.flatMap(variables => {
    const open = variables.filter(variable => read.has(variable))
    return open.slice(1).map((second, i) => {
      const first = open[i] as number
      return tabulate(
        [first, second],
        variable => choices(box, variable).length,
        ([a = 0, b = 0]) => (unknown(first, a) === unknown(second, b) ? 0 : -FORBIDDEN),
      )
    })
  })
}

/** More than all points of a model. */
const FORBIDDEN = 1e30

/** Variables that several of the items read. */
function sharedAmong(items: readonly Item[], { space }: Place): ReadonlySet<number> {
  const times = new Map<number, number>()
  for (const item of items)
    for (const variable of readsOf(item, space).variables) times.set(variable, (times.get(variable) ?? 0) + 1)
  return new Set([...times].flatMap(([variable, count]) => (count > 1 ? [variable] : [])))
}

/** An item's end, times the side, for each choice of its open variables; of a block's only those that others read too. */
function partOf(item: Item, shared: () => ReadonlySet<number>, side: Side, at: Place): Table {
  const sizeOf = (variable: number) => choices(at.box, variable).length
  const open = openOf(readsOf(item, at.space).variables, at.box)
  const outside = item.kind === 'rule' ? open : open.filter(variable => shared().has(variable))
  const scope = entries(outside, sizeOf) <= limits.part ? outside : []
  return remembered(item, scope, side, at, () =>
    item.kind === 'rule' ? ruleTables(item, scope, at) : new Map([[side, blockTable(item, scope, side, at)]]),
  )
}

function blockTable(block: Block, scope: readonly number[], side: Side, at: Place): Table {
  const sizeOf = (variable: number) => choices(at.box, variable).length
  return tabulate(
    scope,
    sizeOf,
    places => blockEnd(block, side, { ...at, box: pickedAt(at.box, scope, places) }).value * side,
  )
}

export function itemValue(item: Item, side: Side, at: Place): number {
  if (item.kind === 'block') return blockEnd(item, side, at).value
  spend(at.space, costs.ofBounds)
  const { low, high } = ruleBounds(item, ruleView(at))
  return side > 0 ? high.points : low.points
}

/** Of a composed score, whose view has totals. */
export function formulaEnd(score: Extract<Score, { kind: 'formula' }>, side: Side, at: Steering): End {
  const worth = rising(orElse(enclose(score.formula, at.view), 0), millionths)
  const value = side > 0 ? highest(worth) : lowest(worth)
  return endAt(bounded(value, side, score, at.view), () => aim(score.formula, side, at))
}
