import { fold } from '../fold.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { Value } from '../program.ts'

/** The order of events: time, then rank. Moments, which are no events of the data, come first within an instant. */
export function byOrder(a: LeadEvent, b: LeadEvent): number {
  return a.at - b.at || a.rank - b.rank || (a.name < b.name ? -1 : Number(a.name > b.name))
}

/** Equal for values that are equal: texts without regard to letter case, the number 1 and the text `1` apart. */
export function keyOf(value: Value): string {
  if (typeof value === 'string') return `text ${fold(value)}`
  return Array.isArray(value) ? `list ${value.map(fold).sort().join('\n')}` : `${typeof value} ${value}`
}
