import type { Expr, ExprOf, Op, Value } from '@merit-lang/runtime'
import {
  absolute,
  anything,
  both,
  combined,
  compute,
  difference,
  type Enclosure,
  halved,
  highest,
  Interval,
  isAtMost,
  isEqual,
  isKnown,
  isLess,
  lowest,
  mayBeUnknown,
  opposite,
  quotient,
  type Run,
  rising,
  type Truth,
  toPoints,
} from '@merit-lang/runtime/reference'
import type { Atom, Space } from '../space/space.ts'
import { aggregateOf } from './aggregates.ts'
import { attributeOf, momentOf, propertyOf } from './attributes.ts'
import { oneOf, overAll, truthOf } from './choice.ts'
import type { Members } from './members.ts'
import { motionOf, together } from './motion.ts'
import { EVENTS, needsOf } from './needs.ts'
import { membersOf } from './sets.ts'
import { numbered, remembered, type Scope, type View } from './view.ts'

/** What encloses an expression over a box. Closures, since a search looks at very many boxes. */
type Enclose = (scope: Scope) => Enclosure

/** No lead has more events than there are whole doubles. */
const MOST = Number.MAX_SAFE_INTEGER

const perhaps: Enclose = () => anything

/** What encloses each kernel operation that is no atom of the space. */
const closures = {
  const:
    ({ value }) =>
    () =>
      value,
  attribute:
    ({ index }) =>
    ({ view }) =>
      attributeOf(index, view),
  property:
    ({ name }) =>
    ({ view, event }) =>
      propertyOf(name, event, view),
  eventTime:
    () =>
    ({ event }) =>
      event ? momentOf(event) : null,
  now: () => () => 0,
  amount:
    () =>
    ({ amount }) =>
      amount,
  age:
    () =>
    ({ age }) =>
      age,
  value: ({ index }, space) => {
    const answers = needsOf(space.program.values[index] as Expr, space) <= EVENTS ? 'ofEvents' : 'answers'
    return ({ view }) => numbered(view[answers].values, index, () => enclose(space.program.values[index] as Expr, view))
  },
  score:
    ({ index }) =>
    ({ view }) =>
      rising(view.totals.score(index), toPoints),
  grade:
    ({ index }) =>
    ({ view }) =>
      oneOf([...view.totals.grade(index)]),
  stage:
    ({ index }) =>
    ({ view }) =>
      settled(view.totals.stage(index)),
  count:
    ({ set }) =>
    ({ view }) =>
      numberOf(membersOf(set, view)),
  aggregate: (e, space) => {
    const answers = needsOf(e, space) <= EVENTS ? 'ofEvents' : 'answers'
    return ({ view }) => remembered(view[answers].aggregates, e, () => aggregateOf(e, view))
  },

  not: ({ of }, space) => {
    const inner = enclosing(of, space)
    return scope => settled(opposite(truthOf(inner(scope))))
  },
  and: ({ of }, space) => every(of, space, truthOf, whole => whole),
  or: ({ of }, space) => every(of, space, one => opposite(truthOf(one)), opposite),
  equal: comparison(isEqual),
  less: comparison(isLess),
  atMost: comparison(isAtMost),
  member: (e, space) => {
    if (motionOf(e.of, space.program) === 'moving') return perhaps
    return followed(e, space, ([of]) => (isAmong(of as Enclosure, e.values) ? anything : false))
  },
  known: ({ of }, space) => {
    const inner = enclosing(of, space)
    return scope => settled(isKnown(inner(scope)))
  },

  contains: followed,
  startsWith: followed,
  endsWith: followed,
  containsWord: followed,
  like: followed,
  matches: followed,
  has: followed,
  fold: (e, space) => followed(e, space, ([of]) => of as Enclosure),
  length: (e, space) => followed(e, space, ([of]) => new Interval(0, MOST, mayBeUnknown(of as Enclosure))),
  domain: followed,
  calendar: (e, space) => (motionOf(e.of, space.program) === 'still' ? followed(e, space) : perhaps),

  floor: single(of => rising(of, Math.floor)),
  abs: single(absolute),
  halve: single(halved),
  add: pair((a, b) => combined(a, b, (a, b) => a + b)),
  subtract: pair(difference),
  multiply: pair((a, b) => combined(a, b, (a, b) => a * b)),
  divide: pair(quotient),
  min: pair((a, b) => combined(a, b, Math.min)),
  max: pair((a, b) => combined(a, b, Math.max)),

  choose: ({ cases, otherwise }, space) => {
    const tried = cases.map(({ when, then }) => ({ when: enclosing(when, space), value: enclosing(then, space) }))
    const last = enclosing(otherwise, space)
    return scope =>
      firstOf(
        tried,
        ({ when }) => truthOf(when(scope)),
        ({ value }) => value(scope),
        () => last(scope),
      )
  },
} satisfies { [K in Op]: (e: ExprOf<K>, space: Space) => Enclose }

const known = new WeakMap<Space, WeakMap<Expr, Enclose>>()

export function enclosing(e: Expr, space: Space): Enclose {
  const made = known.get(space) ?? new WeakMap<Expr, Enclose>()
  known.set(space, made)
  const found = made.get(e) ?? make(e, space)
  made.set(e, found)
  return found
}

