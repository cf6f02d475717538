import type { Zone } from '../program.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** The index of the stretch of constant offset that holds the instant. */
export function stretchAt(zone: Zone, at: number): number {
  let low = 0
  let high = zone.since.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sinceOf(zone, middle) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** Milliseconds that local clocks are ahead of UTC at the instant. */
function offsetAt(zone: Zone, at: number): number {
  return offsetOf(zone, stretchAt(zone, at))
}

/** What local clocks show at the instant, as if it were UTC: milliseconds since 1970 on the local calendar. */
export function localTime(zone: Zone, at: number): number {
  return at + offsetAt(zone, at)
}

/**
 * The first instant at which local clocks show `local` or later. A local time that clocks skip is thus the moment of the
 * change, one that they show twice its first occurrence.
 */
export function firstInstant(zone: Zone, local: number): number {
  // No zone was ever a day from UTC, so a day earlier clocks showed less.
  let i = stretchAt(zone, local - DAY)
  while (local - offsetOf(zone, i) >= sinceOf(zone, i + 1)) i++
  return Math.max(sinceOf(zone, i), local - offsetOf(zone, i))
}

export function sinceOf(zone: Zone, stretch: number): number {
  return zone.since[stretch] ?? Number.POSITIVE_INFINITY
}

function offsetOf(zone: Zone, stretch: number): number {
  return zone.offset[stretch] ?? 0
}
