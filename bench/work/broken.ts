/** Leads with wrong data, and with right data in capitals: those who check what they read score them as the reference does. */
import { leadLine } from './leads.ts'
import { type Random, seeded } from './random.ts'
import { type AttributeKind, attributes } from './schema.ts'

const wrong = {
  choice: ['nowhere', '', 7, true, [], ['a'], {}],
  number: ['12', '', 12.5, 0, -3, 20_000, true, []],
  text: ['', 5, false, ['a'], []],
  flag: ['true', 'yes', '', 1, 0, []],
} satisfies { [K in AttributeKind]: readonly unknown[] }

const wrongTypes = ['nothing', '', 5, null, undefined]
const wrongTimes = ['yesterday', '', '2026-05-01T10:00:00', '2026-13-01T10:00:00Z']

/** One value in four is wrong, one text in two is in capitals. */
function damaged(random: Random, value: unknown, wrongs: readonly unknown[]): unknown {
  if (random.fraction() < 0.25) return random.pick(wrongs)
  return typeof value === 'string' && random.fraction() < 0.5 ? value.toUpperCase() : value
}

const seldom = <T>(random: Random, value: T, wrongs: readonly unknown[]): T | unknown =>
  random.fraction() < 0.1 ? random.pick(wrongs) : value

interface Parsed {
  readonly events: readonly {
    readonly type: string
    readonly at: string
    readonly what: string
    readonly size: number
  }[]
  readonly [attribute: string]: unknown
}

export function brokenLine(number: number, events: number): string {
  const random = seeded(number)
  const lead: Parsed = JSON.parse(leadLine(number, events))
  const values = attributes.map(({ name, kind }) => [name, damaged(random, lead[name], wrong[kind])])
  const history = lead.events.map(({ type, at, what, size }) => ({
    type: seldom(random, type, wrongTypes),
    at: seldom(random, at, wrongTimes),
    what: damaged(random, what, wrong.choice),
    size: damaged(random, size, wrong.number),
  }))
  return JSON.stringify({ id: lead.id, ...Object.fromEntries(values), events: history })
}
