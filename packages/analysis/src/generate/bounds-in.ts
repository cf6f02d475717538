/** The bounds that a comparison has: numbers that attributes and properties are compared with, and windows of time. */
import { type EventSet, type Expr, type ExprOf, formatInstant, formatNumber, type Program } from '@merit-lang/runtime'
import type { Witness } from '../claims.ts'
import { type Data, type LeadData, leadOf, partsOf } from './moves.ts'

export type Bound =
  /** The values next to each other of which one fits and the other does not. */
  | {
      readonly kind: 'attribute'
      readonly key: string
      readonly text: string
      readonly values: readonly [number, number]
    }
  | {
      readonly kind: 'property'
      readonly key: string
      readonly text: string
      readonly values: readonly [number, number]
    }
  /** How far a date is from now; in milliseconds, those in the past are positive. */
  | { readonly kind: 'date'; readonly key: string; readonly text: string; readonly age: number }
  /** How long ago an event was, in milliseconds. */
  | { readonly kind: 'age'; readonly text: string; readonly age: number }

/** A lead with the one and the other of two neighbouring values. */
export interface Variant {
  readonly sides: readonly [Side, Side]
}
interface Side {
  readonly witness: Witness
  readonly text: string
}

export function boundsIn(part: Expr | undefined, program: Program): readonly Bound[] {
  const found = new Map<string, Bound>()
  const visit = (node: Expr | EventSet) => {
    for (const bound of boundsAt(node, program)) found.set(bound.text, bound)
  }
  if (part) walk(part, program, visit)
  return [...found.values()]
}

type Node = { readonly op: string } & Readonly<Record<string, unknown>>

/** All expressions and sets of events, what is shared among them. */
function walk(value: unknown, program: Program, visit: (node: Expr | EventSet) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, program, visit)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const node = value as Node
  if (typeof node.op === 'string') visit(value as Expr | EventSet)
  if (node.op === 'value') walk(program.values[node.index as number], program, visit)
  if (node.op === 'sharedSet') walk(program.sets[node.index as number], program, visit)
  // Expressions that remember their automaton hold nothing else.
  if (node.op !== 'matches') for (const inner of Object.values(node)) walk(inner, program, visit)
}

function boundsAt(node: Expr | EventSet, program: Program): readonly Bound[] {
  if (node.op === 'window') return [node.atLeast, node.below].flatMap(age => (age ? [ageBound(age)] : []))
  if (node.op !== 'less' && node.op !== 'atMost') return []
  const { left, right } = node
  if (right.op === 'const' && typeof right.value === 'number')
    return boundOf(left, right.value, node.op === 'atMost', program)
  if (left.op === 'const' && typeof left.value === 'number')
    return boundOf(right, left.value, node.op === 'less', program)
  return []
}

/** `reachesIn`: whether the constant belongs to the lower side. */
function boundOf(of: Expr, constant: number, reachesIn: boolean, program: Program): readonly Bound[] {
  const named = namedBy(of, program)
  if (named) {
    const { name, key, isInteger, kind } = named
    const step = isInteger ? 1 : 0.01
    const values: [number, number] = reachesIn ? [constant, constant + step] : [constant - step, constant]
    return [{ kind, key, text: `${name} ${formatNumber(constant)}`, values }]
  }
  return of.op === 'subtract' ? dateBound(of, constant, program) : []
}

/** Of `now - created` and `renewal - now`. */
function dateBound({ left, right }: ExprOf<'add'>, distance: number, { attributes }: Program): readonly Bound[] {
  const [date, sign] = left.op === 'now' ? [right, 1] : [left, -1]
  const isDistance = date.op === 'attribute' && (left.op === 'now' || right.op === 'now')
  const attribute = isDistance ? attributes[date.index] : undefined
  if (!attribute) return []
  const { name, key } = attribute
  return [
    { kind: 'date', key, text: `${name} ${textOfAge(distance)} ${sign > 0 ? 'ago' : 'ahead'}`, age: sign * distance },
  ]
}

function namedBy(of: Expr, { attributes, events }: Program) {
  if (of.op === 'attribute') {
    const attribute = attributes[of.index]
    if (attribute?.type.kind !== 'number') return undefined
    return { kind: 'attribute' as const, name: attribute.name, key: attribute.key, isInteger: attribute.type.integer }
  }
  if (of.op !== 'property') return undefined
  const property = events.flatMap(({ properties }) => properties).find(({ name }) => name === of.name)
  if (property?.type.kind !== 'number') return undefined
  return { kind: 'property' as const, name: property.name, key: property.key, isInteger: property.type.integer }
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const

function textOfAge(age: number): string {
  const [unit, size] = units.find(([, milliseconds]) => age % milliseconds === 0) ?? ['ms', 1]
  return `${age / size}${unit}`
}

const ageBound = (age: number): Bound => ({ kind: 'age', age, text: textOfAge(age) })

/** Coarse enough to be read: what is just younger than 30 days is 719 hours old. */
function justUnder(age: number): number {
  const step = units.find(([, milliseconds], i) => i > 0 && age > milliseconds && age % milliseconds === 0)
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
      `${name} ${textOfAge(Math.abs(one))} ${one > 0 ? 'ago' : 'ahead'}`,
      { attributes: { ...attributes, [key]: formatInstant(now - one) }, events },
    ])
  },
  age: function* ({ age }, { attributes, events }, now) {
    for (const chosen of choices(events, () => true)) {
      yield [justUnder(age), age].map(one => [
        `an event ${textOfAge(one)} ago`,
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

export function* variantsAt(bound: Bound, { lead, now }: Witness, _: Program): Generator<Variant> {
  const made = variants[bound.kind] as (bound: Bound, lead: LeadData, now: number) => Generator<[string, LeadData][]>
  for (const [one, other] of made(bound, partsOf({ lead, now }), now)) {
    if (one && other) yield { sides: [sideOf(one, now), sideOf(other, now)] }
  }
}

const sideOf = ([text, data]: [string, LeadData], now: number): Side => ({ text, witness: { lead: leadOf(data), now } })
