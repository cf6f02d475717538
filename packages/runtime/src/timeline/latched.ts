import { type Subject, startOf } from './subject.ts'
import { type Lines, timelineOf } from './timeline.ts'

/**
 * Whether a line `qualify … until below M` is on at an instant, decided over the whole life of the lead: it is on where its
 * condition holds, and stays on until the score is below M. Worked out line by line, when asked; exact to the millisecond.
 */
export function latched(subject: Subject, now: number): Lines {
  return timelineOf(subject, { from: startOf(subject, now), to: now }, () => false).atEnd
}
