/** One lead, scored with both models. */
import type { Program } from '@merit-lang/runtime'
import { type Column, type Columns, Engine, type Outcome } from '@merit-lang/runtime/batch'
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

/** What a part of the models gives on either side, in millionths. */
export interface Difference {
  /** Its place among the causes, of which the parts are the first. */
  readonly cause: number
  readonly before: number
  readonly after: number
}

export interface ScoredPair {
  readonly before: SideOutcome
  readonly after: SideOutcome
  /** Nothing is known of the lead that either model reads. */
  readonly isBlank: boolean
  /** The parts that give other points; absent where the outcomes are alike. */
  readonly parts?: readonly Difference[]
}

export class PairScorer {
  private readonly sides: readonly [Side, Side]
  private readonly outcomes: Outcomes
  private readonly given: Given
  private scored = 0
  private affected = 0

  /** @throws UnsupportedProgram where a program has forms that this version cannot run. */
  constructor({ before, after, outcomes, parts }: ImpactPlan) {
    this.outcomes = outcomes
    this.given = new Given(parts.list.length)
    this.sides = [new Side(before, 'before', outcomes, parts.before), new Side(after, 'after', outcomes, parts.after)]
  }

  /** @param columns as each model reads the lead. */
  score(columns: readonly [Columns, Columns], row: number, now: number): ScoredPair {
    const [one, other] = this.sides
    // Where most leads are affected, scoring them a second time would take longer than recording what rules give at once.
    const recording = this.affected * 2 > this.scored
    const before = one.score(columns[0], row, now, recording)
    const after = other.score(columns[1], row, now, recording)
    this.scored++
    const isBlank = nothingKnown(columns, row)
    if (!differ(before, after, this.outcomes)) return { before, after, isBlank }
    this.affected++
    if (!recording) for (const i of [0, 1] as const) this.sides[i].score(columns[i], row, now, true)
    return { before, after, isBlank, parts: this.differences() }
  }

  private differences(): readonly Difference[] {
    for (const side of this.sides) side.give(this.given)
    return this.given.take()
  }
}

/** What parts give to the lead at hand. Arrays by part, used again for each lead: this runs for every part of every lead. */
class Given {
  private readonly before: Float64Array
  private readonly after: Float64Array
  private readonly touched: number[] = []

  constructor(parts: number) {
    this.before = new Float64Array(parts)
    this.after = new Float64Array(parts)
  }

  add(side: 'before' | 'after', part: number, points: number): void {
    if (this.before[part] === 0 && this.after[part] === 0) this.touched.push(part)
    this[side][part] = (this[side][part] as number) + points
  }

  /** Those that differ; then nothing is given. */
  take(): readonly Difference[] {
    const { before, after, touched } = this
    const differences: Difference[] = []
    for (const part of touched) {
      const [one, other] = [before[part] as number, after[part] as number]
      if (one !== other) differences.push({ cause: part, before: one, after: other })
      before[part] = after[part] = 0
    }
    touched.length = 0
    return differences
  }
}

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

  score(columns: Columns, row: number, now: number, recording: boolean): SideOutcome {
    return this.outcomeOf(this.engine.score(columns, row, now, recording))
  }

  /** Adds what the parts give to the lead that was scored last, recording. */
  give(given: Given): void {
    const { name, numbers } = this
    this.engine.given((rule, points) => given.add(name, numbers.rules[rule] as number, points))
    this.engine.adjusted((block, points) => given.add(name, numbers.blocks[block] as number, points))
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

/** Of models that read nothing at all everything is known. */
function nothingKnown(columns: readonly [Columns, Columns], row: number): boolean {
  return columns.some(readsAnything) && columns.every(one => isEmpty(one, row))
}

const readsAnything = ({ attributes, events }: Columns): boolean => attributes.length + events.properties.length > 0

/** For most leads the first attribute is known. */
function isEmpty({ attributes, events }: Columns, row: number): boolean {
  for (const column of attributes) if (isKnown(column, row)) return false
  return events.from[row] === events.from[row + 1]
}

function isKnown(column: Column, row: number): boolean {
  return column.kind === 'codes' ? column.codes[row] !== 0 : !Number.isNaN(column.numbers[row])
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
