import { runOf, subjectOfRun } from '../evaluate.ts'
import { type Lead, readLead } from '../lead/lead.ts'
import type { Model } from '../model.ts'
import type { Program } from '../program.ts'
import { calendarDay, formatInstant } from '../time/instant.ts'
import { DAY } from '../time/zone.ts'
import type { Truth } from '../timeline/enclosure.ts'
import { usable } from '../timeline/line.ts'
import type { Period } from '../timeline/period.ts'
import { firstInstantOf, type Span, type Track } from '../timeline/search.ts'
import { startOf } from '../timeline/subject.ts'
import { timelineOf } from '../timeline/timeline.ts'

/** How a lead will change with time alone. Plain JSON; instants are ISO 8601 in UTC. */
export interface Forecast {
  readonly id: string | null
  /** The instant from which is looked ahead. */
  readonly at: string
  /** Before this instant nothing but scores changes, so that nobody needs to score again; null: it never does. */
  readonly next: string | null
  readonly stages: Readonly<Record<string, Outlook<boolean>>>
  readonly grades: Readonly<Record<string, Outlook<string>>>
  /** All reasons that hold. */
  readonly disqualified: Outlook<readonly string[]>
  readonly revision: string
}

/** What something is, how long it stays so, and what comes then. */
export interface Outlook<T> {
  readonly is: T
  /** The first instant at which it is something else; null: it stays so to the end of the year 9999. */
  readonly until: string | null
  /** What it is at `until`. Absent where the search was given up: then it stays so before `until`, and perhaps longer. */
  readonly becomes?: T
}

export interface ForecastOptions {
  /** The instant from which to look ahead: milliseconds since 1970 UTC, or a Date. */
  readonly now: number | Date
}

/**
 * When each stage and grade of a lead will change if no new data comes: the first instant, to the millisecond, at which
 * scoring the same data says something else. Events and dates of the data that lie ahead count when they come.
 *
 * Throws `RangeError` where `now` is no instant of the years 0001 to 9999.
 */
export function forecast(model: Pick<Model, 'program'>, lead: unknown, { now }: ForecastOptions): Forecast {
  return forecastOf(model.program, readLead(model.program, lead), Number(now))
}

/** The same for a lead that was read. */
export function forecastOf(program: Program, lead: Lead, now: number): Forecast {
  const course = courseOf(program, lead, now)
  const changes: number[] = []
  const ahead = <T>(read: Read<T>): Outlook<T> => {
    const { is, at, becomes } = firstChange(read, course)
    if (at !== undefined) changes.push(at)
    return { is, until: at === undefined ? null : formatInstant(at), ...(becomes !== undefined && { becomes }) }
  }
  const outcomes = {
    stages: byName(program.stages, index => ahead(period => period.stage(index))),
    grades: byName(program.grades, index => ahead(period => labelOf(index, period))),
    disqualified: ahead(reasonsIn),
  }
  const next = changes.length > 0 ? formatInstant(Math.min(...changes)) : null
  return { id: lead.id, at: formatInstant(now), next, ...outcomes, revision: program.revision }
}

/** What is so throughout a period; undefined where that is not known, or not the same throughout. */
type Read<T> = (period: Period) => T | undefined

/** A lead's life up to an instant, and what lies ahead. */
interface Course {
  readonly now: Span
  readonly ahead: Span
  readonly past: Track
  readonly future: Track
}

const LAST = calendarDay(9999, 12, 31) + DAY - 1

function courseOf(program: Program, lead: Lead, now: number): Course {
  const subject = subjectOfRun(runOf(program, lead, now))
  const past = timelineOf(subject, { from: startOf(subject, now), to: now }, () => false)
  const ahead = { from: now + 1, to: LAST }
  return { now: { from: now, to: now }, ahead, past, future: timelineOf(subject, ahead, past.atEnd) }
}

interface Change<T> {
  readonly is: T
  /** Absent: never. */
  readonly at?: number
  /** Absent too where the search was given up at `at`. */
  readonly becomes?: T
}

function firstChange<T>(read: Read<T>, { now, ahead, past, future }: Course): Change<T> {
  const is = read(past.over(now)) as T
  const differs = (period: Period): Truth => {
    const found = usable(read(period), period)
    return found === undefined ? undefined : JSON.stringify(found) !== JSON.stringify(is)
  }
  const change = firstInstantOf(differs, ahead, future)
  if (!change) return { is }
  return 'at' in change
    ? { is, at: change.at, becomes: read(future.over({ from: change.at, to: change.at })) as T }
    : { is, at: change.open }
}

function labelOf(grade: number, period: Period): string | undefined {
  const label = period.grade(grade)
  return typeof label === 'string' ? label : undefined
}

function reasonsIn(period: Period): readonly string[] | undefined {
  const holding = period.program.disqualifications.map((_, index) => period.disqualified(index))
  if (holding.includes(undefined)) return undefined
  return period.program.disqualifications.filter((_, index) => holding[index]).map(({ reason }) => reason)
}

function byName<T>(named: readonly { readonly name: string }[], answer: (index: number) => T): Record<string, T> {
  return Object.fromEntries(named.map(({ name }, index) => [name, answer(index)]))
}
