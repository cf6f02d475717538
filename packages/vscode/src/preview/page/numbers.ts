/** Numbers and instants for people. */

/** At most two decimals; a minus, not a hyphen. */
export function points(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return `${rounded < 0 ? '−' : ''}${Math.abs(rounded).toLocaleString('en', { maximumFractionDigits: 2 })}`
}

/** With its sign: `+15`, `−5`; `0` where nothing changes. */
export const change = (value: number): string => (Math.round(value * 100) > 0 ? `+${points(value)}` : points(value))

/** `2026-06-01 09:30 UTC` */
export const instant = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`

export const share = (count: number, all: number): string =>
  all === 0 ? '0' : `${count.toLocaleString('en')} (${((100 * count) / all).toFixed(1)}%)`