function make(e: Expr, space: Space): Enclose {
  const atom = space.atoms.get(e)
  if (atom && !atom.holds.includes(undefined)) return consenting(atom)
  if (motionOf(e, space.program) === 'unclear') return perhaps
  const closure = ofClass(e, (closures[e.op] as (e: Expr, space: Space) => Enclose)(e, space), space)
  return atom ? firstClear(consenting(atom), closure) : closure
}

/** All leads, or events, of the box. */
export function enclose(e: Expr, view: View): Enclosure {
  return enclosing(e, view.space)(view.lead)
}

/** Whether a condition holds for all of them, or for none, or perhaps for some. */
export function truth(e: Expr, view: View): Truth {
  return truthOf(enclose(e, view))
}

export function truthIn(e: Expr, scope: Scope): Truth {
  return truthOf(enclosing(e, scope.view.space)(scope))
}

/** What all classes of the atom's variable that are left agree on. */
function consenting({ variable, holds }: Atom): Enclose {
  return ({ view }) => {
    const left = view.box.classes[variable] as readonly number[]
    const first = holds[left[0] as number]
    for (let i = 1; i < left.length; i++) if (holds[left[i] as number] !== first) return anything
    return first ?? anything
  }
}

function firstClear(one: Enclose, other: Enclose): Enclose {
  return scope => {
    const found = one(scope)
    return found instanceof Interval ? other(scope) : found
  }
}

const decidedByClasses = new WeakMap<Space, ReadonlySet<Expr>>()

/** What classes of events say of a condition comes first. */
function ofClass(e: Expr, closure: Enclose, space: Space): Enclose {
  const decided = decidedByClasses.get(space) ?? new Set(space.events.flatMap(({ holds }) => [...holds.keys()]))
  decidedByClasses.set(space, decided)
  return decided.has(e) ? scope => scope.event?.holds.get(e) ?? closure(scope) : closure
}

function numberOf({ low, high }: Members): Enclosure {
  return low === high ? low : new Interval(low, Math.min(high, MOST), false)
}

function settled(truth: Truth): Enclosure {
  return truth ?? anything
}

/** The value of the first case that holds. */
export function firstOf<C>(
  cases: readonly C[],
  when: (one: C) => Truth,
  value: (one: C) => Enclosure,
  otherwise: () => Enclosure,
): Enclosure {
  const found: Enclosure[] = []
  for (const one of cases) {
    const holds = when(one)
    if (holds === false) continue
    found.push(value(one))
    if (holds) return oneOf(found)
  }
  return oneOf([...found, otherwise()])
}

const operandNames = ['of', 'left', 'right', 'list', 'item'] as const

/**
 * For operations on texts, lists and the calendar, worked out for each choice of the operands' values, of which any
 * unknown one decides; `open` says what is known where there are too many.
 */
function followed(
  e: Expr,
  space: Space,
  open: (operands: readonly Enclosure[]) => Enclosure = () => anything,
): Enclose {
  const names = operandNames.filter(name => name in e)
  const operands = names.map(name => enclosing((e as unknown as Record<string, Expr>)[name] as Expr, space))
  const exactly = (values: readonly Value[]) => {
    const constants = names.map((name, i) => [name, { op: 'const', value: values[i] ?? null }])
    return compute({ ...e, ...Object.fromEntries(constants) } as Expr, { run: { program: space.program } as Run })
  }
  return scope => {
    const enclosed = operands.map(operand => operand(scope))
    if (enclosed.includes(null)) return exactly([])
    return overAll(enclosed, exactly) ?? open(enclosed)
  }
}

function isAmong(of: Enclosure, values: readonly (string | number)[]): boolean {
  return values.some(value => typeof value === 'string' || (lowest(of) <= value && value <= highest(of)))
}

/** All of them, each as `view` has it; none is looked at after one that is false. */
function every(
  parts: readonly Expr[],
  space: Space,
  view: (of: Enclosure) => Truth,
  answer: (whole: Truth) => Truth,
): Enclose {
  const inner = parts.map(part => enclosing(part, space))
  return scope => {
    let whole: Truth = true
    for (const one of inner) {
      whole = both(whole, view(one(scope)))
      if (whole === false) break
    }
    return settled(answer(whole))
  }
}

type Single = { readonly of: Expr }
type Pair = { readonly left: Expr; readonly right: Expr }

function single(operate: (of: Enclosure) => Enclosure) {
  return ({ of }: Single, space: Space): Enclose => {
    const inner = enclosing(of, space)
    return scope => operate(inner(scope))
  }
}

function pair(operate: (a: Enclosure, b: Enclosure) => Enclosure) {
  return ({ left, right }: Pair, space: Space): Enclose => {
    const [a, b] = [enclosing(left, space), enclosing(right, space)]
    return scope => operate(a(scope), b(scope))
  }
}

/** An instant that moves is not comparable with one that does not. Few values are compared one by one. */
function comparison(compare: (a: Enclosure, b: Enclosure) => Truth) {
  const exactly = ([a, b]: readonly Value[]) => compare(a as Value, b as Value) as boolean
  return (e: Pair, space: Space): Enclose => {
    const comparable = together([e.left, e.right], space.program) !== 'unclear'
    const [left, right] = [enclosing(e.left, space), enclosing(e.right, space)]
    return scope => {
      const [a, b] = [left(scope), right(scope)]
      if (a === null || b === null) return false
      return comparable ? (compare(a, b) ?? overAll([a, b], exactly) ?? anything) : anything
    }
  }
}
