/**
 * The rules of the benchmark as data. Each contestant's own spelling of them (Merit's text, hand-written JavaScript, a
 * peer's rules) is printed from these, so that all do the same work. A rule matches a small share of the leads.
 */
import { type Random, seeded } from './random.ts'
import { type Attribute, type AttributeKind, attributes, eventTypes, largest } from './schema.ts'

/** A comparison of one attribute. One with an unknown (`null`) attribute is false. */
export type Test =
  | { readonly kind: 'oneOf'; readonly attribute: string; readonly values: readonly string[] }
  /** Both bounds are inside. */
  | { readonly kind: 'range'; readonly attribute: string; readonly low: number; readonly high: number }
  /** The text has this word. Words stand between spaces. */
  | { readonly kind: 'word'; readonly attribute: string; readonly word: string }
  | { readonly kind: 'flag'; readonly attribute: string }

/** Gives its points where every test holds. */
export interface LeadRule {
  readonly kind: 'lead'
  readonly tests: readonly Test[]
  readonly points: number
}

/** Gives points × 2^(−age / half-life) for each event of the type that has this `what`, at least this `size`, and is young enough. */
export interface EventRule {
  readonly kind: 'event'
  readonly type: string
  readonly what: string
  readonly size?: number
  readonly withinDays?: number
  readonly halfLifeDays: number
  readonly points: number
}

export type Rule = LeadRule | EventRule

export const day = 86_400_000

const byKind = (kind: AttributeKind) => attributes.filter(attribute => attribute.kind === kind)
const pools = { choice: byKind('choice'), number: byKind('number'), text: byKind('text'), flag: byKind('flag') }

function oneOf(random: Random): Test {
  const { name, words } = random.pick(pools.choice)
  const values = new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(words)))
  return { kind: 'oneOf', attribute: name, values: [...values] }
}

function range(random: Random): Test {
  const low = random.whole(1, largest)
  return { kind: 'range', attribute: random.pick(pools.number).name, low, high: low + random.whole(100, 800) }
}

function word(random: Random): Test {
  const { name, words }: Attribute = random.pick(pools.text)
  return { kind: 'word', attribute: name, word: random.pick(words) }
}

const flag = (random: Random): Test => ({ kind: 'flag', attribute: random.pick(pools.flag).name })

/** What the rules on attributes look like, in turn. */
const forms: readonly (readonly ((random: Random) => Test)[])[] = [
  [oneOf],
  [range],
  [oneOf, range],
  [oneOf],
  [word],
  [oneOf, oneOf, range],
  [range],
  [oneOf, flag],
  [oneOf, range, flag],
  [oneOf],
]

function leadRule(random: Random, form: (typeof forms)[number]): LeadRule {
  return { kind: 'lead', tests: form.map(test => test(random)), points: random.whole(1, 30) }
}

function eventRule(random: Random): EventRule {
  const { name, what } = random.pick(eventTypes)
  return {
    kind: 'event',
    type: name,
    what: random.pick(what),
    ...(random.fraction() < 0.4 && { size: random.whole(1, largest) }),
    ...(random.fraction() < 0.3 && { withinDays: random.pick([7, 30, 90]) }),
    halfLifeDays: random.pick([7, 14, 30, 45, 60, 90, 180]),
    points: random.whole(1, 30),
  }
}

/** Of five rules three are on attributes and two on events, or all on attributes. */
export function rulesOf(count: number, work: 'mixed' | 'attributes'): readonly Rule[] {
  const random = seeded(count)
  const onEvents = (i: number) => work === 'mixed' && i % 5 >= 3
  let turn = 0
  return Array.from({ length: count }, (_, i) =>
    onEvents(i) ? eventRule(random) : leadRule(random, forms[turn++ % forms.length] ?? []),
  )
}
