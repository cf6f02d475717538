/** The benchmark's leads, as lines of JSON: each contestant parses its own copy, so that none meets strings another has hashed. */
import { type Random, seeded } from './random.ts'
import { day } from './rules.ts'
import { type Attribute, type AttributeKind, attributes, eventTypes, largest, phrase } from './schema.ts'

/** The instant for which all leads are scored; no event is later. */
export const now = Date.UTC(2026, 5, 1)

export interface LeadData {
  readonly id: string
  readonly events: readonly EventData[]
  readonly [attribute: string]: unknown
}

export interface EventData {
  readonly type: string
  at: string | Date
  readonly what: string
  readonly size: number
}

const values = {
  choice: (random, { words }) => random.pick(words),
  number: random => random.whole(1, largest),
  text: (random, { words, phrases }) => (phrases ? random.pick(phrases) : phrase(random, words)),
  flag: random => random.fraction() < 0.3,
} satisfies { [K in AttributeKind]: (random: Random, attribute: Attribute) => unknown }

/** One attribute in ten is not known. */
function knownOrNull(random: Random, attribute: Attribute): unknown {
  return random.fraction() < 0.1 ? null : values[attribute.kind](random, attribute)
}

/** More of the last weeks than of the last year, oldest first. */
function timesOf(random: Random, count: number): readonly number[] {
  const ages = Array.from({ length: count }, () => Math.floor(random.fraction() ** 2 * 365 * day))
  return ages.sort((a, b) => b - a).map(age => now - age)
}

function eventAt(random: Random, at: number): EventData {
  const { name, what } = random.pick(eventTypes)
  return { type: name, at: new Date(at).toISOString(), what: random.pick(what), size: random.whole(1, largest) }
}

/** One lead as a line of JSON: the same for the same number. */
export function leadLine(number: number, events: number): string {
  const random = seeded(number)
  const known = attributes.map(attribute => [attribute.name, knownOrNull(random, attribute)])
  const history = timesOf(random, events).map(at => eventAt(random, at))
  return JSON.stringify({ id: `lead-${number}`, ...Object.fromEntries(known), events: history })
}

/** How the time of an event stands in the lead that a contestant is given. */
export type Times = 'ISO text' | 'Date'

export function parseLead(line: string, times: Times): LeadData {
  const lead: LeadData = JSON.parse(line)
  if (times === 'Date') for (const event of lead.events) event.at = new Date(event.at)
  return lead
}

const texts = attributes.filter(({ kind, phrases }) => kind === 'text' && !phrases).map(({ name }) => name)
const endOfText = new RegExp(`("(?:${texts.join('|')})":"[^"]*)"`, 'g')

/** The line with another word, which no rule looks for, at the end of each text that leads do not share: it was never met before. */
export const withNewTexts = (line: string, word: string): string => line.replace(endOfText, `$1 ${word}"`)
