/** Dates that stand in the text: read as those in data are, so that what is checked is what runs. */
import { parseInstant, utc, type Zone } from '@merit-lang/runtime'
import type * as Ast from '../syntax/ast.ts'

/** To compare local times with each other, any zone will do. */
const someZone: Zone = { ...utc, declared: true }

/** Milliseconds of its first instant, as if local times were UTC; undefined for a date that no calendar has. */
export function instantOf({ text }: Pick<Ast.DateLit, 'text'>): number | undefined {
  const parsed = parseInstant(text, someZone)
  return 'ms' in parsed ? parsed.ms : undefined
}

/** A time of day that only a zone makes an instant. */
export function needsZone({ text }: Pick<Ast.DateLit, 'text'>): boolean {
  const parsed = parseInstant(text, utc)
  return 'problem' in parsed && parsed.problem === 'time-without-zone'
}

/** A quoted date as it is written without quotes; undefined for what is no date. */
export function withoutQuotes(text: string): string | undefined {
  return instantOf({ text }) === undefined ? undefined : text.replace(' ', 'T').replace(',', '.')
}
