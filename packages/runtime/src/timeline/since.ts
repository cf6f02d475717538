import type { StageLine } from '../program.ts'
import { both, opposite } from './enclosure.ts'
import { enters, leaves } from './line.ts'
import { type Found, firstInstantOf, lastInstantOf } from './search.ts'
import { type Subject, startOf } from './subject.ts'
import { timelineOf } from './timeline.ts'

/** For a line that is on at an instant: since when it has been on without a break. */
export function onSince(subject: Subject, now: number, line: StageLine): number {
  const life = { from: startOf(subject, now), to: now }
  const timeline = timelineOf(subject, life, () => false)
  const out = lastInstantOf(at => both(leaves(line, at), opposite(enters(line, at))), life, timeline)
  const from = out ? instantOf(out) + 1 : life.from
  return instantOf(firstInstantOf(at => enters(line, at), { from, to: now }, timeline) ?? { at: from })
}

function instantOf(found: NonNullable<Found>): number {
  return 'at' in found ? found.at : found.open
}
