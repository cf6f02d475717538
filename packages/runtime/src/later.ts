import { readLead } from './lead/lead.ts'
import type { Program } from './program.ts'
import type { Issue, Result } from './result.ts'

/** A subclass of this gives objects that others made private fields. */
class Given {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what the class is for
    return object
  }
}

/** Which lead a result is of. Private fields cost a plain object nothing and are not seen by whoever lists, copies or compares it. */
class Scored extends Given {
  readonly #program: Program
  readonly #lead: unknown
  #issues: readonly Issue[] | undefined

  constructor(result: object, program: Program, lead: unknown) {
    super(result)
    this.#program = program
    this.#lead = lead
  }

  static issuesOf(result: Scored): readonly Issue[] {
    result.#issues ??= readLead(result.#program, result.#lead).issues
    return result.#issues
  }
}

/** One for all results, so that all have one hidden class. */
const LATER: PropertyDescriptor & ThisType<Scored> = {
  get() {
    return Scored.issuesOf(this)
  },
  enumerable: true,
  configurable: true,
}

type Unfinished = Omit<Result, 'issues' | 'revision'> & { revision?: string }

/** Finishes a result: its issues it tells when it is first asked, and most never are. The lead must not change until then. */
export function tellIssuesLater(result: Unfinished, program: Program, lead: unknown): Result {
  new Scored(result, program, lead)
  Object.defineProperty(result, 'issues', LATER)
  result.revision = program.revision
  return result as Result
}
