/** What single rules of a model can bring or take, each with the smallest lead for which it does: pieces to build leads of. */
import type { Block, Program, Rule } from '@merit-lang/runtime'
import { readLead, runOf } from '@merit-lang/runtime/reference'
import type { Witness } from '../claims.ts'
import { extreme } from '../search/extreme.ts'
import { type Goal, scorePoints } from '../search/goal.ts'
import type { Side } from '../search/steer.ts'
import { spaceOf } from '../space/build.ts'
import { smallest } from '../witness/smallest.ts'
import { onlySums } from './part.ts'

export interface Gain {
  readonly witness: Witness
  /** In millionths, of that rule. */
  readonly points: number
}

/** So many rules are looked at: more than any threshold asks for. */
const LOOKED_AT = 48

/** A lead that needs more events than that is no small piece. */
const MANY = 12

const few = { boxes: 2, effort: 1e6 }

const known = new WeakMap<Program, readonly [below: Iterable<Gain>, above: Iterable<Gain>]>()

/** Above 0 (side 1) or below it, each found when it is asked for. */
export function gainsOf(program: Program, side: Side): Iterable<Gain> {
  const found = known.get(program) ?? [onceEach(gains(program, -1)), onceEach(gains(program, 1))]
  known.set(program, found)
  return found[side > 0 ? 1 : 0]
}

function* gains(program: Program, side: Side): Generator<Gain> {
  const rules = program.scores.flatMap(score =>
    score.kind === 'rules' ? alone(score.block, rule => may(rule, side)) : [],
  )
  const apart = Math.max(1, rules.length / LOOKED_AT)
  for (let place = 0; place < rules.length; place += apart) {
    const found = gainOf(rules[Math.floor(place)] as Block, side, program)
    if (found) yield found
  }
}

/** Of a block with one rule. */
function gainOf(block: Block, side: Side, program: Program): Gain | undefined {
  const part = onlySums(program, [block])
  const points = scorePoints(0)
  const goal = signOf(points)
  const { witness, reached = 0 } = extreme(goal, side, spaceOf(part), few)
  if (!witness || reached * side < 1 || eventsIn(witness) > MANY) return undefined
  const least = smallest(goal, part, witness)
  return { witness: least, points: points.measure(runOf(part, readLead(part, least.lead), least.now)) }
}

/** Whether there is any: then the first lead that comes is as good as any other. */
function signOf({ end, measure, ...goal }: Goal): Goal {
  const sign = (points: number) => Math.max(-1, Math.min(1, points))
  return {
    ...goal,
    enough: 1,
    end: (at, side) => {
      const { value, wish } = end(at, side)
      return { value: sign(value), wish }
    },
    measure: run => sign(measure(run)),
  }
}

function eventsIn({ lead }: Witness): number {
  return ((lead.events ?? []) as readonly unknown[]).length
}

/** Whether a rule may give points of a sign. */
function may({ cases }: Rule, side: Side): boolean {
  return cases.some(({ points }) => points.op !== 'const' || Number(points.value) * side > 0)
}

/** Each rule with the blocks around it and nothing beside it. */
function alone(block: Block, fits: (rule: Rule) => boolean): readonly Block[] {
  return block.items.flatMap((item): readonly Block[] => {
    if (item.kind === 'rule') return fits(item) ? [{ ...block, items: [item] }] : []
    return alone(item, fits).map(inner => ({ ...block, items: [inner] }))
  })
}

/** What a generator gives, for any number of readers. */
function onceEach<T>(source: Generator<T>): Iterable<T> {
  const taken: T[] = []
  return {
    *[Symbol.iterator]() {
      for (let i = 0; ; i++) {
        if (i === taken.length) {
          const { value, done } = source.next()
          if (done) return
          taken.push(value)
        }
        yield taken[i] as T
      }
    },
  }
}
