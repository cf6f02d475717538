/** What one more event costs on leads with a short and with a very long past. Runs in a process of its own. */
import { loadModel, type Result, writeBundle } from '@merit-lang/runtime'
import { type LiveState, live as liveOf, type Tracker } from '@merit-lang/runtime/live'
import { inChild } from '../child.ts'
import { median, ratioOf } from '../median.ts'
import { programOf } from '../parts/cell.ts'
import { figure, type PartOptions, type Section, table } from '../section.ts'
import { type EventData, leadLine, now, parseLead } from '../work/leads.ts'
import { type Rule, rulesOf } from '../work/rules.ts'

const ruleCount = 200
/** So many leads are timed at once, since one event is quick. */
const atOnce = 50
const hour = 3_600_000

/** A lead with so many events in its past, and what comes next. */
interface Case {
  readonly past: number
  /** The state as it is stored. */
  readonly stored: string
  readonly next: EventData
  /** Microseconds for each state, round by round. */
  readonly restore: number[]
  readonly event: number[]
  readonly score: number[]
}

export interface LiveInput {
  /** Whether some of the rules have a window: for those, what is younger has to be kept. */
  readonly windows: boolean
  readonly pasts: readonly number[]
  readonly rounds: number
}

export interface LiveMeasured extends Pick<Case, 'past' | 'restore' | 'event' | 'score'> {
  readonly storedKilobytes: number
}

function caseOf(tracker: Tracker, past: number): Case {
  const lead = parseLead(leadLine(7, past), 'ISO text')
  const state = tracker.start(lead)
  tracker.score(state, { now })
  const next = { ...(lead.events.at(-1) as EventData), at: new Date(now + hour).toISOString() }
  return { past, stored: JSON.stringify(state), next, restore: [], event: [], score: [] }
}

/** What was left to the garbage collector before is not timed. */
function timed(work: () => void): number {
  globalThis.gc?.({ type: 'minor' })
  const begun = performance.now()
  work()
  return ((performance.now() - begun) * 1000) / atOnce
}

/** Each time on states that were just restored, as an app does that keeps them in a database. */
function addRound(tracker: Tracker, { stored, next, restore, event, score }: Case): readonly Result[] {
  const states: LiveState[] = []
  const results: Result[] = []
  restore.push(
    timed(() => {
      for (let i = 0; i < atOnce; i++) states.push(tracker.restore(stored))
    }),
  )
  event.push(
    timed(() => {
      for (const state of states) tracker.event(state, next)
    }),
  )
  score.push(
    timed(() => {
      for (const state of states) results.push(tracker.score(state, { now: now + 2 * hour }))
    }),
  )
  return results
}

const withoutWindow = (rule: Rule): Rule => (rule.kind === 'event' ? { ...rule, withinDays: undefined } : rule)

export function measureHere({ windows, pasts, rounds }: LiveInput): readonly LiveMeasured[] {
  const rules = rulesOf(ruleCount, 'mixed')
  const program = programOf(windows ? rules : rules.map(withoutWindow))
  const tracker = liveOf(loadModel(writeBundle({ program, compiler: 'bench', docs: [] })))
  const cases = pasts.map(past => caseOf(tracker, past))
  for (let round = 0; round < rounds; round++) for (const one of cases) addRound(tracker, one)
  // The first half has warmed it up.
  const late = (times: readonly number[]) => times.slice(Math.floor(rounds / 2))
  return cases.map(({ past, stored, restore, event, score }) => ({
    past,
    restore: late(restore),
    event: late(event),
    score: late(score),
    storedKilobytes: stored.length / 1024,
  }))
}

const both = ({ event, score }: LiveMeasured) => event.map((time, round) => time + (score[round] ?? Number.NaN))

function row(one: LiveMeasured): readonly string[] {
  const times = [one.event, one.score, both(one), one.restore].map(median)
  return [one.past.toLocaleString('en-US'), ...[...times, one.storedKilobytes].map(figure)]
}

const pasts = [10, 1000, 100_000]

function measure(windows: boolean, rounds: number): readonly LiveMeasured[] {
  return inChild<LiveInput, readonly LiveMeasured[]>('bench/live/live.ts', { windows, pasts, rounds })
}

const head = ['past events', 'an event, µs', 'the score, µs', 'both, µs', 'restoring, µs', 'state as JSON, KB']

/** What the longest past costs in relation to the shortest. */
function growth(all: readonly LiveMeasured[], timesOf: (one: LiveMeasured) => readonly number[]): number {
  const [first, last] = [all[0], all.at(-1)]
  return first && last ? ratioOf(timesOf(last), timesOf(first)) : Number.NaN
}

export async function live({ quick, say }: PartOptions): Promise<Section> {
  const rounds = quick ? 10 : 40
  say(`leads with ${pasts.join(', ')} past events`)
  const plain = measure(false, rounds)
  say('the same, some rules with windows')
  const windowed = measure(true, rounds)
  const longest = '100,000 past events / 10'
  return {
    title: 'Live',
    targets: [
      {
        what: `an event and the score, ${longest}, half-lives`,
        value: growth(plain, both),
        bound: { atMost: 2 },
      },
      {
        what: `an event, ${longest}, half-lives and windows`,
        value: growth(windowed, one => one.event),
        bound: { atMost: 2 },
      },
    ],
    body: `### All rules on events with a half-life

${table(head, plain.map(row))}

### Three in ten of them also with a window of 7, 30 or 90 days

${table(head, windowed.map(row))}

${ruleCount} rules, 40 % of them on events. Each event meets a state that was just restored from JSON, as in an app that keeps states in a database, and the score is
asked for after it. Of rules with a window the events that are younger have to be kept: more of them is then in the state, and to restore it takes as long
as they are many. ${atOnce} leads are restored, then given an event, then scored, so that none is in the processor's caches when its turn comes.`,
  }
}
