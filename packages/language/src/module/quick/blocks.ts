import type { Block, Expr, OnEvents, Rule } from '@merit-lang/runtime'
import { indented } from '../text.ts'
import { branchesText, type Guarded, gathered } from './branches.ts'
import { casesText, constantOf, MOST_POINTS, type Sum } from './events.ts'
import { exprText, testText } from './expressions.ts'
import { conjuncts } from './membership.ts'
import { commentOf, NotQuick, type Place } from './writing.ts'

/** So many rules in one function: V8 does not optimise functions that are much longer. */
const MOST_IN_FUNCTION = 200
/** With what one rule can give here, more could add up to what doubles do not hold exactly. */
const MOST_IN_BLOCK = 8000

/** Writes blocks as functions of `now` that give millionths. */
export class Blocks {
  readonly functions: string[] = []
  readonly sums: Sum[] = []
  private readonly place: Place
  private count = 0

  constructor(place: Place) {
    this.place = place
  }

  /** The call that gives what the block gives. */
  callOf(block: Block): string {
    if (block.items.length > MOST_IN_BLOCK) throw new NotQuick()
    const inner = block.items.flatMap(item => (item.kind === 'block' ? [this.callOf(item)] : []))
    const rules = block.items.filter(item => item.kind === 'rule')
    const summed = rules.filter(isOnlySummed)
    const guarded = rules.filter(rule => !isOnlySummed(rule)).map(rule => this.guardedBy(rule))
    const parts = chunksOf(gathered(guarded, this.place)).map(chunk =>
      this.functionOf(`let sum = 0\n${branchesText(chunk, this.place)}\nreturn sum`),
    )
    return this.functionOf(this.blockText(block, [...parts, ...this.summedText(summed), ...inner]))
  }

  /** One loop for all, since most of them have no events. */
  private summedText(rules: readonly Rule[]): string[] {
    const slots = rules.map(rule => this.slotOf(rule, rule.on as OnEvents))
    return slots.length > 0 ? [`pointsOf(${slots[0]}, ${(slots[0] as number) + slots.length})`] : []
  }

  private slotOf(rule: Rule, on: OnEvents): number {
    const slot = this.place.writing.slots++
    this.sums.push({ slot, on, rule })
    return slot
  }

  private functionOf(body: string): string {
    const name = `points${this.count++}`
    this.functions.push(`function ${name}(now) {\n${indented(body)}\n}`)
    return `${name}(now)`
  }

  private blockText(block: Block, parts: readonly string[]): string {
    const when = block.when ? [`if (!${testText(block.when.expr, this.place)}) return 0`] : []
    const factors = [...block.multipliers].sort((a, b) => a.factor - b.factor)
    const multipliers = factors.map(one => `if (${testText(one.when.expr, this.place)}) factor *= ${one.factor}`)
    const sum = parts.join(' + ') || '0'
    return [
      ...when,
      'let factor = 1',
      ...multipliers,
      `return whole(merit.blockPoints(${sum}, factor, ${this.limits(block)}))`,
    ].join('\n')
  }

  private limits({ cap, floor, weight }: Pick<Block, 'cap' | 'floor' | 'weight'>): string {
    return `${this.limit(cap)}, ${this.limit(floor)}, ${weight ?? 1}`
  }

  private limit(expr: Expr | undefined): string {
    return expr ? exprText(expr, this.place) : 'NaN'
  }

  private guardedBy(rule: Rule): Guarded {
    const gate = rule.when ? conjuncts(rule.when.expr) : []
    if (rule.on) return { conditions: gate, statement: `sum += ${this.fromEvents(rule, rule.on)}${commentOf(rule)}` }
    const [only, ...others] = rule.cases
    const own = only?.when && others.length === 0 ? conjuncts(only.when.expr) : []
    return { conditions: [...gate, ...own], statement: `sum += ${this.fromLead(rule)}${commentOf(rule)}` }
  }

  private fromLead(rule: Rule): string {
    const points = constantOf(rule.cases)
    const isPlain = !rule.cap && !rule.floor && rule.weight === undefined
    if (isPlain && points !== undefined && Math.abs(points) <= MOST_POINTS)
      return String(Math.floor(points * 1e6 + 0.5))
    return `whole(merit.worth(${casesText(rule.cases, this.place)}, ${this.limits(rule)}))`
  }

  /** A rule of which no event matched gives nothing: where its bounds would make something of nothing, the engine is asked. */
  private fromEvents(rule: Rule, on: OnEvents): string {
    const slot = this.slotOf(rule, on)
    const sum = `pointsOf(${slot}, ${slot + 1})`
    if (!rule.cap && !rule.floor && rule.weight === undefined) return sum
    if (!isAtMostZero(rule.floor) || !isAtMostZero(rule.cap, -1)) throw new NotQuick()
    return `whole(merit.bounded(${sum}, ${this.limits(rule)}))`
  }
}

/** Whether a constant, times the sign, is at most zero; there may be none. */
function isAtMostZero(limit: Expr | undefined, sign = 1): boolean {
  return limit === undefined || (limit.op === 'const' && typeof limit.value === 'number' && sign * limit.value <= 0)
}

/** Whether the rule gives what its events give, without conditions or bounds. */
function isOnlySummed({ on, when, cap, floor, weight }: Rule): boolean {
  return on !== undefined && !when && !cap && !floor && weight === undefined
}

function chunksOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / MOST_IN_FUNCTION)
  return Array.from({ length: count }, (_, i) => list.slice(i * MOST_IN_FUNCTION, (i + 1) * MOST_IN_FUNCTION))
}
