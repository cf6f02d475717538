import { writtenNumber } from '@merit-lang/language'

const units = [
  { name: 'd', ms: 86_400_000 },
  { name: 'h', ms: 3_600_000 },
  { name: 'min', ms: 60_000 },
  { name: 's', ms: 1000 },
] as const

/** In the largest unit of which it is a whole number. */
export function writtenDuration(ms: number): string {
  const unit = units.find(({ ms: one }) => ms % one === 0) ?? units[units.length - 1]
  return unit ? `${writtenNumber(ms / unit.ms)}${unit.name}` : ''
}
