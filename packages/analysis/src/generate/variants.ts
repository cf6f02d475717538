/** Leads that differ in one number or one time alone, by as little as puts them on both sides of a bound. */
import { formatInstant, formatNumber } from '@merit-lang/runtime'
import type { Witness } from '../claims.ts'
import { durationText, durationUnits } from '../space/durations.ts'
import type { Bound } from './bounds-in.ts'
import { type Data, type LeadData, leadOf, partsOf } from './moves.ts'

/** A lead with the one and the other of two neighbouring values. */
export interface Variant {
  readonly sides: readonly [Side, Side]
}
interface Side {
  readonly witness: Witness
  readonly text: string
}

/** Coarse enough to be read: what is just younger than 30 days is 719 hours old. */
function justUnder(age: number): number {
  const step = durationUnits.find(([, milliseconds], i) => i > 0 && age > milliseconds && age % milliseconds === 0)
  return age - (step?.[1] ?? 1)
}

const variants = {
  attribute: function* ({ key, text, values }, { attributes, events }) {
    if (Object.hasOwn(attributes, key))
      yield values.map(value => [named(text, value), { attributes: { ...attributes, [key]: value }, events }])
  },
  property: function* ({ key, text, values }, { attributes, events }) {
    for (const chosen of choices(events, event => Object.hasOwn(event, key))) {
      yield values.map(value => [
        named(text, value),
        { attributes, events: changed(events, chosen, event => ({ ...event, [key]: value })) },
      ])
    }
  },
  date: function* ({ key, age, text }, { attributes, events }, now) {
    const name = text.slice(0, text.indexOf(' '))
    yield [Math.sign(age) * justUnder(Math.abs(age)), age].map(one => [
      `${name} ${durationText(Math.abs(one))} ${one > 0 ? 'ago' : 'ahead'}`,
      { attributes: { ...attributes, [key]: formatInstant(now - one) }, events },
    ])
  },
  age: function* ({ age }, { attributes, events }, now) {
    for (const chosen of choices(events, () => true)) {
      yield [justUnder(age), age].map(one => [
        `an event ${durationText(one)} ago`,
        { attributes, events: changed(events, chosen, event => ({ ...event, at: formatInstant(now - one) })) },
      ])
    }
  },
} satisfies {
  [K in Bound['kind']]: (
    bound: Extract<Bound, { kind: K }>,
    lead: LeadData,
    now: number,
  ) => Generator<(readonly [string, LeadData] | (string | LeadData)[])[]>
}

const named = (text: string, value: number) => `${text.slice(0, text.lastIndexOf(' '))} = ${formatNumber(value)}`

/** Each event, and all of them together. */
function choices(events: readonly Data[], fits: (event: Data) => boolean): readonly ReadonlySet<Data>[] {
  const fitting = events.filter(fits)
  const alone = fitting.slice(0, 6).map(event => new Set([event]))
  return fitting.length > 1 ? [...alone, new Set(fitting)] : alone
}

const changed = (events: readonly Data[], chosen: ReadonlySet<Data>, change: (event: Data) => Data) =>
  events.map(event => (chosen.has(event) ? change(event) : event))

/** In one of its parts at a time. */
export function* variantsAt(bound: Bound, { lead, now }: Witness): Generator<Variant> {
  const made = variants[bound.kind] as (bound: Bound, lead: LeadData, now: number) => Generator<[string, LeadData][]>
  for (const [one, other] of made(bound, partsOf({ lead, now }), now)) {
    if (one && other) yield { sides: [sideOf(one, now), sideOf(other, now)] }
  }
}

const sideOf = ([text, data]: [string, LeadData], now: number): Side => ({ text, witness: { lead: leadOf(data), now } })
