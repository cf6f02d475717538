/** Classes as people read them. */
import { formatInstant } from '@merit-lang/runtime'
import { durationText } from './durations.ts'
import { after, before, type Line } from './pieces.ts'

interface Stretch {
  readonly low: number
  readonly high: number
}

/** `10..49`, `10..<50`, `> 5`, `500..`, `any number`. */
export function rangeText({ low, high }: Stretch, line: Line): string {
  if (low === high) return `${low}`
  if (low === line.low && high === line.high)
    return isUnbound(low) && isUnbound(high) ? 'any number' : `${shown(low)}..${shown(high)}`
  const open = shorter(before(low, line), low)
  const beyond = shorter(after(high, line), high)
  if (isUnbound(low)) return beyond === undefined ? `<= ${high}` : `< ${beyond}`
  if (isUnbound(high)) return open === undefined ? `>= ${low}` : `> ${open}`
  if (open !== undefined) return `> ${open} and ${beyond === undefined ? `<= ${high}` : `< ${beyond}`}`
  return beyond === undefined ? `${low}..${high}` : `${low}..<${beyond}`
}

function isUnbound(end: number): boolean {
  return Math.abs(end) === Number.MAX_VALUE
}

function shown(end: number): string {
  return isUnbound(end) ? '' : `${end}`
}

/** The neighbour, where it is plainer by far: the end was one step from it. */
function shorter(neighbour: number, end: number): number | undefined {
  return `${neighbour}`.length + 4 < `${end}`.length ? neighbour : undefined
}

/** Of ages in whole milliseconds: `younger than 30d`, `30d..<90d old`, `90d old or older`, `older than 90d`; empty for all ages. */
export function ageText(youngest: number, oldest: number): string {
  if (youngest === oldest) return youngest === 0 ? 'just now' : `${durationText(youngest)} old`
  if (oldest === Number.POSITIVE_INFINITY) return youngest === 0 ? '' : olderText(youngest)
  const [below, from] = [durationText(oldest + 1), durationText(youngest)]
  if (youngest === 0) return `younger than ${below}`
  return durationText(oldest).length < below.length ? `${from}..${durationText(oldest)} old` : `${from}..<${below} old`
}

function olderText(youngest: number): string {
  const [itself, before] = [durationText(youngest), durationText(youngest - 1)]
  return before.length < itself.length ? `older than ${before}` : `${itself} old or older`
}

/** Of dates by how far they are ahead of now, in milliseconds; all of a stretch are past, or all future. */
export function dateText({ low, high }: Stretch, whole: Stretch): string {
  if (high === -1 && low === whole.low) return 'in the past'
  if (high <= 0) return ageText(0 - high, low === whole.low ? Number.POSITIVE_INFINITY : -low) || 'not in the future'
  if (high === whole.high) return low === 1 ? 'in the future' : `ahead by ${durationText(low)} or more`
  return low === high ? `ahead by ${durationText(low)}` : `ahead by less than ${durationText(high + 1)}`
}

/** Of stretches on the calendar, as far as they have ends. */
export function fixedText({ low, high }: Stretch, whole: Stretch): string {
  const from = low > whole.low ? [`from ${formatInstant(low)}`] : []
  const until = high < whole.high ? [`before ${formatInstant(high + 1)}`] : []
  return [...from, ...until].join(', ')
}
