/** The offsets of a time zone, asked of the platform once for each zone. */
import type { Zone } from '@merit-lang/runtime'

const first = Date.UTC(1970, 0, 1)
const end = Date.UTC(2101, 0, 1)
/** Some zones suspend summer time for a month: no two changes lie nearer than this, except in one week. */
const stride = 7 * 86_400_000
const hour = 3_600_000
const second = 1000

const zones = new Map<string, Zone>()

/** Without a name: UTC, and not declared. From 1970 to 2100; before and after, the first and last offset hold. */
export function zoneOf(name: string | undefined): Zone {
  if (name === undefined || name === 'UTC')
    return { name: 'UTC', declared: name !== undefined, since: [Number.MIN_SAFE_INTEGER], offset: [0] }
  const zone = zones.get(name) ?? whenAsked(name)
  zones.set(name, zone)
  return zone
}

/** The table costs more than the rest of a small model, and few models look at it: it is made when it is first read. */
function whenAsked(name: string): Zone {
  let table: Table | undefined
  const known = () => {
    table ??= tabulated(name)
    return table
  }
  return {
    name,
    declared: true,
    get since() {
      return known().since
    },
    get offset() {
      return known().offset
    },
  }
}

type Table = Pick<Zone, 'since' | 'offset'>

function tabulated(name: string): Table {
  const offsetAt = offsetsOf(name)
  const since: number[] = [Number.MIN_SAFE_INTEGER]
  const offset = [offsetAt(first)]
  for (let at = first; at < end; at += stride) {
    const next = offsetAt(at + stride)
    if (next === offset.at(-1)) continue
    since.push(changeBetween(at, at + stride, offsetAt))
    offset.push(next)
  }
  return { since, offset }
}

/** The first whole second at which the offset is no longer that of `before`: most often at a whole hour. */
function changeBetween(before: number, after: number, offsetAt: (at: number) => number): number {
  const old = offsetAt(before)
  const isOver = (at: number) => offsetAt(at) !== old
  const inHours = firstOver(before, after, hour, isOver)
  return isOver(inHours - second) ? firstOver(inHours - hour, inHours - second, second, isOver) : inHours
}

/** Of `before`, for which it does not hold, and so many steps more, the first for which it does; it does for `after`. */
function firstOver(before: number, after: number, step: number, isOver: (at: number) => boolean): number {
  let low = 0
  let high = (after - before) / step
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isOver(before + middle * step)) high = middle
    else low = middle
  }
  return before + high * step
}

function offsetsOf(name: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  return at => milliseconds(format.format(at))
}

/** `1/1/2026, GMT+05:30`; `GMT` alone is 0. */
function milliseconds(text: string): number {
  const [, sign, hours, minutes, seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? []
  if (sign === undefined) return 0
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return sign === '-' ? -ahead : ahead
}
