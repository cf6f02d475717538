/** How old the events of a witness are. */
import type { Expr, Program } from '@merit-lang/runtime'
import { holds, type LeadEvent, readLead, runOf, type Truth } from '@merit-lang/runtime/reference'
import { partsOf } from '../bounds/parts.ts'
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
  const { gap, isOrdered } = orderIn(program)
  const apart = gap > 0 ? [{ gap, old: false }] : []
  const turned = isOrdered ? [{ gap: 0, old: false, reversed: true }] : []
  return [{ gap: 0, old: false }, ...turned, ...apart, { gap: 0, old: true }]
}

interface Order {
  /** What sets two events of a kind apart: cool-downs, and the parts of the calendar that limits count by. */
  readonly gap: number
  /** Whether anything tells which of two events came first. */
  readonly isOrdered: boolean
}

interface Telling {
  readonly op?: string
  readonly how?: string
  readonly part?: string
  /** Of lists it is a function. */
  readonly every?: unknown
}

function orderIn({ sets, scores, values, stages }: Program): Order {
  let [gap, isOrdered] = [0, false]
  const open: object[] = [sets, scores, values, stages]
  for (let node = open.pop(); node; node = open.pop()) {
    const { op = '', how = '', part = '', every } = node as Telling
    gap = Math.max(gap, typeof every === 'number' ? every : 0, spans[part] ?? 0)
    isOrdered ||= ordering.has(op) || ordering.has(how)
    open.push(...partsOf(node))
  }
  return { gap, isOrdered }
}

const ordering: ReadonlySet<string> = new Set(['earliest', 'latest', 'then', 'nth', 'first', 'last'])

const spans: Readonly<Record<string, number>> = {
  hourStart: HOUR,
  dayStart: DAY,
  weekStart: 7 * DAY,
  monthStart: 31 * DAY,
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

/** Most leads are looked at from one instant. */
const youngest = new WeakMap<EventClass, { readonly now: number; readonly age: number | undefined }>()

function firstAge(event: EventClass, space: Space, now: number): number | undefined {
  const known = youngest.get(event)
  if (known?.now === now) return known.age
  const age = youngestAge(event, space, now)
  youngest.set(event, { now, age })
  return age
}

/** The youngest age at which an event is where the class says; whole hours are tried, for two months. */
function youngestAge(event: EventClass, space: Space, now: number): number | undefined {
  const calendar = timesOf(event)
  if (calendar.length === 0) return event.youngest
  const run = runOf(space.program, readLead(space.program, {}), now)
  for (let age = event.youngest; age <= Math.min(event.oldest, event.youngest + 62 * DAY); age += HOUR) {
    const at = { type: event.type, name: '', at: now - age, id: null, rank: 0, properties: new Map() } as LeadEvent
    if (calendar.every(([e, truth]) => holds(e, { run, event: at }) === truth)) return age
  }
  return undefined
}

const times = new WeakMap<EventClass, readonly (readonly [Expr, Truth])[]>()

/** What the class answers of its place in time. */
function timesOf(event: EventClass): readonly (readonly [Expr, Truth])[] {
  const found = times.get(event) ?? [...event.holds].filter(([e, truth]) => truth !== undefined && readsTime(e))
  times.set(event, found)
  return found
}

const reading = new WeakMap<object, boolean>()

function readsTime(part: object): boolean {
  const found = reading.get(part) ?? (isTime(part) || partsOf(part).some(readsTime))
  reading.set(part, found)
  return found
}

function isTime(part: object): boolean {
  return 'op' in part && part.op === 'eventTime'
}
