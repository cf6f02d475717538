/** Numbers for reading. */
import { formatNumber } from '@merit-lang/runtime'

/** `12,345` */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 lead`, `2 leads` */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`
}

/** The same with its sign, as what a rule adds: `+12.5`, `−3`, `0`. */
export function signed(points: number): string {
  const text = rounded(points)
  return points < 0 || text === '0' ? text : `+${text}`
}

/** Points: at most two decimals. */
export function rounded(points: number): string {
  return formatNumber(Math.round(points * 100) / 100).replace('-', '−')
}

/** `13.0%` */
export function share(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${((100 * part) / whole).toFixed(1)}%`
}
