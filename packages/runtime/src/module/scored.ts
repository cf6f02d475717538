import { readLead } from '../lead/lead.ts'
import type { Program } from '../program.ts'
import type { Issue, Result } from '../result.ts'

/**
 * What straight code made of a lead. `issues` are worked out when they are first read, which most never are; the lead must
 * not be changed in between. They are a property of the object's own, so that JSON and copies have them.
 */
export class Scored implements Result {
  readonly id: string | null
  readonly at: string
  readonly scores: Result['scores']
  readonly grades: Result['grades']
  readonly stages: Result['stages']
  readonly disqualified: readonly string[]
  declare readonly issues: readonly Issue[]
  readonly revision: string
  readonly #program: Program
  readonly #lead: unknown

  constructor(
    program: Program,
    lead: unknown,
    id: string | null,
    at: string,
    scores: Result['scores'],
    grades: Result['grades'],
    stages: Result['stages'],
    disqualified: readonly string[],
  ) {
    this.id = id
    this.at = at
    this.scores = scores
    this.grades = grades
    this.stages = stages
    this.disqualified = disqualified
    Object.defineProperty(this, 'issues', LATER)
    this.revision = program.revision
    this.#program = program
    this.#lead = lead
  }

  static issuesOf(scored: Scored): readonly Issue[] {
    const { issues } = readLead(scored.#program, scored.#lead)
    Object.defineProperty(scored, 'issues', { value: issues, enumerable: true })
    return issues
  }
}

/** One for all, so that all have one hidden class. */
const LATER: PropertyDescriptor & ThisType<Scored> = {
  get() {
    return Scored.issuesOf(this)
  },
  enumerable: true,
  configurable: true,
}
