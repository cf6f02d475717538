/** What an expression reads, as far as it matters for whether one thing decides it. */
import type { Expr, Op, Program } from '@merit-lang/runtime'

/** What a condition may be about. There is one object for each, so that they are told apart by identity. */
export type Subject =
  | { readonly kind: 'attribute'; readonly index: number }
  | { readonly kind: 'property'; readonly name: string }
  /** The instant of the event at hand. */
  | { readonly kind: 'time' }

export interface Reads {
  /** The only one; absent where there is none, or several. */
  readonly subject?: Subject
  /** Also anything else: another subject, scores, events. */
  readonly more: boolean
  readonly clock: boolean
  /** Nodes, with those that are referred to. */
  readonly size: number
}

/** Shared values that refer to each other may stand for more nodes than anybody can visit. */
const LARGEST = 20_000

const TIME: Subject = { kind: 'time' }
const nothing: Reads = { more: false, clock: false, size: 1 }
const clock: Reads = { more: false, clock: true, size: 1 }
const more: Reads = { more: true, clock: false, size: 1 }

/** What a single node reads, beside its operands. */
const own = {
  attribute: 'subject',
  property: 'subject',
  eventTime: 'subject',
  value: 'reference',
  now: clock,
  amount: more,
  age: more,
  score: more,
  grade: more,
  stage: more,
  count: more,
  aggregate: more,
  const: nothing,
  not: nothing,
  and: nothing,
  or: nothing,
  equal: nothing,
  less: nothing,
  atMost: nothing,
  member: nothing,
  known: nothing,
  fold: nothing,
  contains: nothing,
  startsWith: nothing,
  endsWith: nothing,
  containsWord: nothing,
  like: nothing,
  matches: nothing,
  has: nothing,
  length: nothing,
  domain: nothing,
  add: nothing,
  subtract: nothing,
  multiply: nothing,
  divide: nothing,
  min: nothing,
  max: nothing,
  floor: nothing,
  abs: nothing,
  halve: nothing,
  choose: nothing,
  calendar: nothing,
} satisfies { [K in Op]: Reads | 'subject' | 'reference' }

/** Answers for the expressions of one program. */
export class Reading {
  private readonly known = new Map<Expr, Reads>()
  private readonly values: Reads[] = []
  private readonly attributes: readonly Reads[]
  private readonly properties = new Map<string, Reads>()
  private readonly time = only(TIME)

  constructor({ attributes, values }: Program) {
    this.attributes = attributes.map((_, index) => only({ kind: 'attribute', index }))
    for (const value of values) this.values.push(this.of(value))
  }

  of(e: Expr): Reads {
    const found = this.known.get(e) ?? this.workedOut(e)
    this.known.set(e, found)
    return found
  }

  private workedOut(e: Expr): Reads {
    const itself = own[e.op]
    if (itself === 'reference') return this.values[(e as { index: number }).index] as Reads
    if (itself === 'subject') return this.subjectRead(e)
    return operandsOf(e).reduce((all, part) => together(all, this.of(part)), itself)
  }

  private subjectRead(e: Expr): Reads {
    if (e.op === 'attribute') return this.attributes[e.index] as Reads
    return e.op === 'property' ? this.propertyRead(e.name) : this.time
  }

  private propertyRead(name: string): Reads {
    const found = this.properties.get(name) ?? only({ kind: 'property', name })
    this.properties.set(name, found)
    return found
  }
}

function only(subject: Subject): Reads {
  return { subject, more: false, clock: false, size: 1 }
}

function together(a: Reads, b: Reads): Reads {
  const size = a.size + b.size
  const several = a.subject !== undefined && b.subject !== undefined && a.subject !== b.subject
  return {
    subject: several ? undefined : (a.subject ?? b.subject),
    more: a.more || b.more || several || size > LARGEST,
    clock: a.clock || b.clock,
    size,
  }
}

/** Those that are evaluated where the expression is: sets and what is worked out over them have a scope of their own. */
export function operandsOf(e: Expr): readonly Expr[] {
  if ('left' in e) return [e.left, e.right]
  if ('list' in e) return [e.list, e.item]
  if (e.op === 'choose') return [...e.cases.flatMap(({ when, then }) => [when, then]), e.otherwise]
  if (e.op === 'aggregate' || !('of' in e)) return []
  return Array.isArray(e.of) ? e.of : [e.of as Expr]
}
