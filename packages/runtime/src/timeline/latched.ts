import type { Lead } from '../lead/lead.ts'
import type { Program } from '../program.ts'
import { startOf } from './start.ts'
import { type Lines, type Timeline, timelineOf } from './timeline.ts'

/**
 * Whether a line `qualify … until below M` is on at an instant, decided over the whole life of the lead: it is on where its
 * condition holds, and stays on until the score is below M. Worked out line by line, when asked; exact to the millisecond.
 */
export function latched(program: Program, lead: Lead, now: number): Lines {
  let life: Timeline | undefined
  return (stage, line) => {
    life ??= timelineOf(program, lead, { from: startOf(program, lead, now), to: now }, () => false)
    return life.atEnd(stage, line)
  }
}
