/** How old the events of a witness are. */
import type { Expr, Program } from '@merit-lang/runtime'
import { holds, type LeadEvent, readLead, runOf } from '@merit-lang/runtime/reference'
import type { EventClass, Space } from '../space/space.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEARS = 3650 * DAY

/** Where in the span of its class an event lies, and how far from the next of its class. In milliseconds. */
export interface Placing {
  readonly gap: number
  readonly old: boolean
  /** Whether of events at one instant those of the first classes come last. */
  readonly reversed?: boolean
}

const known = new WeakMap<Program, readonly Placing[]>()

/**
 * All at once and as young as can be, also the other way round where order matters; so far apart that no cool-down and no
 * limit per day drops any; as old as can be.
 */
export function placings(program: Program): readonly Placing[] {
  const found = known.get(program) ?? placingsFor(program)
  known.set(program, found)
  return found
}

function placingsFor(program: Program): readonly Placing[] {
  const gap = Math.max(0, ...gapsIn(program))
  const apart = gap > 0 ? [{ gap, old: false }] : []
  const turned = isOrdered(program) ? [{ gap: 0, old: false, reversed: true }] : []
  return [{ gap: 0, old: false }, ...turned, ...apart, { gap: 0, old: true }]
}

/** Whether anything tells which of two events came first. */
function isOrdered({ sets, scores, values, stages }: Program): boolean {
  const text = JSON.stringify([sets, scores, values, stages])
  return /"op":"(earliest|latest|then|nth)"|"how":"(first|last)"/.test(text)
}

const spans: Readonly<Record<string, number>> = {
  hourStart: HOUR,
  dayStart: DAY,
  weekStart: 7 * DAY,
  monthStart: 31 * DAY,
}

/** What sets two events of a kind apart: cool-downs, and the parts of the calendar that limits count by. */
function gapsIn(program: Program): readonly number[] {
  const gaps: number[] = []
  JSON.stringify([program.sets, program.scores, program.values, program.stages], (key, value) => {
    if (key === 'every' && typeof value === 'number') gaps.push(value)
    if (key === 'part' && typeof value === 'string') gaps.push(spans[value] ?? 0)
    return value
  })
  return gaps
}

/** As many ages as the class has room for, the youngest first; none where no instant has the class's place in the calendar. */
export function agesOf(
  event: EventClass,
  count: number,
  { gap, old }: Placing,
  space: Space,
  now: number,
): readonly number[] {
  const first = old && event.oldest < YEARS ? event.oldest : old ? event.youngest + YEARS : firstAge(event, space, now)
  if (first === undefined) return []
  const ages = Array.from({ length: count }, (_, i) => first + i * gap)
  return ages.filter(age => age <= event.oldest)
}

/** The youngest age at which an event is where the class says; whole hours are tried, for two months. */
function firstAge(event: EventClass, space: Space, now: number): number | undefined {
  const calendar = [...event.holds].filter(([e, truth]) => truth !== undefined && readsTime(e))
  if (calendar.length === 0) return event.youngest
  const run = runOf(space.program, readLead(space.program, {}), now)
  for (let age = event.youngest; age <= Math.min(event.oldest, event.youngest + 62 * DAY); age += HOUR) {
    const at = { type: event.type, name: '', at: now - age, id: null, rank: 0, properties: new Map() } as LeadEvent
    if (calendar.every(([e, truth]) => holds(e, { run, event: at }) === truth)) return age
  }
  return undefined
}

function readsTime(e: Expr): boolean {
  return JSON.stringify(e).includes('"eventTime"')
}
