import { toPoints } from '../kernel/points.ts'
import type { Expr, ExprOf, Op } from '../program.ts'
import { Age } from './age.ts'
import {
  anything,
  between,
  both,
  combined,
  type Enclosure,
  either,
  Interval,
  opposite,
  rising,
  type Truth,
} from './enclosure.ts'
import { absolute, difference, halved, isAtMost, isEqual, isKnown, isLess, quotient } from './operations.ts'
import type { Scope } from './period.ts'
import { isStill } from './still.ts'

/** What encloses an expression over a period. Closures, since there are as many periods to look at as there are steps in a search. */
type Enclose = (scope: Scope) => Enclosure

/** What encloses each kernel operation where it may move. */
const closures = {
  const: unmoved,
  attribute: unmoved,
  property: unmoved,
  eventTime: unmoved,
  contains: unmoved,
  startsWith: unmoved,
  endsWith: unmoved,
  containsWord: unmoved,
  member: unmoved,
  like: unmoved,
  matches: unmoved,
  has: unmoved,
  fold: unmoved,
  length: unmoved,
  domain: unmoved,
  calendar: unmoved,

  now:
    () =>
    ({ period: { from, to } }) =>
      from === to ? to : new Age(from, to, 0, 1),
  amount:
    () =>
    ({ amount }) =>
      amount,
  age:
    () =>
    ({ age }) =>
      age,
  value:
    ({ index }) =>
    ({ period }) =>
      period.value(index),
  score:
    ({ index }) =>
    ({ period }) =>
      rising(period.score(index), toPoints),
  grade:
    ({ index }) =>
    ({ period }) =>
      period.grade(index),
  stage:
    ({ index }) =>
    ({ period }) =>
      settled(period.stage(index)),
  aggregate:
    e =>
    ({ period }) =>
      period.aggregate(e),
  count:
    ({ set }) =>
    ({ period }) => {
      const { events, unsure } = period.members(set)
      return between(events.length - unsure.size, events.length)
    },

  not: ({ of }) => {
    const inner = enclosing(of)
    return scope => settled(opposite(truthOf(inner(scope))))
  },
  and: ({ of }) => every(of, truthOf, whole => whole),
  or: ({ of }) => every(of, one => opposite(truthOf(one)), opposite),
  equal: pair((a, b) => settled(isEqual(a, b))),
  less: pair((a, b) => settled(isLess(a, b))),
  atMost: pair((a, b) => settled(isAtMost(a, b))),
  known: single(of => settled(isKnown(of))),

  floor: single(of => rising(of, Math.floor)),
  abs: single(absolute),
  halve: single(halved),
  add: pair((a, b) => combined(a, b, (a, b) => a + b)),
  subtract: pair(difference),
  multiply: pair((a, b) => combined(a, b, (a, b) => a * b)),
  divide: pair(quotient),
  min: pair((a, b) => combined(a, b, Math.min)),
  max: pair((a, b) => combined(a, b, Math.max)),

  choose:
    ({ cases, otherwise }) =>
    scope =>
      firstOf(
        cases,
        one => truth(one.when, scope),
        one => enclose(one.then, scope),
        () => enclose(otherwise, scope),
      ),
} satisfies { [K in Op]: (e: ExprOf<K>) => Enclose }

const known = new WeakMap<Expr, Enclose>()

function enclosing(e: Expr): Enclose {
  const found = known.get(e) ?? (isStill(e) ? atTheEnd(e) : (closures[e.op] as (e: Expr) => Enclose)(e))
  known.set(e, found)
  return found
}

export function enclose(e: Expr, scope: Scope): Enclosure {
  return enclosing(e)(scope)
}

/** Whether a condition holds throughout, or never, or neither. */
export function truth(e: Expr, scope: Scope): Truth {
  return truthOf(enclose(e, scope))
}

function truthOf(of: Enclosure): Truth {
  return of instanceof Interval ? undefined : of === true
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
  let before: Enclosure | undefined
  for (const one of cases) {
    const holds = when(one)
    if (holds === false) continue
    const found = value(one)
    before = before === undefined ? found : either(before, found)
    if (holds) return before
  }
  return before === undefined ? otherwise() : either(before, otherwise())
}

/** What does not move is what it is at the end of the period. */
function atTheEnd(e: Expr): Enclose {
  return ({ period, event, amount, age }) => period.end().value(e, event, amount, age)
}

/** For operations that are not followed while their operands move. */
function unmoved(e: Expr): Enclose {
  const operands = Object.values(e).filter(isExpr).map(enclosing)
  const exactly = atTheEnd(e)
  return scope => (operands.some(operand => operand(scope) instanceof Interval) ? anything : exactly(scope))
}

function isExpr(part: unknown): part is Expr {
  return typeof part === 'object' && part !== null && 'op' in part
}

/** All of them, each as `view` has it; none is looked at after one that is false. */
function every(parts: readonly Expr[], view: (of: Enclosure) => Truth, answer: (whole: Truth) => Truth): Enclose {
  const inner = parts.map(enclosing)
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
  return ({ of }: Single): Enclose => {
    const inner = enclosing(of)
    return scope => operate(inner(scope))
  }
}

function pair(operate: (a: Enclosure, b: Enclosure) => Enclosure) {
  return ({ left, right }: Pair): Enclose => {
    const [a, b] = [enclosing(left), enclosing(right)]
    return scope => operate(a(scope), b(scope))
  }
}
