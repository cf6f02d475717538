/** The events of a state: taking them in, knowing which came before, letting go of what is not needed. */
import { byTimeAndId } from '../lead/events.ts'
import type { LeadEvent } from '../lead/lead.ts'
import { formatInstant } from '../time/instant.ts'
import { advance, fed, type Kept, limitFor, type Memory, memoryOf, receive, settled } from './memory.ts'
import type { Plan } from './plan.ts'
import { eventOf, type LiveState, type Row, rowOf } from './state.ts'
import { settleEvent, type Total } from './totals.ts'
import type { StillView } from './view.ts'

export interface History {
  readonly plan: Plan
  readonly view: StillView
  /** Milliseconds before the latest `now` asked that can still be asked. */
  readonly replay: number
  /** Milliseconds for which ids are known. */
  readonly remember: number
}

/** What follows from a state, for as long as it is in use. */
interface Cache {
  readonly history: History
  memory?: Memory
  /** Events with an id, by type and id. */
  named?: Map<string, Row>
}

const caches = new WeakMap<LiveState, Cache>()

/** Another tracker may have changed the state: what that one knows is not what this one knew. */
function cacheOf(history: History, state: LiveState): Cache {
  const known = caches.get(state)
  if (known?.history === history) return known
  const cache = { history }
  caches.set(state, cache)
  return cache
}

/** Takes in an event, whose rank is its place among all that were given. */
export function give(history: History, state: LiveState, event: LeadEvent): void {
  const cache = cacheOf(history, state)
  if (event.id === null) giveAnonymous(history, state, event)
  else if (!isNamedAnew(cache, state, event)) return
  const { memory } = cache
  if (!memory) return
  join(history, memory.totals, event, memory.settled)
  if (!receive(memory, history.plan, history.view, event)) cache.memory = undefined
}

function giveAnonymous(history: History, state: LiveState, event: LeadEvent): void {
  state.events.push(rowOf(event))
  join(history, state.totals, event, settledOf(state))
}

/** A late event becomes a part of the totals that others of its time are in. */
function join({ plan, view }: History, totals: Total[], event: LeadEvent, settled: number): void {
  settleEvent(plan, view, totals, event, Number.NEGATIVE_INFINITY, settled)
}

/** Of those of one type with one id the first in order counts. False: it is known already. */
function isNamedAnew(cache: Cache, state: LiveState, event: LeadEvent): boolean {
  const named = namedIn(cache, state)
  const known = named.get(keyOf(event))
  if (known && known[1] <= event.at) return false
  if (known) {
    state.named.splice(state.named.indexOf(known), 1)
    cache.memory = undefined
  }
  const row = rowOf(event)
  state.named.push(row)
  named.set(keyOf(event), row)
  return true
}

function namedIn(cache: Cache, { named }: LiveState): Map<string, Row> {
  cache.named ??= new Map(named.map(row => [keyOf({ type: row[0], id: row[3] }), row]))
  return cache.named
}

function keyOf({ type, id }: Pick<LeadEvent, 'type' | 'id'>): string {
  return `${type} ${id}`
}

/** Works out now, and not at the next event, what follows from a state as it was stored. */
export function prepare(history: History, state: LiveState): void {
  namedIn(cacheOf(history, state), state)
  if (state.asked !== null) fed(memoryAt(history, state, state.asked), history.plan, history.view, state.asked)
}

function settledOf(state: LiveState): number {
  return state.settled ?? Number.NEGATIVE_INFINITY
}

/**
 * The state's events until `now`, taken in. Throws RangeError where some of those before `now` may be gone.
 */
export function memoryAt(history: History, state: LiveState, now: number): Memory {
  const cache = cacheOf(history, state)
  const { memory } = cache
  const isAhead = memory && (now < memory.settled || now < (memory.given.at(-1)?.at ?? now))
  const current = memory && !isAhead ? memory : anew(history, state, now)
  cache.memory = current
  advance(current, history.plan, history.view, now)
  return current
}

function anew(history: History, state: LiveState, now: number): Memory {
  const { plan, view } = history
  if (now < settledOf(state)) throw new RangeError(tooEarly(now, settledOf(state)))
  const kept = keptOf(history, state)
  const to = due(history, state)
  return kept.events.length > state.limit && now >= to && to > kept.settled
    ? renewed(plan, settled(plan, view, kept, to))
    : memoryOf(plan, kept, state.limit)
}

function renewed(plan: Plan, kept: Kept): Memory {
  return memoryOf(plan, kept, limitFor(plan, kept.events.length))
}

function tooEarly(now: number, settled: number): string {
  return (
    `This state can be asked from ${formatInstant(settled)} on, not for ${formatInstant(now)}: of earlier events only sums are left. ` +
    'To ask for instants that lie back, use live(model, { replay }) from the start, or score the whole history.'
  )
}

/** Until when events may be let go. */
function due({ replay }: History, { asked }: LiveState): number {
  return (asked ?? Number.NEGATIVE_INFINITY) - replay
}

function keptOf(history: History, state: LiveState): Kept {
  const { program } = history.plan
  const [anonymous, named] = [state.events, state.named].map(rows => rows.map(row => eventOf(row, program)))
  const totals = [...state.totals]
  for (const event of named as LeadEvent[]) join(history, totals, event, settledOf(state))
  const events = [...(anonymous as LeadEvent[]), ...(named as LeadEvent[])].sort(byTimeAndId)
  return { settled: settledOf(state), totals, events }
}

/** Lets go of what is not needed any more, once that is worth the while. */
export function tidy(history: History, state: LiveState, now: number): void {
  const cache = cacheOf(history, state)
  const { memory } = cache
  const to = due(history, state)
  if (!memory || memory.given.length <= memory.limit || to <= memory.settled || to > now) return
  const { plan, view } = history
  const kept = settled(plan, view, { ...memory, events: [...memory.given, ...memory.coming] }, to)
  cache.memory = renewed(plan, kept)
  forget(history, cache, state, to)
  if (state.named.length === 0) store(plan, state, kept)
  else if (state.events.length > state.limit) store(plan, state, settled(plan, view, anonymousOf(history, state), to))
}

function store(plan: Plan, state: LiveState, { settled, totals, events }: Kept): void {
  state.settled = settled
  state.totals = [...totals]
  state.events = events.map(rowOf)
  state.limit = limitFor(plan, events.length)
}

/** What events with an id push out may be needed again, should one of them turn out to be earlier: they are left aside. */
function anonymousOf(history: History, state: LiveState): Kept {
  const events = state.events.map(row => eventOf(row, history.plan.program)).sort(byTimeAndId)
  return { settled: settledOf(state), totals: state.totals, events }
}

/** Events whose ids need not be known any more are as if they had none. */
function forget(history: History, cache: Cache, state: LiveState, to: number): void {
  const isOld = ([, at]: Row) => at < to - history.remember
  const old = state.named.filter(isOld)
  if (old.length === 0) return
  state.named = state.named.filter(row => !isOld(row))
  cache.named = undefined
  for (const row of old) giveAnonymous(history, state, { ...eventOf(row, history.plan.program), id: null })
}
