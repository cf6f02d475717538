/** Wishes that make conditions hold or not, and values great or small. Where nothing helps or is known to help there is no wish. */
import { type EventSet, type Expr, type ExprOf, fold, type Grade, type Op } from '@merit-lang/runtime'
import { highest, lowest } from '@merit-lang/runtime/reference'
import { enclose, members, truth, type View } from '../bounds/bounds.ts'
import { noWish, together, type Wish, wishFor } from './wish.ts'

/** Up: the greatest value; down: the least. */
export type Side = 1 | -1

/** What brings whatever the view's totals are made of to one end. */
export interface Ends {
  score(index: number, side: Side): Wish
}

/** Where an expression is steered. */
export interface Steering {
  readonly view: View
  readonly ends: Ends
  /** So many events will do, where events are counted. */
  readonly enough?: number
}

/** A wish under which the condition is as wanted. */
export function steer(e: Expr, want: boolean, at: Steering): Wish {
  const atom = at.view.space.atoms.get(e)
  if (atom) return pick(atom.variable, index => atom.holds[index] === want, at)
  if (truth(e, at.view) === want) return noWish
  const { steer: own } = operations[e.op] as { steer?: (e: Expr, want: boolean, at: Steering) => Wish }
  return own?.(e, want, at) ?? noWish
}

/** A wish under which a number is great (or small). */
export function aim(e: Expr, side: Side, at: Steering): Wish {
  const { aim: own } = operations[e.op] as { aim?: (e: Expr, side: Side, at: Steering) => Wish }
  return own?.(e, side, at) ?? noWish
}

/** The first class that does; none is wished for where there is a choice of one. */
function pick(variable: number, does: (index: number) => boolean, { view }: Steering): Wish {
  const left = view.box.classes[variable] as readonly number[]
  const found = left.length > 1 ? left.find(does) : undefined
  return found === undefined ? noWish : wishFor(variable, found)
}

type Steered<K extends Op> = {
  readonly steer?: (e: ExprOf<K>, want: boolean, at: Steering) => Wish
  readonly aim?: (e: ExprOf<K>, side: Side, at: Steering) => Wish
}

/** How each operation is steered as a condition, and aimed as a number. */
const operations = {
  not: { steer: ({ of }, want, at) => steer(of, !want, at) },
  and: { steer: ({ of }, want, at) => (want ? all(of, true, at) : one(of, false, at)) },
  or: { steer: ({ of }, want, at) => (want ? one(of, true, at) : all(of, false, at)) },
  less: { steer: ({ left, right }, want, at) => ordered(left, right, want, at) },
  atMost: { steer: ({ left, right }, want, at) => ordered(left, right, want, at) },
  equal: {
    steer: ({ left, right }, want, at) =>
      want && right.op === 'const' && left.op === 'grade' ? label(left.index, String(right.value), at) : noWish,
  },
  member: {
    steer: ({ of, values: labels }, want, at) =>
      want && of.op === 'grade' ? label(of.index, String(labels[0]), at) : noWish,
  },
  stage: { steer: ({ index }, want, at) => stage(index, want, at) },
  known: { steer: ({ of }, want, at) => (want ? aim(of, 1, at) : noWish) },

  value: {
    steer: ({ index }, want, at) => steer(at.view.space.program.values[index] as Expr, want, at),
    aim: ({ index }, side, at) => aim(at.view.space.program.values[index] as Expr, side, at),
  },
  choose: {
    steer: ({ cases, otherwise }, want, at) => steer(cases[0]?.then ?? otherwise, want, at),
    aim: (e, side, at) => choose(e, side, at),
  },

  attribute: { aim: ({ index }, side, at) => attribute(index, side, at) },
  score: { aim: ({ index }, side, at) => at.ends.score(index, side) },
  count: { aim: ({ set }, side, at) => (side > 0 ? someOf(set, at.enough ?? many, at) : noWish) },
  aggregate: { aim: ({ set }, _, at) => someOf(set, 1, at) },
  add: { aim: ({ left, right }, side, at) => together([aim(left, side, at), aim(right, side, at)]) },
  subtract: { aim: ({ left, right }, side, at) => together([aim(left, side, at), aim(right, opposite(side), at)]) },
  multiply: {
    aim: ({ left, right }, side, at) =>
      together([aim(left, times(side, right, at), at), aim(right, times(side, left, at), at)]),
  },
  divide: {
    aim: ({ left, right }, side, at) =>
      together([aim(left, times(side, right, at), at), aim(right, opposite(times(side, left, at)), at)]),
  },
  min: { aim: ({ left, right }, side, at) => together([aim(left, side, at), aim(right, side, at)]) },
  max: { aim: ({ left, right }, side, at) => together([aim(left, side, at), aim(right, side, at)]) },
  floor: { aim: ({ of }, side, at) => aim(of, side, at) },
  halve: { aim: ({ of }, side, at) => aim(of, opposite(side), at) },

  abs: {},
  const: {},
  property: {},
  eventTime: {},
  now: {},
  amount: {},
  age: {},
  grade: {},
  fold: {},
  contains: {},
  startsWith: {},
  endsWith: {},
  containsWord: {},
  like: {},
  matches: {},
  has: {},
  length: {},
  domain: {},
  calendar: {},
} satisfies { [K in Op]: Steered<K> }

