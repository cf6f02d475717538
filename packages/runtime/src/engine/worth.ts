/** What rules give, in whole millionths: `scoring/rule.ts` in another form, and held to it by a law. NaN: the rule gives nothing. */
import { billionths, bound, millionths, sumOfBillionths, wholeBillionths, wholeMillionths } from '../kernel/points.ts'
import type { Block, Case, EventSet, Expr, OnEvents, Rule } from '../program.ts'
import type { Compiler } from './compiler.ts'
import { timeOf } from './reads.ts'
import { NONE, type Read, type View } from './view.ts'

export type Worth = (view: View) => number

/** Doubles add up whole numbers exactly as long as no sum reaches this. */
export const EXACT = 2 ** 53

export function worthOf(rule: Rule, compiler: Compiler): Worth {
  const [given, bounds] = [
    rule.on ? fromEvents(rule, rule.on, compiler) : fromLead(rule, compiler),
    boundsOf(rule, compiler),
  ]
  const when = rule.when && compiler.read(rule.when.expr)
  return view => (when && when(view, NONE) !== true ? Number.NaN : bounds(view, given(view)))
}

function fromLead({ cases }: Rule, compiler: Compiler): Worth {
  const amount = amountOf(cases, compiler)
  return view => {
    const points = amount(view, NONE) as number
    return Number.isNaN(points) ? points : millionths(points)
  }
}

/** The points of the first case that holds. */
export function amountOf(cases: readonly Case[], compiler: Compiler): Read {
  const whens = cases.map(({ when }) => (when ? compiler.read(when.expr) : always))
  const points = cases.map(one => compiler.read(one.points))
  return (view, event) => {
    for (let i = 0; i < whens.length; i++)
      if ((whens[i] as Read)(view, event) === true) return (points[i] as Read)(view, event)
    return Number.NaN
  }
}

const always: Read = () => true

function fromEvents({ cases }: Rule, on: OnEvents, compiler: Compiler): Worth {
  const points = pointsOf(cases, on, compiler)
  const list = compiler.list(on.steps.at(-1)?.set ?? NO_EVENTS)
  return view => {
    const { items, count } = list.in(view)
    let [sum, magnitude, matched] = [0, 0, false]
    for (let i = 0; i < count; i++) {
      const given = points(view, items[i] as number) as number
      if (Number.isNaN(given)) continue
      const whole = wholeBillionths(given)
      sum += whole
      magnitude += Math.abs(whole)
      matched = true
    }
    if (!matched) return Number.NaN
    return magnitude < EXACT ? fromBillionths(sum) : exactly(view, items.subarray(0, count), points)
  }
}

const NO_EVENTS: EventSet = { op: 'events', types: [] }

function exactly(view: View, events: Int32Array, points: Read): number {
  const given = Array.from(events, event => points(view, event) as number).filter(one => !Number.isNaN(one))
  return sumOfBillionths(given.map(billionths))
}

/** Exact below 2^53: no quotient of these is nearer to a whole number than doubles tell apart. */
export function fromBillionths(sum: number): number {
  return Math.floor((sum + 500) / 1000)
}

/** What one event gives after decay. */
export function pointsOf(cases: readonly Case[], { decay }: Pick<OnEvents, 'decay'>, compiler: Compiler): Read {
  const amount = amountOf(cases, compiler)
  if (!decay) return amount
  const left = compiler.read(decay.points)
  return (view, event) => {
    view.amount = amount(view, event) as number
    view.age = view.now - timeOf(view, event)
    return Number.isNaN(view.amount) ? Number.NaN : left(view, event)
  }
}

/** Cap, floor and weight, of what a rule that matched gives. */
export function boundsOf({ cap, floor, weight = 1 }: Pick<Block, 'cap' | 'floor' | 'weight'>, compiler: Compiler) {
  if (!cap && !floor && weight === 1) return (_: View, sum: number): number => sum
  const [highest, lowest] = [limitOf(cap, compiler), limitOf(floor, compiler)]
  return (view: View, sum: number): number =>
    Number.isNaN(sum) ? sum : wholeMillionths(bound(sum, highest(view), lowest(view)) * weight)
}

/** In millionths; null, which does not bind, where there is none or it is unknown. */
export function limitOf(expr: Expr | undefined, compiler: Compiler): (view: View) => number | null {
  if (!expr) return () => null
  const read = compiler.read(expr)
  return view => {
    const points = read(view, NONE) as number
    return Number.isNaN(points) ? null : millionths(points)
  }
}
