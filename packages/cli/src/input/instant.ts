import { type Program, parseInstant } from '@merit-lang/runtime'
import { usageError } from '../exit.ts'

const advice = 'Write a day (2026-06-01) or an instant (2026-06-01T09:30:00Z).'

/**
 * The instant for which leads are scored: `--now`, else the clock. In milliseconds.
 * @param clock what it shows: for several models the same
 * @throws Stop if the text is no instant.
 */
export function readNow(text: string | undefined, program: Program, clock = Date.now()): number {
  if (text === undefined) return clock
  const parsed = parseInstant(text, program.zone)
  if ('ms' in parsed) return parsed.ms
  if (parsed.problem === 'bad-date') throw usageError(`--now ${text} is not an instant.`, advice)
  throw usageError(
    `--now ${text} does not say in which time zone.`,
    'Write 2026-06-01T09:30:00Z, or declare `timezone` in the model.',
  )
}
