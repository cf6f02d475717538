/** Sets of which only so many members stay. */
import type { EventSetOf, Expr } from '@merit-lang/runtime'
import { Interval, keyOf } from '@merit-lang/runtime/reference'
import type { EventClass, Space } from '../space/space.ts'
import { enclosing } from './expressions.ts'
import { classOf, type Member, type Members, membersFrom, none, perhaps } from './members.ts'
import { scopeOf, type View } from './view.ts'

/** Of more classes than these it is not asked which take precedence. */
const FEW = 64

/** Whether every event of one class comes before every one of the other where few are picked. */
type Precedes = (a: EventClass, b: EventClass) => boolean

interface Limit {
  readonly count: number
  readonly per?: Expr
}

/** The first `count`, of all or of each value of `per`. */
export function selected(of: Members, { count, per }: Limit, view: View, precedes: Precedes): Members {
  if (of.high <= count) return of
  if (!per) return picked(of, count, view.space, precedes)
  const { groups, unclear } = groupsOf(of, per, view)
  if (unclear.length === 0) return sumOf(groups.map(group => picked(group, count, view.space, precedes)))
  const atMost = groups.flatMap(group =>
    [...group.classes].map(([index, member]) => [index, few(member, count)] as const),
  )
  const open = unclear.map(([index, member]) => [index, perhaps(member)] as const)
  const sure = groups.reduce((sum, { low }) => sum + Math.min(count, low), 0)
  return membersFrom([...atMost, ...open], Math.max(sure, Math.min(count, of.low)), of.high)
}

function few(member: Member, count: number): Member {
  return perhaps({ ...member, high: Math.min(count, member.high) })
}

/** Classes that surely come before take their share first. */
function picked(of: Members, count: number, space: Space, precedes: Precedes): Members {
  if (of.high <= count) return of
  const known = of.classes.size <= FEW ? [...of.classes] : []
  const share = (index: number, member: Member): Member => {
    const event = classOf(index, space)
    const [before, rivals] = [
      known.filter(([other]) => other !== index && precedes(classOf(other, space), event)),
      known.filter(([other]) => other !== index && !precedes(event, classOf(other, space))),
    ]
    const high = Math.min(
      member.high,
      left(
        count,
        before.map(([, { low }]) => low),
      ),
    )
    const low =
      known.length > 0
        ? left(
            count,
            rivals.map(([, { high }]) => high),
          )
        : 0
    return { low: Math.min(member.low, low, high), high, all: false }
  }
  const shares = [...of.classes].map(([index, member]) => [index, share(index, member)] as const)
  return membersFrom(shares, Math.min(count, of.low), Math.min(count, of.high))
}

function left(count: number, taken: readonly number[]): number {
  return Math.max(
    0,
    taken.reduce((rest, one) => rest - one, count),
  )
}

/** The `count`-th of each known value. */
export function numbersOf(of: Members, { count, per }: Required<Limit>, view: View): Members {
  const { groups, unclear } = groupsOf(of, per, view, true)
  if (unclear.length === 0) return sumOf(groups.map(group => oneIf(group, count)))
  const open = [...groups.flatMap(({ classes }) => [...classes]), ...unclear]
  const sure = groups.filter(({ low }) => low >= count).length
  return membersFrom(
    open.map(([index, member]) => [index, perhaps(member)] as const),
    sure,
    Math.floor(of.high / count),
  )
}

/** One of them, if there are as many. */
function oneIf(of: Members, count: number): Members {
  if (of.high < count) return none
  return anyOf(of, of.low >= count ? 1 : 0, 1)
}

function anyOf(of: Members, low: number, high: number): Members {
  return membersFrom(
    [...of.classes].map(([index, member]) => [index, perhaps(member)] as const),
    low,
    high,
  )
}

/** Each time that `count` come together; before the next time, some must have gone by and one more not be enough. */
export function reached(of: Members, { count, within }: EventSetOf<'reach'>, space: Space): Members {
  if (of.high < count) return none
  const allTogether = spreadOf(of, space) < within
  const most = allTogether || count <= 1 ? 1 : Math.ceil((of.high - count + 1) / 2)
  return anyOf(of, of.low >= count && (allTogether || count <= 1) ? 1 : 0, most)
}

/** No two of them nearer than `every`; the oldest stays. */
export function cooledDown(of: Members, every: number, space: Space): Members {
  if (of.high <= 1 || every <= 0) return of
  const fitting = (spread: number) => Math.floor(spread / every) + 1
  const parts = [...of.classes].map(([index, member]) => {
    const { youngest, oldest } = classOf(index, space)
    return [index, few(member, fitting(oldest - youngest))] as const
  })
  return membersFrom(parts, Math.min(1, of.low), fitting(spreadOf(of, space)))
}

/** How far apart in time members may be. */
function spreadOf({ classes }: Members, space: Space): number {
  const ages = [...classes.keys()].map(index => classOf(index, space))
  return Math.max(...ages.map(({ oldest }) => oldest)) - Math.min(...ages.map(({ youngest }) => youngest))
}

interface Groups {
  /** The members that have one and the same value. */
  readonly groups: readonly Members[]
  /** Members whose value is not known exactly. */
  readonly unclear: readonly (readonly [number, Member])[]
}

function groupsOf(of: Members, per: Expr, view: View, skipsUnknown = false): Groups {
  const groups = new Map<string, [number, Member][]>()
  const unclear: [number, Member][] = []
  for (const [index, member] of of.classes) {
    const value = enclosing(per, view.space)(scopeOf(view, classOf(index, view.space)))
    if (value === null && skipsUnknown) continue
    const group = value instanceof Interval ? unclear : (groups.get(keyOf(value)) ?? [])
    group.push([index, member])
    if (!(value instanceof Interval)) groups.set(keyOf(value), group)
  }
  return { groups: [...groups.values()].map(group => membersFrom(group, lowWithout(of, group), of.high)), unclear }
}

/** How many of the members are in the group at least, since the others are not more. */
function lowWithout(of: Members, group: readonly (readonly [number, Member])[]): number {
  const own = new Set(group.map(([index]) => index))
  return [...of.classes].reduce((low, [index, { high }]) => (own.has(index) ? low : low - high), of.low)
}

function sumOf(parts: readonly Members[]): Members {
  return membersFrom(
    parts.flatMap(({ classes }) => [...classes]),
    parts.reduce((sum, { low }) => sum + low, 0),
    parts.reduce((sum, { high }) => sum + high, 0),
  )
}
