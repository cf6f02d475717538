/**
 * How much more one score gives than another, over all leads of a box. What both have in common is left out before anything
 * is bounded: then the bounds of what differs tell the scores apart however many rules they share.
 */
import type { Block } from '@merit-lang/runtime'
import type { Box } from '../space/space.ts'
import { openOf, withPicks } from './boxes.ts'
import type { Goal } from './goal.ts'
import { readsOf } from './reads.ts'
import type { End, Place } from './rule-end.ts'
import type { Side } from './steer.ts'
import { entries, maximum, type Table, tabulate } from './sums.ts'
import type { Prospect } from './totals.ts'
import { noWish, together } from './wish.ts'
import { blockEnd, choices, type Item, itemEnd, itemValue, knownAlike, limits } from './worth.ts'

/** Two blocks without what they have in common. */
export interface BlockDifference {
  readonly before: Block
  readonly after: Block
  /** Whether the two hold all their items and bounds. Else they hold only what differs, and say nothing of what the blocks come to. */
  readonly whole: boolean
  /** What is left of their sums. */
  readonly terms: readonly Term[]
  /** Both only add up. */
  readonly plain: boolean
  /** Both make the same of their sums, and what they make differs by no more than the sums do. */
  readonly close: boolean
  /** Where the sum of `after` is not more, or not less, than the other, neither is what its block makes of it. */
  readonly keeps: Proved
}

/** What is proved of two parts for all leads: that `after` never gives more than `before`, or never less. */
export interface Proved {
  readonly notMore: boolean
  readonly notLess: boolean
}

/** What an item of `after` gives more than one of `before`; either may be absent. */
export interface Term extends Proved {
  readonly before: Item | undefined
  readonly after: Item | undefined
  /** Of two groups. */
  readonly inside: BlockDifference | undefined
}

/** Only the sign is asked for: beyond a million points it does not matter how far. */
export const FAR = 1e12

/** Whether a lead has more points from the score `after` than from `before` (side 1), or fewer (side -1), in millionths. */
export function scoreDifference(before: number, after: number, blocks: BlockDifference | undefined): Goal {
  return {
    parts: [
      { op: 'score', index: before },
      { op: 'score', index: after },
    ],
    enough: 1,
    end: (at, side) => {
      const { value, wish } = blocks
        ? blockDifference(blocks, side, at.place)
        : plainDifference(before, after, side, at)
      return { value: Number.isNaN(value) ? side * FAR : Math.max(-FAR, Math.min(FAR, value)), wish }
    },
    measure: run => run.score(after) - run.score(before),
  }
}

const other = (side: Side): Side => (side > 0 ? -1 : 1)
const stays = ({ notMore, notLess }: Proved, side: Side) => (side > 0 ? notMore : notLess)
const nearer = (a: number, b: number, side: Side) => (side > 0 ? Math.min(a, b) : Math.max(a, b))
const beyond0 = (value: number, side: Side) => (side > 0 ? Math.max(value, 0) : Math.min(value, 0))

function plainDifference(before: number, after: number, side: Side, at: Prospect): End {
  const [one, another] = [at.scoreEnd(after, side), at.scoreEnd(before, other(side))]
  return { value: one.value - another.value, wish: together([one.wish, another.wish]) }
}

function blockDifference(blocks: BlockDifference, side: Side, at: Place): End {
  const sum = sumOf(blocks.terms, side, at)
  if (blocks.plain) return sum
  const { value, wish } = blocks.whole ? wholeDifference(blocks, side, at) : { value: side * FAR, wish: noWish }
  const bounds = [value]
  if (blocks.close) bounds.push(beyond0(sum.value, side))
  if (stays(blocks.keeps, side) && sum.value * side <= 0) bounds.push(0)
  return { value: bounds.reduce((a, b) => nearer(a, b, side)), wish: together([sum.wish, wish]) }
}

function wholeDifference({ before, after }: BlockDifference, side: Side, at: Place): End {
  const [one, another] = [blockEnd(after, side, at), blockEnd(before, other(side), at)]
  return { value: one.value - another.value, wish: together([one.wish, another.wish]) }
}

/** Exactly where each term is tabulated and the joined tables stay small. */
function sumOf(terms: readonly Term[], side: Side, at: Place): End {
  const sizeOf = (variable: number) => choices(at.box, variable).length
  const tables = terms.map(term => tableOf(term, side, at))
  const { value, picks } = maximum([...tables, ...knownAlike(tables, at)], sizeOf, limits.joined)
  const picked = [...picks].map(([variable, place]) => [variable, choices(at.box, variable)[place] as number] as const)
  const inside = { ...at, box: withPicks(at.box, picked) }
  const wishes = terms.flatMap(({ before, after }) => [
    ...(after ? [itemEnd(after, side, inside).wish] : []),
    ...(before ? [itemEnd(before, other(side), inside).wish] : []),
  ])
  return { value: value * side, wish: together([{ ...noWish, classes: new Map(picked) }, ...wishes]) }
}

/** The term's end, times the side, for each choice of its open variables. */
function tableOf(term: Term, side: Side, at: Place): Table {
  const sizeOf = (variable: number) => choices(at.box, variable).length
  const reads = [term.before, term.after].flatMap(item => (item ? readsOf(item, at.space).variables : []))
  const open = openOf([...new Set(reads)], at.box)
  const scope = entries(open, sizeOf) <= limits.part ? open : []
  return tabulate(scope, sizeOf, places => termEnd(term, side, { ...at, box: picked(at.box, scope, places) }) * side)
}

function picked(box: Box, scope: readonly number[], places: readonly number[]): Box {
  return withPicks(
    box,
    scope.map((variable, k) => [variable, choices(box, variable)[places[k] as number] as number] as const),
  )
}

function termEnd({ before, after, inside, ...proved }: Term, side: Side, at: Place): number {
  if (inside && !inside.whole) return blockDifference(inside, side, at).value
  const value = (after ? itemValue(after, side, at) : 0) - (before ? itemValue(before, other(side), at) : 0)
  const within = inside ? nearer(value, blockDifference(inside, side, at).value, side) : value
  return stays(proved, side) ? nearer(within, 0, side) : within
}
