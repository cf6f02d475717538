/** Leads tried on two models at once, as long as that does not take too long. */
import type { Program } from '@merit-lang/runtime'
import { type Run, readLead, runOf } from '@merit-lang/runtime/reference'
import type { Verdict, Witness } from '../claims.ts'
import type { Goal } from '../search/goal.ts'
import { noWish } from '../search/wish.ts'
import { smallest } from '../witness/smallest.ts'

export class Trials {
  private readonly program: Program
  /** Rules: what scoring one event takes, about. */
  private readonly size: number
  private readonly most: number
  private spent = 0

  /** `most`: rules times events, for one question. */
  constructor(program: Program, size: number, most: number) {
    this.program = program
    this.size = size
    this.most = most
  }

  run({ lead, now }: Witness): Run {
    const events = (lead.events ?? []) as readonly unknown[]
    this.spent += this.size * (1 + events.length)
    return runOf(this.program, readLead(this.program, lead), now)
  }

  /** Whether more leads may be tried for this question. */
  readonly goesOn = (): boolean => this.spent <= this.most

  /** The smallest that shows it, made of the first that does; undefined where none of them does. */
  shown(near: Iterable<Witness>, shows: (run: Run) => boolean): Verdict | undefined {
    this.spent = 0
    for (const witness of near) {
      if (!this.goesOn()) return undefined
      if (!shows(this.run(witness))) continue
      const goal: Goal = { parts: [], end: () => ({ value: 1, wish: noWish }), measure: run => Number(shows(run)) }
      return { kind: 'possible', witness: smallest(goal, this.program, witness) }
    }
    return undefined
  }
}
