/** Two models put together, and what is known of them so far: what is proved to be alike is then there once. */
import type { Program } from '@merit-lang/runtime'
import type { Budget, Witness } from '../claims.ts'
import type { Side } from '../search/steer.ts'
import { Excess } from './excess.ts'
import { Joint } from './joint.ts'
import { Order } from './order.ts'

/** Two scores of one name, by their index in `before` and in `after`. */
export type ScorePair = readonly [before: number, after: number]

/** That the score of one side is never above that of the other. */
interface InOrder {
  readonly pair: ScorePair
  readonly low: 0 | 1
}

export class Comparing {
  readonly before: Program
  readonly after: Program
  readonly budget: Required<Budget>
  joint: Joint
  /** What is seen to be in order in the joint program, with all that is proved by now. */
  order: Order
  /** Leads for whom a score differs. */
  readonly partings: Witness[] = []
  /** Leads for whom rules of a score differ, if bounds do not hide it. */
  readonly unbounded: Witness[] = []
  /** By the index of a score of `after`, that of `before` with which it is alike. */
  private readonly same = new Map<number, number>()
  private readonly inOrder: InOrder[] = []
  private readonly alikeGrades = new Set<string>()

  /** @throws NotComparable where both read the same data as things that have nothing in common. */
  constructor(before: Program, after: Program, budget: Required<Budget>) {
    this.before = before
    this.after = after
    this.budget = budget
    this.joint = this.newJoint()
    this.order = this.newOrder()
    this.takeTogether(this.scorePairs().filter(pair => this.isAlikeInForm(pair)))
  }

  // -------------------------------------------------------------- scores

  /** Of all names that both models have. */
  scorePairs(): readonly ScorePair[] {
    return this.after.scores.flatMap(({ name }, index) => {
      const partner = this.before.scores.findIndex(score => score.name === name)
      return partner < 0 ? [] : [[partner, index] as const]
    })
  }

  /** Where the scores stand in the joint program: at one place if they are taken together. */
  placesOf([before, after]: ScorePair): readonly [number, number] {
    const { sides } = this.joint
    return [sides[0].scores[before] as number, sides[1].scores[after] as number]
  }

  isTakenTogether([, after]: ScorePair): boolean {
    return this.same.has(after)
  }

  /** They are proved to be alike. */
  takeTogether(pairs: readonly ScorePair[]): void {
    if (pairs.length === 0) return
    for (const [before, after] of pairs) this.same.set(after, before)
    this.joint = this.newJoint()
    this.order = this.newOrder()
  }

  /** It is proved that `after` never gives more (side 1), or never fewer. */
  takeAsInOrder(pair: ScorePair, side: Side): void {
    this.inOrder.push({ pair, low: side > 0 ? 1 : 0 })
    this.order = this.newOrder()
  }

  private isAlikeInForm(pair: ScorePair): boolean {
    const { forms } = this.joint
    const [one, other] = this.placesOf(pair)
    return forms.score(one) === forms.score(other)
  }

  // -------------------------------------------------------------- grades

  /** The same in form or proved to be alike, or joined of grades that are, in the same order. Asked after all scores, when grades have their places. */
  gradesAlike(one: number, other: number): boolean {
    const { program, forms } = this.joint
    const [low, high] = [program.grades[one], program.grades[other]]
    if (forms.grade(one) === forms.grade(other) || this.alikeGrades.has(`${one} ${other}`)) return true
    if (low?.kind !== 'joined' || high?.kind !== 'joined' || low.grades.length !== high.grades.length) return false
    return low.grades.every((part, i) => this.gradesAlike(part, high.grades[i] as number))
  }

  takeGradesAsAlike(one: number, other: number): void {
    this.alikeGrades.add(`${one} ${other}`)
  }

  // -------------------------------------------------------------- made of what is known

  private newJoint(): Joint {
    return new Joint(this.before, this.after, this.same, this.budget)
  }

  private newOrder(): Order {
    const { program, forms } = this.joint
    const known = new Set(this.inOrder.map(({ pair, low }) => placed(this.placesOf(pair), low)))
    const order: Order = new Order(program, forms, {
      atMost: (low, high) => known.has(`${low} ${high}`),
      reaches: (one, other) => excess.reaches(one, other),
    })
    const excess = new Excess(program, forms, order, this.budget)
    return order
  }
}

function placed(places: readonly [number, number], low: 0 | 1): string {
  return `${places[low]} ${places[1 - low]}`
}
