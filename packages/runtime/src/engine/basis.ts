import type { EventSet, Expr, ExprOf, Op, Program, ValueType } from '../program.ts'

/**
 * What decides the value of an expression, as far as that is one column: then it is worked out once for each value of the
 * column, not once for each lead.
 *
 * A feature is an attribute, the age of a date, or a property of events by its name. `2 × feature`: the feature decides
 * the value; where its column holds numbers, on which side of its cuts a number lies does. `2 × feature + 1`: the value is
 * the number itself.
 */
export type Basis = number

/** Decided by nothing at all, or by more than one feature. */
export const CONSTANT = -1
export const MIXED = -2

const decidedBy = (feature: number): Basis => 2 * feature
const numberOf = (feature: number): Basis => 2 * feature + 1
const isNumber = (basis: Basis): boolean => basis >= 0 && basis % 2 === 1
export const isDecided = (basis: Basis): boolean => basis >= 0 && basis % 2 === 0
export const featureOf = (basis: Basis): number => basis >> 1

/** What decides both of two. */
export function joined(a: Basis, b: Basis): Basis {
  if (isNumber(a) || isNumber(b)) return MIXED
  return a === CONSTANT ? b : b === CONSTANT || a === b ? a : MIXED
}

/** Whether a column of the type holds numbers. */
export function isNumeric({ kind }: ValueType): boolean {
  return kind === 'number' || kind === 'date'
}

/** The features of a program and where its comparisons cut them. */
export class Features {
  readonly program: Program
  /** By feature: the numbers with which it is compared. */
  readonly cuts: number[][] = []
  /** The sets of which expressions ask how many events they have. */
  readonly counted = new Set<EventSet>()
  private readonly names: string[]
  private readonly properties: ReadonlyMap<string, Basis>
  private readonly known = new Map<Expr, Basis>()
  private readonly values: Basis[] = []

  constructor(program: Program) {
    this.program = program
    this.names = [...new Set(program.events.flatMap(({ properties }) => properties.map(({ name }) => name)))]
    this.properties = new Map(this.names.map((name, place) => [name, this.basisOfProperty(name, place)]))
  }

  basisOf(expr: Expr): Basis {
    return expr.op === 'const' ? CONSTANT : (this.known.get(expr) ?? this.work(expr))
  }

  private work(expr: Expr): Basis {
    const basis = (bases[expr.op] as (expr: Expr, features: Features) => Basis)(expr, this)
    this.known.set(expr, basis)
    return basis
  }

  /** Of the program's value; smaller ones first, so that no chain of them is too long for the stack. */
  ofValue(index: number): Basis {
    while (this.values.length <= index) this.values.push(this.basisOf(this.program.values[this.values.length] as Expr))
    return this.values[index] as Basis
  }

  ofAttribute(index: number): Basis {
    const type = this.program.attributes[index]?.type
    return type && isNumeric(type) ? numberOf(index) : decidedBy(index)
  }

  ofAge(attribute: number): Basis {
    return numberOf(this.program.attributes.length + attribute)
  }

  /** Types of events may declare properties of one name and different kinds: such a name is no feature. */
  ofProperty(name: string): Basis {
    return this.properties.get(name) ?? CONSTANT
  }

  private basisOfProperty(name: string, place: number): Basis {
    const declared = this.program.events.flatMap(({ properties }) => properties.filter(one => one.name === name))
    const numeric = declared.filter(({ type }) => isNumeric(type)).length
    const feature = 2 * this.program.attributes.length + place
    if (numeric === 0) return decidedBy(feature)
    return numeric === declared.length ? numberOf(feature) : MIXED
  }

  /** The attribute whose value, or whose age, the feature is. */
  attributeOf(feature: number): { readonly index: number; readonly isAge: boolean } | undefined {
    const count = this.program.attributes.length
    return feature < 2 * count ? { index: feature % count, isAge: feature >= count } : undefined
  }

  /** The name of the property that the feature is. */
  propertyOf(feature: number): string | undefined {
    return this.names[feature - 2 * this.program.attributes.length]
  }

  /** A comparison of a feature's number with constants is decided by where the number, or the number the other way round, lies among them. */
  cut(basis: Basis, ...numbers: readonly unknown[]): Basis {
    if (!isNumber(basis)) return basis
    const feature = featureOf(basis)
    const cuts = this.cuts[feature] ?? []
    this.cuts[feature] = cuts
    for (const number of numbers) if (typeof number === 'number') cuts.push(number, 0 - number)
    return decidedBy(feature)
  }
}

type Pair = { readonly left: Expr; readonly right: Expr }
type Single = { readonly of: Expr }

const mixed = (): Basis => MIXED
const single = ({ of }: Single, features: Features): Basis => joined(CONSTANT, features.basisOf(of))
const pair = ({ left, right }: Pair, features: Features): Basis =>
  joined(features.basisOf(left), features.basisOf(right))
const several = ({ of }: { readonly of: readonly Expr[] }, features: Features): Basis =>
  of.map(one => features.basisOf(one)).reduce(joined, CONSTANT)

function comparison({ left, right }: Pair, features: Features): Basis {
  const [a, b] = [features.basisOf(left), features.basisOf(right)]
  return joined(
    right.op === 'const' ? features.cut(a, right.value) : a,
    left.op === 'const' ? features.cut(b, left.value) : b,
  )
}

/** The age of a date that is an attribute, or the time until it. */
function difference({ left, right }: Pair, features: Features): Basis {
  const [date, other] = left.op === 'now' ? [right, left] : [left, right]
  return date.op === 'attribute' && other.op === 'now' ? features.ofAge(date.index) : pair({ left, right }, features)
}

const bases = {
  const: () => CONSTANT,
  attribute: ({ index }, features) => features.ofAttribute(index),
  property: ({ name }, features) => features.ofProperty(name),
  value: ({ index }, features) => features.ofValue(index),
  eventTime: mixed,
  now: mixed,
  amount: mixed,
  age: mixed,
  score: mixed,
  grade: mixed,
  stage: mixed,
  count: ({ set }, features) => {
    features.counted.add(set)
    return MIXED
  },
  aggregate: mixed,
  equal: comparison,
  less: comparison,
  atMost: comparison,
  member: ({ of, values }, features) => features.cut(features.basisOf(of), ...values),
  known: ({ of }, features) => features.cut(features.basisOf(of)),
  not: single,
  and: several,
  or: several,
  contains: pair,
  startsWith: pair,
  endsWith: pair,
  containsWord: pair,
  has: ({ list, item }, features) => pair({ left: list, right: item }, features),
  fold: single,
  like: single,
  matches: single,
  length: single,
  domain: single,
  floor: single,
  abs: single,
  halve: single,
  calendar: single,
  add: pair,
  subtract: difference,
  multiply: pair,
  divide: pair,
  min: pair,
  max: pair,
  choose: ({ cases, otherwise }, features) =>
    cases
      .flatMap(({ when, then }) => [when, then])
      .map(one => features.basisOf(one))
      .reduce(joined, joined(CONSTANT, features.basisOf(otherwise))),
} satisfies { [K in Op]: (expr: ExprOf<K>, features: Features) => Basis }