/** So many events of the youngest class that the set may have. */
function someOf(set: EventSet, count: number, at: Steering): Wish {
  const [event] = members(set, at.view).classes.keys()
  return event === undefined ? noWish : { ...noWish, counts: new Map([[event, count]]) }
}

/** How many events are wished for where it is not known how many will do. */
const many = 100

const opposite = (side: Side): Side => (side > 0 ? -1 : 1)

/** The way to go for one operand of a product, given the other. */
function times(side: Side, other: Expr, { view }: Steering): Side {
  return highest(enclose(other, view)) <= 0 && lowest(enclose(other, view)) < 0 ? opposite(side) : side
}

function all(parts: readonly Expr[], want: boolean, at: Steering): Wish {
  return together(parts.map(part => steer(part, want, at)))
}

/** Any part will do; one that nothing yet speaks against. */
function one(parts: readonly Expr[], want: boolean, at: Steering): Wish {
  const possible = parts.find(part => truth(part, at.view) !== !want)
  return possible ? steer(possible, want, at) : noWish
}

/** Left before right, or not. */
function ordered(left: Expr, right: Expr, want: boolean, at: Steering): Wish {
  const side: Side = want ? -1 : 1
  return together([aim(left, side, upTo(right, at)), aim(right, opposite(side), upTo(left, at))])
}

/** As many events as the other side asks for, and one more. */
function upTo(other: Expr, at: Steering): Steering {
  const most = highest(enclose(other, at.view))
  return most >= 0 && most < 10_000 ? { ...at, enough: Math.floor(most) + 1 } : at
}

function attribute(index: number, side: Side, at: Steering): Wish {
  const [variable] = at.view.space.variablesOf[index] ?? []
  if (variable === undefined) return noWish
  const { classes } = at.view.space.variables[variable] as {
    classes: readonly { value: Parameters<typeof highest>[0] }[]
  }
  const left = (at.view.box.classes[variable] as readonly number[]).filter(one => classes[one]?.value !== null)
  const end = (one: number) => {
    const { value } = classes[one] as { value: Parameters<typeof highest>[0] }
    return side > 0 ? highest(value) : -lowest(value)
  }
  const [first, ...others] = left
  if (first === undefined || others.length === 0) return noWish
  return wishFor(
    variable,
    others.reduce((best, one) => (end(one) > end(best) ? one : best), first),
  )
}

/** The case with the furthest value, and none before it. */
function choose({ cases, otherwise }: ExprOf<'choose'>, side: Side, at: Steering): Wish {
  const ways = [...cases.map(one => ({ when: one.when, value: one.then })), { when: undefined, value: otherwise }]
  const end = (e: Expr) => (side > 0 ? highest(enclose(e, at.view)) : -lowest(enclose(e, at.view)))
  const open = ways.filter(({ when }) => !when || truth(when, at.view) !== false)
  const best = open.reduce((a, b) => (end(b.value) > end(a.value) ? b : a))
  return caseOf(
    open.map(({ when }) => when),
    open.indexOf(best),
    at,
  )
}

/** The case at `index` applies, and none before it. */
export function caseOf(whens: readonly (Expr | undefined)[], index: number, at: Steering): Wish {
  const before = whens.slice(0, index).flatMap(when => (when ? [steer(when, false, at)] : []))
  const own = whens[index]
  return together([...(own ? [steer(own, true, at)] : []), ...before])
}

function label(index: number, wanted: string, at: Steering): Wish {
  const grade = at.view.space.program.grades[index] as Grade
  if (grade.kind === 'joined') return joinedLabel(grade.grades, wanted, at)
  const whens = [...grade.cases.map(({ when }) => when.expr), undefined]
  const labels = [...grade.cases.map(one => one.label), grade.otherwise]
  const found = labels.findIndex((one, i) => same(one, wanted) && (!whens[i] || truth(whens[i], at.view) !== false))
  return found < 0 ? noWish : caseOf(whens, found, at)
}

/** The first labels that put together are the one that is wanted. */
function joinedLabel([first, ...others]: readonly number[], wanted: string, at: Steering): Wish {
  if (first === undefined) return noWish
  const { grade } = at.view.totals
  const rests = others.reduce<string[]>((sofar, one) => sofar.flatMap(a => [...grade(one)].map(b => a + b)), [''])
  for (const start of grade(first)) {
    const rest = rests.find(end => same(start + end, wanted))
    if (rest !== undefined) return together([label(first, start, at), joinedLabel(others, rest, at)])
  }
  return noWish
}

const same = (a: string, b: string) => fold(a) === fold(b)

function stage(index: number, want: boolean, at: Steering): Wish {
  const { stages, disqualifications } = at.view.space.program
  const lines = (stages[index]?.lines ?? []).map(({ when }) => when.expr)
  const reasons = disqualifications.map(({ when }) => when.expr)
  if (want) return together([all(reasons, false, at), one(lines, true, at)])
  return all(lines, false, at)
}
