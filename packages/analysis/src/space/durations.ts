/** Lengths of time as models write them. */

/** With their milliseconds, the longest first. */
export const durationUnits = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const

/** The longest unit of which it is a whole number; nothing where it has parts of a second. In milliseconds. */
export function unitOf(ms: number): (typeof durationUnits)[number] | undefined {
  return durationUnits.find(([, size]) => ms % size === 0)
}

/** `30d`, `36h`, `90s`, `5ms`. */
export function durationText(ms: number): string {
  const [unit, size] = unitOf(ms) ?? ['ms', 1]
  return `${ms / size}${unit}`
}
