/** However a lead's history came, its state gives what scoring the whole history gives. */
import { evaluate, type Program, type Result, readLead } from '@merit-lang/runtime'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LiveOptions, type LiveState, live } from '../../packages/runtime/src/live/index.ts'
import { type Data, fittingLead, model, now, render } from '../generators/index.ts'
import { compile } from '../pipeline.ts'
import { runs } from './settings.ts'

const day = 86_400_000

/** What may happen to a lead, or be done with its state. */
type Step =
  | { readonly do: 'event'; readonly event: Data }
  | { readonly do: 'change'; readonly attributes: Data }
  | { readonly do: 'store' }
  | { readonly do: 'ask'; readonly now: number }

const events: Arbitrary<Data> = fittingLead
  .filter(lead => (lead.events as Data[]).length > 0)
  .map(lead => (lead.events as Data[])[0] as Data)
/** Records flat, so that what was said last is what holds. */
const attributes = fittingLead.map(({ events: _, id: __, company, ...rest }) => {
  const inside = Object.entries((company ?? {}) as Data).map(([key, value]) => [`company.${key}`, value])
  return { ...rest, ...Object.fromEntries(inside) } as Data
})

const moment = fc.oneof(
  fc.integer({ min: -60, max: 120 }).map(days => now + days * day),
  fc.integer({ min: -60 * day, max: 60 * day }).map(ms => now + ms),
)

const step: Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: events.map(event => ({ do: 'event', event }) as const) },
  { weight: 1, arbitrary: attributes.map(attributes => ({ do: 'change', attributes }) as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'store' } as const) },
  { weight: 4, arbitrary: moment.map(now => ({ do: 'ask', now }) as const) },
)

function expectSame(program: Program, given: Result, expected: Result, shown: () => string): void {
  for (const [name, points] of Object.entries(expected.scores))
    expect(Math.abs((given.scores[name] as number) - points), `${name} ${points} ${shown()}`).toBeLessThan(2e-6)
  const { scores: _, ...rest } = given
  const { scores: __, ...wanted } = expected
  if (JSON.stringify(given.scores) === JSON.stringify(expected.scores)) expect(rest).toEqual(wanted)
  expect(program.revision).toBe(given.revision)
}

/** Goes through the steps, and compares each answer with that from scratch. How many answers there were, and refusals. */
function follow(program: Program, steps: readonly Step[], options: LiveOptions, shown: () => string) {
  const tracker = live({ program }, options)
  let state: LiveState = tracker.start()
  let lead: Data = {}
  const events: Data[] = []
  const counts = { answers: 0, refusals: 0 }
  const play = {
    event: ({ event }) => {
      events.push(event)
      tracker.event(state, event)
    },
    change: ({ attributes }) => {
      lead = { ...lead, ...Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)) }
      tracker.change(state, attributes)
    },
    store: () => {
      state = tracker.restore(JSON.stringify(state))
    },
    ask: ({ now }) => {
      if (state.settled !== null && now < state.settled) {
        expect(() => tracker.score(state, { now })).toThrow(RangeError)
        counts.refusals++
        return
      }
      const expected = evaluate(program, readLead(program, { ...lead, events }), now)
      expectSame(program, tracker.score(state, { now }), expected, shown)
      counts.answers++
    },
  } satisfies { [K in Step['do']]: (step: Extract<Step, { do: K }>) => void }
  for (const one of steps) (play[one.do] as (step: Step) => void)(one)
  return counts
}

const histories = fc.array(step, { minLength: 10, maxLength: 60, size: 'max' })

describe('the state of a lead', () => {
  it.each([[0], [5], [64]])('that keeps at least %d events gives what the whole history gives', keep => {
    fc.assert(
      fc.property(model, histories, (parts, steps) => {
        const text = render(parts)
        follow(compile(text), steps, { keep }, () => text)
      }),
      runs(60),
    )
  })
})
