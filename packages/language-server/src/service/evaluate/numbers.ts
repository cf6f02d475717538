/** Numbers as people read them. */
import { formatNumber } from '@merit-lang/runtime'

/** `12,345`: whole numbers only. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 lead`, `2,000 leads` */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`
}

/** Points with at most two decimals: `4,680`, `−3.25`. */
export function rounded(points: number): string {
  const [whole = '', fraction] = formatNumber(Math.round(points * 100) / 100).split('.')
  const text = whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? text : `${text}.${fraction}`
}

/** With its sign: `+12.5`, `−3`, `0`. */
export function signed(points: number): string {
  const text = rounded(points)
  return points < 0 || text === '0' ? text : `+${text}`
}

/** `15.6%` */
export function share(part: number, whole: number): string {
  return part === 0 ? '0%' : `${((100 * part) / whole).toFixed(1)}%`
}

/** `2026-05-31` for the first instant of a day, else with the time. */
export function day(instant: string): string {
  return instant
    .replace(/T00:00:00Z$/, '')
    .replace(/:\d\d(\.\d+)?Z$/, 'Z')
    .replace('T', ' ')
}
