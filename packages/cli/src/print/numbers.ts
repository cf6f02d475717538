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

/** Points for reading: at most two decimals. */
export function rounded(points: number): string {
  return formatNumber(Math.round(points * 100) / 100).replace('-', '−')
}

const spans = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1000 },
] as const

/** A length of time as the language writes it, in its largest unit: `3d`, `2.5h`. */
export function duration(ms: number): string {
  const unit = spans.find(span => ms >= span.ms) ?? spans[spans.length - 1]
  return unit ? `${formatNumber(Math.round((ms / unit.ms) * 10) / 10)}${unit.name}` : ''
}

/** `13.0%` */
export function share(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${((100 * part) / whole).toFixed(1)}%`
}
