/** What is worth saying of the leads of a file as they pass, in the order of its lines. */

import type { Problems } from '../input/problems.ts'
import { IdTable, mostIds } from '../input/seen.ts'
import { counted, grouped } from '../print/numbers.ts'
import { complain } from '../terminal.ts'

/** How many ids that came before are named. */
const mostNamed = 5

export class Notes {
  leads = 0
  readonly #file: string
  readonly #problems: Problems
  readonly #ids = new IdTable(mostIds)
  #duplicates = 0
  #withIssues = 0

  constructor(file: string, problems: Problems) {
    this.#file = file
    this.#problems = problems
  }

  /** @param hash of its id */
  lead(line: number, hash: number, id: () => string): void {
    this.leads++
    const first = this.#ids.hashSeenAt(hash, line)
    if (first !== undefined && ++this.#duplicates <= mostNamed)
      complain(`${this.#file}:${line}: lead \`${id()}\` was on line ${first} already; both are scored.`)
  }

  issues(leads: number): void {
    this.#withIssues += leads
  }

  /** In strict mode. */
  refused(line: number, id: string, message: string): void {
    this.problem(line, `lead \`${id}\`: ${message}`)
  }

  problem(line: number, message: string): void {
    this.#problems.report(this.#file, line, message)
  }

  /** @param saysIssues whether what was written leaves out how many leads have issues */
  conclude(saysIssues: boolean): void {
    if (this.leads === 0) complain(`${this.#file} has no leads.`)
    if (this.#duplicates > mostNamed)
      complain(`${this.#file}: ${counted(this.#duplicates, 'lead')} in all with an id that came before.`)
    if (this.#ids.full) complain(`Ids were compared up to the ${grouped(mostIds)}th only.`)
    if (this.#withIssues > 0 && saysIssues)
      complain(
        `${counted(this.#withIssues, 'lead')} with issues: values that did not fit counted as unknown (see \`issues\`).`,
      )
  }
}
