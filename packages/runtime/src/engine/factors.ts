import { halve } from '../kernel/halve.ts'
import type { Expr, OnEvents } from '../program.ts'
import type { Compiler } from './compiler.ts'
import type { Read, View } from './view.ts'

/** What a decay leaves of any amount at an age; a slot for each that the rules use. */
interface Factor {
  /** Half of the rest is left after each `period` past `grace`, in milliseconds; absent for other shapes. */
  readonly halfLife?: { readonly period: number; readonly grace: number }
  readonly read: Read
}

/** Factors are worked out once for each event, however many rules share them. */
export class Factors {
  /** Set where a factor was unknown or outside 0 to 1, which `Gather` does not reckon with. */
  strange = false
  private readonly slots = new Map<string, number>()
  private readonly factors: Factor[] = []
  private known = new Float64Array(0)
  private stamps = new Float64Array(0)
  private periods = new Float64Array(0)
  private graces = new Float64Array(0)
  private stamp = 0
  private event = -1
  private turn = 0

  /** Where the decay multiplies the amount by what follows from the age alone: its slot. */
  slotOf(decay: OnEvents['decay'], compiler: Compiler): number | undefined {
    const factor = decay && factorOf(decay.points)
    if (!factor) return undefined
    const halfLife = halfLifeOf(factor)
    const key = halfLife ? `${halfLife.period} ${halfLife.grace}` : JSON.stringify(factor)
    const slot = this.slots.get(key) ?? this.factors.push({ halfLife, read: compiler.read(factor) }) - 1
    if (slot === this.slots.size) this.grow()
    this.slots.set(key, slot)
    return slot
  }

  private grow(): void {
    this.known = new Float64Array(this.factors.length)
    this.stamps = new Float64Array(this.factors.length)
    this.periods = Float64Array.from(this.factors, ({ halfLife }) => halfLife?.period ?? 0)
    this.graces = Float64Array.from(this.factors, ({ halfLife }) => halfLife?.grace ?? 0)
  }

  /** To be called for each event, perhaps several times. */
  turnTo(event: number, turn: number): void {
    if (event === this.event && turn === this.turn) return
    this.event = event
    this.turn = turn
    this.stamp++
  }

  at(slot: number, view: View, age: number): number {
    if (this.stamps[slot] === this.stamp) return this.known[slot] as number
    const factor = this.work(slot, view, age)
    this.stamps[slot] = this.stamp
    this.known[slot] = factor
    return factor
  }

  private work(slot: number, view: View, age: number): number {
    const period = this.periods[slot] as number
    if (period > 0) return halve(Math.max(0, age - (this.graces[slot] as number)) / period)
    view.age = age
    const factor = (this.factors[slot] as Factor).read(view, -1) as number
    if (!(factor >= 0 && factor <= 1)) this.strange = true
    return factor
  }
}

/** F in amount × F(age). */
function factorOf(points: Expr): Expr | undefined {
  if (points.op !== 'multiply' || points.left.op !== 'amount') return undefined
  return isOfAge(points.right) ? points.right : undefined
}

function isOfAge(expr: Expr): boolean {
  if (expr.op === 'const' || expr.op === 'age') return true
  if ('left' in expr) return isOfAge(expr.left) && isOfAge(expr.right)
  if (expr.op === 'choose')
    return isOfAge(expr.otherwise) && expr.cases.every(({ when, then }) => isOfAge(when) && isOfAge(then))
  return (expr.op === 'halve' || expr.op === 'floor' || expr.op === 'abs') && isOfAge(expr.of)
}

/** `halve(age / period)`, or with `max(0, age - grace)` for the age. Periods below a millisecond are left to the closures. */
function halfLifeOf(factor: Expr): Factor['halfLife'] {
  if (factor.op !== 'halve' || factor.of.op !== 'divide') return undefined
  const [period, grace] = [constantOf(factor.of.right), graceOf(factor.of.left)]
  return period !== undefined && period >= 1 && grace !== undefined ? { period, grace } : undefined
}

function graceOf(age: Expr): number | undefined {
  if (age.op === 'age') return 0
  if (age.op !== 'max' || constantOf(age.left) !== 0 || age.right.op !== 'subtract') return undefined
  return age.right.left.op === 'age' ? constantOf(age.right.right) : undefined
}

function constantOf(expr: Expr): number | undefined {
  return expr.op === 'const' && typeof expr.value === 'number' ? expr.value : undefined
}
