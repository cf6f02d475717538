/** One lead, scored with both models. */
import type { Program } from '@merit-lang/runtime'
import { type Columns, Engine, type Outcome } from '@merit-lang/runtime/batch'
import { isShared, type Outcomes, type Paired } from './outcomes.ts'
import type { Numbers } from './parts.ts'
import type { ImpactPlan } from './plan.ts'

/** What a lead is on one side, by the places of `Outcomes`; of what the side does not have nothing, 0 or the empty text. Plain data. */
export interface SideOutcome {
  /** In millionths. */
  readonly scores: readonly number[]
  readonly labels: readonly string[]
  /** 1: it is in the stage. */
  readonly stages: readonly number[]
  /** 1: it is disqualified for the reason. */
  readonly reasons: readonly number[]
}

/** What a part gives, in millionths. */
export interface PartDifference {
  /** Its place among the parts. */
  readonly part: number
  readonly before: number
  readonly after: number
}

export interface ScoredPair {
  readonly before: SideOutcome
  readonly after: SideOutcome
  /** The parts that give other points; absent where the outcomes are alike. */
  readonly parts?: readonly PartDifference[]
}

export class PairScorer {
  private readonly sides: readonly [Side, Side]
  private readonly outcomes: Outcomes

  /** @throws UnsupportedProgram where a program has forms that this version cannot run. */
  constructor({ before, after, outcomes, parts }: ImpactPlan) {
    this.outcomes = outcomes
    this.sides = [new Side(before, 'before', outcomes, parts.before), new Side(after, 'after', outcomes, parts.after)]
  }

  /** @param columns as each model reads the lead. */
  score(columns: readonly [Columns, Columns], row: number, now: number): ScoredPair {
    const [one, other] = this.sides
    const before = one.score(columns[0], row, now)
    const after = other.score(columns[1], row, now)
    if (!differ(before, after, this.outcomes)) return { before, after }
    const given = new Map<number, { before: number; after: number }>()
    one.give(columns[0], row, now, given)
    other.give(columns[1], row, now, given)
    const parts = [...given].filter(([, points]) => points.before !== points.after)
    return { before, after, parts: parts.map(([part, points]) => ({ part, ...points })) }
  }
}

type Given = Map<number, { before: number; after: number }>

class Side {
  private readonly engine: Engine
  private readonly name: 'before' | 'after'
  private readonly outcomes: Outcomes
  private readonly numbers: Numbers

  constructor(program: Program, name: 'before' | 'after', outcomes: Outcomes, numbers: Numbers) {
    this.engine = new Engine(program)
    this.name = name
    this.outcomes = outcomes
    this.numbers = numbers
  }

  score(columns: Columns, row: number, now: number): SideOutcome {
    return this.outcomeOf(this.engine.score(columns, row, now))
  }

  /** Adds what the parts give to the lead. */
  give(columns: Columns, row: number, now: number, given: Given): void {
    const add = (part: number, points: number): void => {
      const sum = given.get(part) ?? { before: 0, after: 0 }
      sum[this.name] += points
      given.set(part, sum)
    }
    this.engine.score(columns, row, now, true)
    this.engine.given((rule, points) => add(this.numbers.rules[rule] as number, points))
    this.engine.adjusted((block, points) => add(this.numbers.blocks[block] as number, points))
  }

  private outcomeOf({ scores, grades, stages, disqualified }: Outcome): SideOutcome {
    const { engine, name, outcomes } = this
    return {
      scores: outcomes.scores.map(one => scores[one[name]] ?? 0),
      labels: outcomes.grades.map(one => (one[name] < 0 ? '' : engine.labelOf(one[name], grades[one[name]] as number))),
      stages: outcomes.stages.map(one => stages[one[name]] ?? 0),
      reasons: outcomes.reasons.map(one => Math.max(0, ...one[name].map(line => disqualified[line] as number))),
    }
  }
}

/** A score or grade that only one model has differs for nobody. */
function differ(before: SideOutcome, after: SideOutcome, { scores, grades }: Outcomes): boolean {
  return (
    differIn(before.scores, after.scores, scores) ||
    differIn(before.labels, after.labels, grades) ||
    differIn(before.stages, after.stages) ||
    differIn(before.reasons, after.reasons)
  )
}

function differIn<T>(one: readonly T[], other: readonly T[], paired?: readonly Paired[]): boolean {
  for (let i = 0; i < one.length; i++)
    if (one[i] !== other[i] && (!paired || isShared(paired[i] as Paired))) return true
  return false
}
