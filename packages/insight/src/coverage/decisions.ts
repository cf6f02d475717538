/** How a condition comes out where values may be unknown, each way as a condition of its own: Kleene's logic. */
import { every, never, not, some } from '@merit-lang/analysis'
import type { Expr, ExprOf, Op, Program } from '@merit-lang/runtime'
import { unknownsOf } from './unknown.ts'

/** Exactly one of them holds. `unknown` is `never` where known values always decide. */
export interface Decisions {
  readonly true: Expr
  readonly false: Expr
  readonly unknown: Expr
  /** The condition, if there is one, that alone decides whether it is decided. */
  readonly known?: Expr
}

type Decide = (e: Expr) => Decisions
interface Deciding {
  readonly decide: Decide
  /** That the values of these expressions are known. */
  readonly known: (...of: readonly Expr[]) => Expr
  readonly isLarge: (e: Expr) => boolean
  readonly program: Program
}
type View<K extends Op> = (e: ExprOf<K>, deciding: Deciding) => Decisions

/** What is false where an operand is unknown. */
const decidedBy = (e: Expr, known: Expr): Decisions => ({
  true: e,
  false: every(not(e), known),
  unknown: not(known),
  known,
})
const pair = (e: Extract<Expr, { left: Expr }>, { known }: Deciding) => decidedBy(e, known(e.left, e.right))
const single = (e: Expr & { readonly of: Expr }, { known }: Deciding) => decidedBy(e, known(e.of))
const whole = (e: Expr, { known }: Deciding) => decidedBy(e, known(e))

/** `parts`: what it is made of. */
function joined(parts: readonly Decisions[], yes: Expr, no: Expr): Decisions {
  const isOpen = parts.some(({ unknown }) => unknown !== never)
  return { true: yes, false: no, unknown: isOpen ? every(not(yes), not(no)) : never }
}

/** Where the same decides whether its parts are decided: searches end sooner where the condition stays in one piece. */
function together(e: ExprOf<'and' | 'or'>, parts: readonly Decisions[]): Decisions | undefined {
  const known = parts[0]?.known
  if (!known || parts.some(one => one.known !== known)) return undefined
  const isFalseOfUnknown = parts.every((one, i) => one.true === e.of[i])
  return { ...decidedBy(e, known), true: isFalseOfUnknown ? e : every(e, known) }
}

function chosen({ cases, otherwise }: ExprOf<'choose'>, { decide }: Deciding): Decisions {
  return cases.reduceRight((rest, { when, then }) => {
    const [applies, taken] = [decide(when), decide(then)]
    const way = (how: 'true' | 'false') => some(every(applies.true, taken[how]), every(applies.false, rest[how]))
    return joined([applies, taken, rest], way('true'), way('false'))
  }, decide(otherwise))
}

/** As the kernel decides it. */
const views = {
  not: ({ of }, { decide }) => {
    const inner = decide(of)
    return { ...inner, true: inner.false, false: inner.true }
  },
  and: (e, { decide }) => {
    const parts = e.of.map(decide)
    return (
      together(e, parts) ?? joined(parts, every(...parts.map(one => one.true)), some(...parts.map(one => one.false)))
    )
  },
  or: (e, { decide }) => {
    const parts = e.of.map(decide)
    return (
      together(e, parts) ?? joined(parts, some(...parts.map(one => one.true)), every(...parts.map(one => one.false)))
    )
  },
  choose: chosen,
  value: (e, { decide, isLarge, program }) => (isLarge(e) ? twoValued(e) : decide(program.values[e.index] as Expr)),
  has: (e, { known }) => decidedBy(e, known(e.list, e.item)),
  equal: pair,
  less: pair,
  atMost: pair,
  contains: pair,
  startsWith: pair,
  endsWith: pair,
  containsWord: pair,
  member: single,
  like: single,
  matches: single,
  known: whole,
  const: whole,
  attribute: whole,
  property: whole,
  eventTime: whole,
  now: whole,
  amount: whole,
  age: whole,
  score: whole,
  grade: whole,
  stage: whole,
  fold: whole,
  length: whole,
  domain: whole,
  floor: whole,
  abs: whole,
  halve: whole,
  calendar: whole,
  add: whole,
  subtract: whole,
  multiply: whole,
  divide: whole,
  min: whole,
  max: whole,
  count: whole,
  aggregate: whole,
} satisfies { [K in Op]: View<K> }

/** The program's comparisons stay the same objects in the answers. */
export function decisionsOf(program: Program): Decide {
  const mayBeUnknown = unknownsOf(program)
  const answers = new Map<Expr, Decisions>()
  const decide: Decide = e => {
    const found = answers.get(e) ?? plain(e, (views[e.op] as View<Op>)(e as never, deciding))
    answers.set(e, found)
    return found
  }
  const knownOf = knowing(program)
  const known = (...of: readonly Expr[]) => every(...new Set(of.filter(mayBeUnknown).map(knownOf)))
  const sizeOf = sizesIn(program)
  const deciding: Deciding = { decide, known, isLarge: e => sizeOf(e) > largest, program }
  return decide
}

const twoValued = (e: Expr): Decisions => ({ true: e, false: not(e), unknown: never })

/** Segments may be made of segments so often that nobody can visit all that they stand for: those are not taken apart. */
const largest = 500

/** Of a condition written out, in comparisons. */
function sizesIn(program: Program): (e: Expr) => number {
  const sizes = new Map<Expr, number>()
  const sum = (of: readonly Expr[]) => of.reduce((all, one) => all + sizeOf(one), 0)
  const sizeOf = (e: Expr): number => {
    const size = sizes.get(e) ?? sum(operandsOf(e, program)) + 1
    sizes.set(e, size)
    return size
  }
  return sizeOf
}

function operandsOf(e: Expr, { values }: Program): readonly Expr[] {
  if (e.op === 'value') return [values[e.index] as Expr]
  if (e.op === 'not') return [e.of]
  if (e.op === 'choose') return [...e.cases.flatMap(({ when, then }) => [when, then]), e.otherwise]
  return e.op === 'and' || e.op === 'or' ? e.of : []
}

/** The condition itself, and not what it consists of, where known values always decide. */
function plain(e: Expr, { unknown, ...ways }: Decisions): Decisions {
  return unknown === never ? twoValued(e) : { ...ways, unknown }
}

/** Asked of what a text is about, which is known where its folded form is; one object for one attribute. */
function knowing(program: Program): (e: Expr) => Expr {
  const ofAttributes = program.attributes.map((_, index): Expr => ({ op: 'known', of: { op: 'attribute', index } }))
  const knownOf = (e: Expr): Expr => {
    if (e.op === 'fold') return knownOf(e.of)
    if (e.op === 'value') return knownOf(program.values[e.index] as Expr)
    return (e.op === 'attribute' && ofAttributes[e.index]) || { op: 'known', of: e }
  }
  return knownOf
}
