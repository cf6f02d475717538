/** Ways for properties of an event to be, those together that no condition on events tells apart. */
import type { Expr } from '@merit-lang/runtime'
import { both, opposite, type Truth } from '@merit-lang/runtime/reference'
import type { EventPart, Side } from './event-sides.ts'
import type { Answers } from './space.ts'

/** A class of each side. */
export type Way = readonly EventPart[]

export interface Group {
  /** Not empty. */
  readonly ways: readonly Way[]
  /** What all of them answer alike. */
  readonly holds: Answers
}

export interface Grouping {
  readonly groups: readonly Group[]
  /** What some of the groups answer. */
  readonly asked: Iterable<Expr>
}

/** Each way by itself. */
export function eachApart(sides: readonly Side[]): Grouping {
  const answers = answersIn(sides)
  return { groups: waysOf(sides).map(way => ({ ways: [way], holds: new OfWay(answers, way) })), asked: answers.keys() }
}

/** There are many ways and conditions, and few answers are ever asked for. */
class OfWay implements Answers {
  private readonly answers: AnswersOfWays
  private readonly way: Way

  constructor(answers: AnswersOfWays, way: Way) {
    this.answers = answers
    this.way = way
  }

  get(condition: Expr): Truth {
    return this.answers.get(condition)?.(this.way)
  }

  *[Symbol.iterator](): Generator<readonly [Expr, Truth]> {
    for (const [condition, truth] of this.answers) yield [condition, truth(this.way)]
  }
}

/** `conditions`: all that are asked about these events. Where a value matters as such, its classes stay apart. */
export function together(sides: readonly Side[], conditions: Iterable<Expr>): Grouping {
  const answers = answersIn(sides)
  const groups = new Map<string, { ways: Way[]; holds: Map<Expr, Truth> }>()
  for (const way of waysOf(sides)) {
    const holds = new Map<Expr, Truth>()
    const left = [...conditions].map(condition => leftOf(condition, expr => answers.get(expr)?.(way), holds))
    const raw = sides.map(({ asked, classes }, i) => (asked.raw ? classes.indexOf(way[i] as EventPart) : ''))
    const key = `${raw} ${left}`
    const group = groups.get(key)
    if (group) join(group, way, holds)
    else groups.set(key, { ways: [way], holds })
  }
  return {
    groups: [...groups.values()],
    asked: new Set([...groups.values()].flatMap(({ holds }) => [...holds.keys()])),
  }
}

function join(
  group: { readonly ways: Way[]; readonly holds: Map<Expr, Truth> },
  way: Way,
  holds: ReadonlyMap<Expr, Truth>,
): void {
  group.ways.push(way)
  for (const [expr, truth] of group.holds) if (holds.get(expr) !== truth) group.holds.delete(expr)
}

/** What a condition still asks when these truths are known, as a text; notes what they decide. */
function leftOf(e: Expr, truthOf: (e: Expr) => Truth, holds: Map<Expr, Truth>): string {
  const known = truthOf(e)
  if (known !== undefined) return noted(e, known, holds)
  if (e.op !== 'not' && e.op !== 'and' && e.op !== 'or') return '?'
  const parts = (e.op === 'not' ? [e.of] : e.of).map(part => ({ part, left: leftOf(part, truthOf, holds) }))
  const truths = parts.map(({ part }) => holds.get(part))
  const all = e.op === 'or' ? opposite(truths.map(opposite).reduce(both, true)) : truths.reduce(both, true)
  const truth = e.op === 'not' ? opposite(all) : all
  return truth === undefined ? `(${parts.map(({ left }) => left).join('')})` : noted(e, truth, holds)
}

function noted(e: Expr, truth: boolean, holds: Map<Expr, Truth>): string {
  holds.set(e, truth)
  return truth ? '+' : '-'
}

type AnswersOfWays = ReadonlyMap<Expr, (way: Way) => Truth>

function answersIn(sides: readonly Side[]): AnswersOfWays {
  return new Map(
    sides.flatMap(({ asked, atoms }, side) => {
      const places = new Map(atoms.map((atom, place) => [atom, place]))
      return [...asked.answers].flatMap(([expr, { atom, negated }]) => {
        const place = places.get(atom)
        const truth = (way: Way) => way[side]?.holds[place as number]
        return place === undefined ? [] : [[expr, negated ? (way: Way) => opposite(truth(way)) : truth] as const]
      })
    }),
  )
}

/** Every way to pick a class of each side: those of one property are all unknown, or all known. */
function waysOf(sides: readonly Side[]): readonly Way[] {
  const all = sides.reduce<Way[]>(
    (found, { classes }) => found.flatMap(way => classes.map(part => [...way, part])),
    [[]],
  )
  return all.filter(way => isConsistent(way, sides))
}

function isConsistent(way: Way, sides: readonly Side[]): boolean {
  const unknown = new Map<unknown, boolean>()
  return sides.every(({ property }, i) => {
    const own = way[i]?.value === null
    const other = property && unknown.get(property)
    unknown.set(property, own)
    return other === undefined || other === own
  })
}
