/** One attribute (or property) as two models declare it: what holds the values of both, and how each reads it. */
import { type Attribute, type Expr, fold, type NumberRange, type ValueType } from '@merit-lang/runtime'

/** From the value that both share to what one side takes it for; a value that does not fit is unknown there. */
export type Reading = (value: Expr) => Expr

export interface SharedField {
  readonly attribute: Attribute
  readonly readings: readonly [Reading, Reading]
  /** Of a list, the values that a side takes from it, where the other has more. */
  readonly listed: readonly [Listed, Listed]
}

export type Listed = readonly string[] | undefined

/** That two declarations cannot be held against each other, in words. */
export class NotComparable extends Error {}

export const asIs: Reading = value => value

export function sharedField(a: Attribute, b: Attribute): SharedField {
  const type = unionOf(a, b)
  const unknownIn = a.unknownIn.filter(value => b.unknownIn.includes(value))
  const attribute = { ...a, type, required: a.required && b.required, unknownIn }
  const both = <T>(of: (own: Attribute) => T) => [of(a), of(b)] as const
  return {
    attribute,
    readings: both(own => readingOf(own, attribute)),
    listed: both(own => (type.kind === 'list' ? fewer(own.type, type) : undefined)),
  }
}

/** The values that a type lists, where the shared one has others, too. */
function fewer(own: ValueType, shared: ValueType): Listed {
  if (own.kind !== 'list' && own.kind !== 'enum') return undefined
  const all = shared.kind === 'list' || shared.kind === 'enum' ? shared.values : undefined
  return own.values && own.values.length < (all?.length ?? Number.POSITIVE_INFINITY) ? own.values : undefined
}

// ---------------------------------------------------------------- what holds the values of both

function unionOf(a: Attribute, b: Attribute): ValueType {
  const [one, other] = [a.type, b.type]
  if (one.kind === 'number' && other.kind === 'number') return unionOfNumbers(one, other)
  const [kind, kindOfOther] = [textual(one), textual(other)]
  if (kind === 'enum' && kindOfOther === 'enum') return { kind, ...valuesOf(valuesIn(one), valuesIn(other)) }
  if (one.kind === 'list' && other.kind === 'list') return { kind: 'list', ...valuesOf(one.values, other.values) }
  if (one.kind === other.kind) return one
  throw new NotComparable(`\`${a.name}\` is of the type ${nameOf[one.kind]} here and ${nameOf[other.kind]} there`)
}

/** Any text is a value of a text, and of an enum that lists none. */
function textual(type: ValueType): ValueType['kind'] {
  return type.kind === 'text' ? 'enum' : type.kind
}

function valuesIn(type: ValueType): readonly string[] | undefined {
  return type.kind === 'enum' ? type.values : undefined
}

function valuesOf(a: readonly string[] | undefined, b: readonly string[] | undefined): { values?: readonly string[] } {
  if (!a || !b) return {}
  return { values: [...new Map([...b, ...a].map(value => [fold(value), value])).values()] }
}

type NumberType = Extract<ValueType, { kind: 'number' }>

function unionOfNumbers(a: NumberType, b: NumberType): NumberType {
  return { kind: 'number', integer: a.integer && b.integer, range: hull(a.range ?? {}, b.range ?? {}) }
}

/** Its ends are the farther ones; of two at one place the one that belongs to its range. */
function hull(a: NumberRange, b: NumberRange): NumberRange {
  const [aLow, bLow] = [a.low ?? Number.NEGATIVE_INFINITY, b.low ?? Number.NEGATIVE_INFINITY]
  const [aHigh, bHigh] = [a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY]
  const low = aLow < bLow || (aLow === bLow && !a.lowOpen) ? a : b
  const high = aHigh > bHigh || (aHigh === bHigh && !a.highOpen) ? a : b
  return {
    ...(low.low === undefined ? {} : { low: low.low, lowOpen: low.lowOpen ?? false }),
    ...(high.high === undefined ? {} : { high: high.high, highOpen: high.highOpen ?? false }),
  }
}

const nameOf = {
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  number: 'number',
  enum: 'one of […]',
  list: 'list',
} satisfies { [K in ValueType['kind']]: string }

// ---------------------------------------------------------------- how a side reads it

function readingOf(own: Attribute, shared: Attribute): Reading {
  const unknown = own.unknownIn.filter(value => !shared.unknownIn.includes(value))
  return value => {
    const tests = [...outside(value, unknown, own), ...within(value, own.type, shared.type)]
    if (tests.length === 0) return value
    const when: Expr = { op: 'and', of: tests }
    // biome-ignore lint/suspicious/noThenProperty: the program's name for it
    return { op: 'choose', cases: [{ when, then: value }], otherwise: { op: 'const', value: null } }
  }
}

/** None of the values that count as unknown for this side alone. */
function outside(value: Expr, unknown: readonly string[], { name, type }: Attribute): readonly Expr[] {
  if (unknown.length === 0) return []
  if (type.kind === 'number') return [{ op: 'not', of: { op: 'member', of: value, values: numbersIn(unknown) } }]
  if (textual(type) === 'enum') return [{ op: 'not', of: { op: 'member', of: folded(value), values: unknown } }]
  throw new NotComparable(`\`${name}\` does not have the same values that count as unknown`)
}

const numbersIn = (texts: readonly string[]) => texts.map(Number).filter(number => !Number.isNaN(number))

const folded = (of: Expr): Expr => ({ op: 'fold', of })

/** Tests of what the shared type lets through and the side's own does not. */
function within(value: Expr, own: ValueType, shared: ValueType): readonly Expr[] {
  if (own.kind === 'number' && shared.kind === 'number') return numberTests(value, own, shared)
  const values = own.kind === 'enum' ? fewer(own, shared) : undefined
  return values ? [{ op: 'member', of: folded(value), values: values.map(fold) }] : []
}

function numberTests(value: Expr, own: NumberType, shared: NumberType): readonly Expr[] {
  const { low, high, lowOpen = false, highOpen = false } = own.range ?? {}
  const range = shared.range ?? {}
  const sameLow = low === range.low && lowOpen === (range.lowOpen ?? false)
  const sameHigh = high === range.high && highOpen === (range.highOpen ?? false)
  return [
    ...(low === undefined || sameLow ? [] : [ordered({ op: 'const', value: low }, value, lowOpen)]),
    ...(high === undefined || sameHigh ? [] : [ordered(value, { op: 'const', value: high }, highOpen)]),
    ...(own.integer && !shared.integer
      ? [{ op: 'equal', left: { op: 'floor', of: value }, right: value } as const]
      : []),
  ]
}

function ordered(left: Expr, right: Expr, open: boolean): Expr {
  return { op: open ? 'less' : 'atMost', left, right }
}
