/** Events, cut into classes by everything that they differ in. */
import type { Attribute, Expr, Program, Value } from '@merit-lang/runtime'
import { opposite, type Truth } from '@merit-lang/runtime/reference'
import { answersOf } from './answers.ts'
import type { Asked } from './asked.ts'
import {
  type EventPart,
  type Property,
  type Side,
  sideOfAges,
  sidesOfCalendar,
  sidesOfProperty,
} from './event-sides.ts'
import { dateOf, isMoment, type Kind } from './kinds.ts'
import type { AskedOfEvents, Questions } from './questions.ts'
import type { Class, EventClass } from './space.ts'

export interface Events {
  readonly classes: readonly EventClass[]
  readonly propertiesIn: (event: EventClass) => readonly Readonly<Record<string, Value>>[]
}

/** More classes of one type than this are not worth it. */
const MOST = 256

export function eventsOf(program: Program, { events }: Questions): Events {
  const known = new Map<EventClass, () => readonly Readonly<Record<string, Value>>[]>()
  for (const [kind, asked] of events) {
    const cut = cutOf(kind, asked, program)
    for (const parts of productOf(cut.sides)) known.set(classOf(cut, parts), () => propertiesOf(cut, parts))
  }
  return { classes: [...known.keys()], propertiesIn: event => known.get(event)?.() ?? [] }
}

/** How the events of one type are told apart. */
interface Cut {
  readonly kind: Kind
  readonly name: string
  readonly sides: readonly Side[]
  /** Properties that nothing tells events apart by, since there would be too many classes. */
  readonly open: readonly Property[]
  /** What conditions on properties that the type does not have come to. */
  readonly absent: ReadonlyMap<Expr, Truth>
}

function cutOf(kind: Kind, asked: AskedOfEvents, program: Program): Cut {
  const declared = new Map((program.events[kind]?.properties ?? []).map(property => [property.name, property]))
  const sides = [...sidesOfProperties(asked, declared, program), ...sidesOfCalendar(asked, program)]
  const ages = sideOfAges(asked, program)
  const kept = fewEnough(sides, ages.classes.length)
  const left = new Set(kept.map(({ property }) => property))
  const all = new Set(sides.flatMap(({ property }) => property ?? []))
  return {
    kind,
    name: nameOf(kind, program),
    sides: [...kept, ages],
    open: [...all].filter(property => !left.has(property)),
    absent: new Map(
      [...asked.properties].flatMap(([name, of]) => (declared.has(name) ? [] : nothingOf(name, of, program))),
    ),
  }
}

function nameOf(kind: Kind, { attributes, events }: Program): string {
  return (isMoment(kind) ? attributes[dateOf(kind)] : events[kind])?.name ?? ''
}

function sidesOfProperties(
  { properties }: AskedOfEvents,
  declared: ReadonlyMap<string, Attribute>,
  program: Program,
): readonly Side[] {
  return [...properties].flatMap(([name, asked]) => {
    const attribute = declared.get(name)
    return attribute ? sidesOfProperty(attribute, asked, program) : []
  })
}

/** Without those that have most classes, until the product is small enough. */
function fewEnough(sides: readonly Side[], others: number): readonly Side[] {
  const product = sides.reduce((product, { classes }) => product * classes.length, others)
  if (product <= MOST || sides.length === 0) return sides
  const largest = sides.reduce((a, b) => (b.classes.length > a.classes.length ? b : a))
  return fewEnough(
    sides.filter(side => side !== largest),
    others,
  )
}

function nothingOf(name: string, { atoms, answers }: Asked, program: Program): readonly (readonly [Expr, Truth])[] {
  const holds = answersOf(program, { kind: 'property', name }, atoms)(null)
  return [...answers].map(([expr, { atom, negated }]) => [expr, negated !== holds[atom]] as const)
}

