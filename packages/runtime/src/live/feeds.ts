import type { Case, EventSet, Expr, ExprOf, Program, Rule } from '../program.ts'
import { type Aggregate, decisive, isNumber } from './aggregates.ts'
import { type Decay, decayOf } from './decay.ts'
import { meanings } from './meanings.ts'
import { isWhole, nodesOf, type Ranged, type SetNode } from './nodes.ts'
import type { Counted, Feed, Need, Tally } from './plan.ts'
import { stillness } from './still.ts'

/** What gives the value of something that is asked of events; nothing where that cannot be followed event by event. */
export interface Follow {
  /** The points of an event rule, before its bounds. */
  points(rule: Rule): Expr | undefined
  count(expr: ExprOf<'count'>): Expr | undefined
  aggregate(expr: Aggregate): Expr | undefined
  /** What an aggregate needs that cannot be followed. */
  need(expr: Aggregate): Need
}

/** With what was followed so far. */
export interface Feeds extends Follow {
  readonly nodes: readonly SetNode[]
  readonly tallies: readonly Tally[]
  readonly feeds: readonly Feed[]
  readonly needs: readonly Need[]
}

export function feedsOf(program: Program): Feeds {
  const isStill = stillness(program)
  const nodes = nodesOf(program, isStill)
  const tallies = table<Tally>()
  const feeds = table<Feed>()
  const needs: Need[] = []

  const need = ({ node }: Ranged, life: number) => needs.push({ set: (nodes.list[node] as SetNode).set, life })
  const give = (feed: Feed): Expr => ({ op: 'attribute', index: program.attributes.length + feeds.place(feed) })

  const tallied = (of: Counted, set: EventSet): Expr | undefined => {
    const ranged = nodes.of(set)
    if (!ranged) return undefined
    const { node, atLeast, below } = ranged
    const isEndless = below === Number.POSITIVE_INFINITY
    const isSettling = nodes.list[node]?.isStill
    const life = isEndless && isSettling ? Math.max(atLeast, movesFor(of)) : below
    need(ranged, life)
    const keep = isSettling ? life : Number.POSITIVE_INFINITY
    return give({ kind: 'tally', tally: tallies.place({ of, node, keep, isEndless }), ages: { atLeast, below } })
  }
  const deciding = (expr: Aggregate) => decisive(expr, isWhole(nodes.of(expr.set)))
  const end = (kind: 'first' | 'last', expr: Aggregate): Expr | undefined => {
    const ranged = isNumber(program, expr.of) ? nodes.of(deciding(expr)) : undefined
    if (!ranged) return undefined
    const { node, atLeast, below } = ranged
    need(ranged, below)
    return give({ kind, node, of: expr.of, ages: { atLeast, below } })
  }

  const aggregates = {
    sum: ({ set, of }) => tallied({ kind: 'values', of }, set),
    min: () => undefined,
    max: () => undefined,
    first: expr => end('first', expr),
    last: expr => end('last', expr),
    distinct: expr => tallied({ kind: 'events' }, deciding(expr)),
  } satisfies { [K in Aggregate['how']]: (expr: Aggregate) => Expr | undefined }

  return {
    nodes: nodes.list,
    tallies: tallies.entries,
    feeds: feeds.entries,
    needs,
    points: ({ on, cases }) => {
      const set = on?.steps.at(-1)?.set
      const decay = on?.decay && decayOf(on.decay.points)
      const followed = set && (!on?.decay || decay) && cases.every(one => isStillCase(one, isStill))
      return followed ? tallied({ kind: 'points', cases: cases.map(bare), decay }, set) : undefined
    },
    count: ({ set }) => tallied({ kind: 'events' }, set),
    aggregate: expr => (isStill(expr.of) ? aggregates[expr.how](expr) : undefined),
    need: expr => ({
      set: isStill(expr.of) ? deciding(expr) : expr.set,
      life: Number.POSITIVE_INFINITY,
      ...((expr.how === 'min' || expr.how === 'max') && isStill(expr.set) && { only: { how: expr.how, of: expr.of } }),
    }),
  }
}

/** For how long after an event its share of a sum changes in another way than the whole sum does. */
function movesFor(of: Counted): number {
  const decay = of.kind === 'points' ? of.decay : undefined
  return decay ? moves[decay.kind](decay) : 0
}

const moves = {
  'half-life': ({ after }) => after,
  linear: ({ over, after }) => over + after,
} satisfies { [K in Decay['kind']]: (decay: Decay) => number }

function isStillCase({ when, points }: Case, isStill: (expr: Expr) => boolean): boolean {
  return isStill(points) && (!when || isStill(when.expr))
}

/** Without what only explain reads, so that rules which add up the same share a tally. */
function bare({ when, points }: Case): Case {
  return { text: '', when: when && { expr: when.expr, parts: [] }, points, reads: [] }
}

/** A growing table in which equal entries stand once. */
function table<T>() {
  const entries: T[] = []
  const places = new Map<number, number>()
  const meaningOf = meanings()
  const place = (entry: T): number => {
    const known = places.get(meaningOf(entry)) ?? entries.length
    if (known === entries.length) entries.push(entry)
    places.set(meaningOf(entry), known)
    return known
  }
  return { entries: entries as readonly T[], place }
}
