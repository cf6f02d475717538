import { formatNumber } from '@merit-lang/runtime'

export { counted, grouped, rounded, share, signed } from '@merit-lang/insight/numbers'

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
