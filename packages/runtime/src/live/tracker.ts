import { LeadReader } from '../columns/reader.ts'
import { scoringOf } from '../engine/model.ts'
import { readEvent, readEvents, readId, typesOf } from '../lead/events.ts'
import type { Lead } from '../lead/lead.ts'
import { asObject, entriesOf, isList, own } from '../lead/own.ts'
import type { Contributions, Model, ScoreOptions } from '../model.ts'
import type { Issue, Result } from '../result.ts'
import { isInstant } from '../time/instant.ts'
import { readAll, readChanged } from './attributes.ts'
import { collapse } from './collapse.ts'
import { give, memoryAt, prepare, tidy } from './history.ts'
import { fed } from './memory.ts'
import { checkVersion, restored } from './restore.ts'
import { emptyState, type LiveState, reportEvents } from './state.ts'
import { stillView } from './view.ts'

export interface LiveOptions {
  /**
   * How far back (ms) before the latest `now` that was asked another one can surely be asked. Default 0. Infinity: nothing is
   * ever let go, and any `now` can be asked.
   */
  readonly replay?: number
  /**
   * For how long (ms) the ids of events are known. Default Infinity: the same id is one event however late it comes again,
   * and every event that has an id stays in the state.
   */
  readonly remember?: number
  /**
   * So many events are kept in any case, default 64. A history that is no longer is scored to the last bit as from scratch,
   * and at any `now`.
   */
  readonly keep?: number
}

/** Keeps the states of leads up to date. A state is changed in place. */
export interface Tracker {
  /** A new lead: an object of attributes, perhaps with `id` and `events`. @throws TypeError where it is no object. */
  start(lead?: unknown): LiveState
  /** One more event, as in a lead's `events`, in any order. What does not fit comes back, and is in later results too. */
  event(state: LiveState, event: unknown): readonly Issue[]
  /** New values of attributes. Those that are not named stay; null makes one unknown. */
  change(state: LiveState, attributes: unknown): readonly Issue[]
  /**
   * The result of the lead with all that is known of it, as if it were scored from scratch; decayed sums within a millionth.
   * @throws RangeError where `now` is no instant of the years 0001 to 9999, or lies before events that were let go.
   */
  score(state: LiveState, options: Pick<ScoreOptions, 'now'>): Result
  /** The same, with the points of every rule that gave any. Throws the same. */
  contributions(state: LiveState, options: Pick<ScoreOptions, 'now'>): Contributions
  /** A state that was stored as JSON, its text or parsed, ready for what comes. @throws Error where it is none, or of another revision of the model. */
  restore(stored: unknown): LiveState
}

export function live({ program }: Pick<Model, 'program'>, options: LiveOptions = {}): Tracker {
  const plan = collapse(program, options.keep ?? 64)
  const view = stillView(program)
  const history = { plan, view, replay: options.replay ?? 0, remember: options.remember ?? Number.POSITIVE_INFINITY }
  const types = typesOf(program)
  const reader = new LeadReader(plan.residual)
  const scoring = scoringOf<Lead>(plan.residual, lead => reader.take(lead))

  const receive = (state: LiveState, event: unknown): readonly Issue[] => {
    const issues: Issue[] = []
    const reading = { zone: program.zone, report: (issue: Issue) => issues.push(issue) }
    const read = readEvent(types, event, state.given++, reading)
    if (issues.length > 0) reportEvents(state, issues)
    if (read) give(history, state, read)
    return issues
  }

  const receiveAll = (state: LiveState, events: unknown): void => {
    const report = (issue: Issue) => reportEvents(state, [issue])
    if (isList(events)) for (const { entry } of entriesOf(events)) receive(state, entry)
    else readEvents(program, events, { zone: program.zone, report })
  }

  const asked = <R extends Result>(state: LiveState, now: number | Date, score: (lead: Lead, at: number) => R): R => {
    checkVersion(program, state)
    const at = instantOf(now)
    const memory = memoryAt(history, state, at)
    const attributes = state.attributes.concat(fed(memory, plan, view, at))
    const issues = [...state.attributeIssues.map(([, issue]) => issue), ...state.eventIssues]
    const result = score({ id: state.id, attributes, events: memory.rest, issues }, at)
    state.asked = Math.max(at, state.asked ?? at)
    tidy(history, state, at)
    return result
  }

  return {
    start(lead = {}) {
      const data = asObject(lead)
      if (!data) throw new TypeError('A lead is an object of attributes: { industry: "SaaS" }.')
      const state = emptyState(program, plan.patience)
      state.id = readId(own(data, 'id'))
      readAll(program, state, data)
      receiveAll(state, own(data, 'events'))
      return state
    },
    event(state, event) {
      checkVersion(program, state)
      return receive(state, event)
    },
    change(state, attributes) {
      checkVersion(program, state)
      return readChanged(program, state, attributes)
    },
    score: (state, { now }) => asked(state, now, (lead, at) => scoring.score(lead, { now: at })),
    contributions: (state, { now }) => asked(state, now, (lead, at) => scoring.contributions(lead, { now: at })),
    restore(stored) {
      const state = restored(program, stored)
      prepare(history, state)
      return state
    },
  }
}

function instantOf(now: number | Date): number {
  const at = Number(now)
  if (isInstant(at)) return at
  throw new RangeError('now must be a Date or milliseconds since 1970 UTC, within the years 0001 to 9999.')
}
