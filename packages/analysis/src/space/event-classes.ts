/** Events, cut into classes by everything that they differ in. */
import type { Attribute, Expr, Program } from '@merit-lang/runtime'
import { anything, type Truth } from '@merit-lang/runtime/reference'
import { answersOf } from './answers.ts'
import type { Asked } from './asked.ts'
import { something } from './domain.ts'
import { eachApart, type Group, type Grouping, together } from './event-groups.ts'
import {
  type EventPart,
  type Property,
  type Side,
  sideOfAges,
  sidesOfCalendar,
  sidesOfProperty,
} from './event-sides.ts'
import { type Values, valuesOf } from './event-values.ts'
import { dateOf, isMoment, type Kind } from './kinds.ts'
import type { AskedOfEvents, Questions } from './questions.ts'
import type { Answers, Class, EventClass } from './space.ts'
import { lazily } from './texts/lazily.ts'

export interface Events {
  readonly classes: readonly EventClass[]
  /** What some of the classes answer. */
  readonly asked: ReadonlySet<Expr>
  readonly propertiesIn: (event: EventClass) => readonly Values[]
}

/** `most`: more classes of one type than this are not worth it. */
export function eventsOf(program: Program, { events }: Questions, most = MOST): Events {
  const known = new Map<EventClass, () => readonly Values[]>()
  const cuts = [...events].map(([kind, asked]) => cutOf(kind, asked, program, most))
  for (const cut of cuts)
    for (const group of cut.groups)
      for (const age of cut.ages) known.set(classOf(cut, group, age), () => valuesOf(group.ways, cut.sides, cut.open))
  return {
    classes: [...known.keys()],
    asked: new Set(cuts.flatMap(({ asked }) => asked)),
    propertiesIn: event => known.get(event)?.() ?? [],
  }
}

/** How the events of one type are told apart. */
interface Cut {
  readonly kind: Kind
  readonly name: string
  readonly ages: readonly Group[]
  /** All but ages. */
  readonly sides: readonly Side[]
  readonly groups: readonly Group[]
  /** Properties that nothing tells events apart by, since there would be too many classes. */
  readonly open: readonly Property[]
  /** What conditions on properties that the type does not have come to. */
  readonly absent: ReadonlyMap<Expr, Truth>
  /** Conditions that some of its classes answer. */
  readonly asked: readonly Expr[]
}

function cutOf(kind: Kind, asked: AskedOfEvents, program: Program, most: number): Cut {
  const declared = new Map((program.events[kind]?.properties ?? []).map(property => [property.name, property]))
  const all = [...sidesOfProperties(asked, declared, program), ...sidesOfCalendar(asked, program)]
  const ages = eachApart([sideOfAges(asked, program)])
  const { sides, grouping } = fewEnough(all, Math.floor(most / ages.groups.length), asked.conditions)
  const told = new Set(sides.map(({ property }) => property))
  const absent = new Map(
    [...asked.properties].flatMap(([name, of]) => (declared.has(name) ? [] : nothingOf(name, of, program))),
  )
  return {
    kind,
    name: (isMoment(kind) ? program.attributes[dateOf(kind)] : program.events[kind])?.name ?? '',
    ages: ages.groups,
    sides,
    groups: grouping.groups,
    open: [...new Set(all.flatMap(({ property }) => property ?? []))].filter(property => !told.has(property)),
    absent,
    asked: [...absent.keys(), ...grouping.asked, ...ages.asked],
  }
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

const MOST = 256
/** So many answers may be compared to find out which ways are alike. */
const MOST_ANSWERS = 100_000

/**
 * All ways apart, where they are few. Else those together that no condition tells apart; where even those are too many,
 * without the side that has most classes.
 */
function fewEnough(
  sides: readonly Side[],
  most: number,
  conditions: ReadonlySet<Expr>,
): { readonly sides: readonly Side[]; readonly grouping: Grouping } {
  const ways = sides.reduce((product, { classes }) => product * classes.length, 1)
  if (ways <= most || sides.length === 0) return { sides, grouping: eachApart(sides) }
  if (ways * conditions.size <= MOST_ANSWERS) {
    const grouping = together(sides, conditions)
    if (grouping.groups.length <= most) return { sides, grouping }
  }
  const largest = sides.reduce((a, b) => (b.classes.length > a.classes.length ? b : a))
  const others = sides.filter(({ property }, i) =>
    largest.property ? property !== largest.property : sides[i] !== largest,
  )
  return fewEnough(others, most, conditions)
}

function nothingOf(name: string, { atoms, answers }: Asked, program: Program): readonly (readonly [Expr, Truth])[] {
  const holds = answersOf(program, { kind: 'property', name }, atoms)(null)
  return [...answers].map(([expr, { atom, negated }]) => [expr, negated !== holds[atom]] as const)
}

function classOf({ kind, name, sides, absent }: Cut, group: Group, age: Group): EventClass {
  const properties = propertiesIn(group, sides)
  const part = age.ways[0]?.[0] as EventPart
  const text = lazily(() => textOf(name, properties, sides, part))
  return {
    type: isMoment(kind) ? -1 : kind,
    ...(isMoment(kind) && { moment: { attribute: dateOf(kind) } }),
    properties: new Map([...properties].map(([{ attribute }, part]) => [attribute.name, part])),
    holds: new Layers([age.holds, group.holds, absent]),
    ...(part.ages ?? { youngest: 0, oldest: Number.POSITIVE_INFINITY }),
    get text() {
      return text()
    },
  }
}

/** What one does not answer another may. */
class Layers implements Answers {
  private readonly layers: readonly Answers[]

  constructor(layers: readonly Answers[]) {
    this.layers = layers
  }

  get(condition: Expr): Truth {
    for (const layer of this.layers) {
      const truth = layer.get(condition)
      if (truth !== undefined) return truth
    }
    return undefined
  }

  *[Symbol.iterator](): Generator<readonly [Expr, Truth]> {
    for (const layer of this.layers) yield* layer
  }
}

/** What each property is, in whichever way of the group. */
function propertiesIn({ ways }: Group, sides: readonly Side[]): ReadonlyMap<Property, Class> {
  return new Map(
    sides.flatMap(({ property }, i) =>
      property ? [[property, oneOf(ways.map(way => way[i] as Class))] as const] : [],
    ),
  )
}

function oneOf(classes: readonly Class[]): Class {
  const [first, ...others] = [...new Set(classes)] as [Class, ...Class[]]
  if (others.length === 0) return first
  return { value: classes.some(({ value }) => value === null) ? anything : something, text: '' }
}

/** `download(whitepaper), younger than 30d`. */
function textOf(
  name: string,
  properties: ReadonlyMap<Property, Class>,
  sides: readonly Side[],
  { text: age }: EventPart,
): string {
  const isTold = (property: Property) => sides.some(side => side.property === property && side.classes.length > 1)
  const told = [...properties].flatMap(([property, { text }]) =>
    text !== '' && isTold(property) ? [isNamed(property, text) ? `${property.attribute.name} ${text}` : text] : [],
  )
  const inside = told.length > 0 ? `(${told.join(', ')})` : ''
  return [name + inside, age].filter(text => text !== '').join(', ')
}

/** Texts of values of an enum speak for themselves. */
function isNamed({ attribute }: Property, text: string): boolean {
  return attribute.type.kind !== 'enum' || text === 'unknown'
}
