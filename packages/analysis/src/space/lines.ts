import type { Line } from './pieces.ts'

/** Instants of the years 0001 to 9999. */
export const calendar: Line = { low: -62_135_596_800_000, high: 253_402_300_799_999, integer: true }

const span = calendar.high - calendar.low

/** Milliseconds ahead of now. */
export const fromNow: Line = { low: -span, high: span, integer: true }

/** The same, of what is not in the future. */
export const upToNow: Line = { low: -span, high: 0, integer: true }
