import type { Columns } from '../columns/columns.ts'
import type { Program } from '../program.ts'
import { isInstant } from '../time/instant.ts'
import { UnsupportedProgram } from '../unsupported.ts'
import { type Outcome, TooEarly } from './outcomes.ts'
import { Plan } from './plan.ts'

/** Scores rows of columns: everything that can be worked out once for all leads is. Equal to `evaluate`, and held to it by a law. */
export class Engine {
  readonly program: Program
  private plan: Plan

  /** @throws UnsupportedProgram where the program has forms that this version cannot run. */
  constructor(program: Program) {
    if (program.unsupported.length > 0) throw new UnsupportedProgram(program.unsupported)
    this.program = program
    this.plan = new Plan(program, true)
  }

  /** Of the row that was scored last. */
  get outcome(): Outcome {
    return this.plan.results.outcome
  }

  /** The label of a grade that an outcome has at this place. */
  labelOf(grade: number, place: number): string {
    return this.plan.results.labels[grade]?.[place] as string
  }

  /**
   * What the row comes to; the next call overwrites it. `recording`: `given` is then to say what rules gave.
   * @throws RangeError where `now` is no instant of the years 0001 to 9999.
   */
  score(columns: Columns, row: number, now: number, recording = false): Outcome {
    if (!isInstant(now)) throw new RangeError('now must be milliseconds since 1970 UTC, within the years 0001 to 9999.')
    return this.run(columns, row, now, recording)
  }

  /**
   * The rules that gave points in the row that was scored last, recording: each by its place among all rules of the program
   * as they stand in the file, and in whole millionths.
   */
  given<T>(describe: (rule: number, points: number) => T): T[] {
    return this.plan.given(describe)
  }

  /**
   * What multipliers, bounds and weights make of what is in a block, in the row that was scored last: each block for which that is
   * something else by its place, inner ones before those around them, and what it adds, in whole millionths.
   */
  adjusted<T>(describe: (block: number, points: number) => T): T[] {
    return this.plan.adjusted(describe)
  }

  private run(columns: Columns, row: number, now: number, recording: boolean): Outcome {
    try {
      const outcome = this.plan.run(columns, row, now, recording)
      return this.plan.ledger.rounded ? this.plan.run(columns, row, now, true) : outcome
    } catch (problem) {
      if (!(problem instanceof TooEarly)) throw problem
      this.plan = new Plan(this.program, false)
      return this.run(columns, row, now, recording)
    }
  }
}