/** Every way to pick a class of each side: those of one property are all unknown, or all known. */
function productOf(sides: readonly Side[]): readonly (readonly EventPart[])[] {
  const all = sides.reduce<EventPart[][]>(
    (found, { classes }) => found.flatMap(parts => classes.map(part => [...parts, part])),
    [[]],
  )
  return all.filter(parts =>
    sides.every(({ property }, i) =>
      sides.every(
        (other, j) => other.property !== property || !property || isUnknown(parts[i]) === isUnknown(parts[j]),
      ),
    ),
  )
}

function isUnknown(part: Class | undefined): boolean {
  return part?.value === null
}

function classOf({ kind, name, sides, absent }: Cut, parts: readonly EventPart[]): EventClass {
  const { youngest, oldest } = parts.at(-1)?.ages ?? { youngest: 0, oldest: Number.POSITIVE_INFINITY }
  const properties = new Map(
    sides.flatMap(({ property }, i) => (property ? [[property.attribute.name, parts[i] as Class]] : [])),
  )
  return {
    type: isMoment(kind) ? -1 : kind,
    ...(isMoment(kind) && { moment: { attribute: dateOf(kind) } }),
    properties,
    holds: new Map([...absent, ...sides.flatMap((side, i) => answersIn(side, parts[i] as EventPart))]),
    youngest,
    oldest,
    text: textOf(name, sides, parts),
  }
}

function answersIn({ asked, atoms }: Side, { holds }: EventPart): readonly (readonly [Expr, Truth])[] {
  const truths = new Map(atoms.map((atom, i) => [atom, holds[i]]))
  return [...asked.answers].flatMap(([expr, { atom, negated }]) => {
    const truth = truths.get(atom)
    return truth === undefined ? [] : [[expr, negated ? opposite(truth) : truth] as const]
  })
}

/** `download(whitepaper), younger than 30d`. */
function textOf(name: string, sides: readonly Side[], parts: readonly EventPart[]): string {
  const told = sides.flatMap(({ property, classes }, i) => {
    const text = parts[i]?.text ?? ''
    return property && classes.length > 1 ? [isNamed(property, text) ? `${property.attribute.name} ${text}` : text] : []
  })
  const inside = told.length > 0 ? `(${told.join(', ')})` : ''
  return [name + inside, parts.at(-1)?.text].filter(Boolean).join(', ')
}

/** Texts of values of an enum speak for themselves. */
function isNamed({ attribute }: Property, text: string): boolean {
  return attribute.type.kind !== 'enum' || text === 'unknown'
}

function propertiesOf({ sides, open }: Cut, parts: readonly EventPart[]): readonly Readonly<Record<string, Value>>[] {
  const properties = [...new Set(sides.flatMap(({ property }) => property ?? []))]
  const chosen = properties.map(property => [property, valuesIn(property, sides, parts)] as const)
  const free = open.map(property => [property, anyOf(property)] as const)
  return variants([...chosen, ...free])
}

function valuesIn(property: Property, sides: readonly Side[], parts: readonly EventPart[]): readonly Value[] {
  const picks = sides.flatMap((side, i) =>
    side.property === property ? [side.classes.indexOf(parts[i] as EventPart)] : [],
  )
  return property.domain.valuesIn(picks)
}

/** One value of each class, those of other groups being what they are first. */
function anyOf({ domain }: Property): readonly Value[] {
  const { groups, valuesIn } = domain
  const picks = groups.flatMap(({ classes }, group) =>
    classes.map((_, pick) => groups.map((_, i) => (i === group ? pick : 0))),
  )
  return picks.flatMap(pick => valuesIn(pick).slice(0, 1))
}

/** The first value of each property, then each of the others' in its place. */
function variants(
  properties: readonly (readonly [Property, readonly Value[]])[],
): readonly Readonly<Record<string, Value>>[] {
  if (properties.some(([, values]) => values.length === 0)) return []
  const plain = Object.fromEntries(properties.map(([{ attribute }, [first = null]]) => [attribute.name, first]))
  const others = properties.flatMap(([{ attribute }, [, ...values]]) =>
    values.map(value => ({ ...plain, [attribute.name]: value })),
  )
  return [plain, ...others]
}
