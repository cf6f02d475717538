/** What is worth saying of the leads of a file as they pass, in the order of its lines. */

import type { Problems } from '../input/problems.ts'
import { hashOf, IdTable, mostIds } from '../input/seen.ts'
import { counted, grouped } from '../print/numbers.ts'
import { utf8Text } from '../print/results/texts.ts'
import type { LinesPart, Part } from './part.ts'

/** How many ids that came before are named. */
const mostNamed = 5

export class Notes {
  leads = 0
  readonly #file: string
  readonly #problems: Problems
  readonly #ids = new IdTable(mostIds)
  #duplicates = 0
  #withIssues = 0
  /** Of the parts before. */
  #lines = 0

  constructor(file: string, problems: Problems) {
    this.#file = file
    this.#problems = problems
  }

  /** @param hash of its id */
  lead(line: number, hash: number, id: () => string): void {
    this.leads++
    const first = this.#ids.hashSeenAt(hash, line)
    if (first !== undefined && ++this.#duplicates <= mostNamed)
      this.#problems.note(`${this.#file}:${line}: lead \`${id()}\` was on line ${first} already; both are scored.`)
  }

  issues(leads: number): void {
    this.#withIssues += leads
  }

  /** The next part of a file of lines. */
  part(part: LinesPart & Partial<Pick<Part, 'refused'>>): void {
    const before = this.leads
    const problems = part.problems.values()
    const refused = (part.refused ?? []).values()
    let problem = problems.next().value
    let refusal = refused.next().value
    for (let lead = 0; lead < part.leads; lead++) {
      const line = part.lineOf[lead] as number
      for (; problem && problem.line < line; problem = problems.next().value) this.#problemIn(problem)
      const id = () => idOf(part, lead, before)
      this.lead(this.#lines + line, part.hashes[lead] || hashOf(id()), id)
      if (refusal?.lead !== lead) continue
      this.refused(this.#lines + line, id(), refusal.message)
      refusal = refused.next().value
    }
    for (; problem; problem = problems.next().value) this.#problemIn(problem)
    this.#lines += part.lines
    this.issues(part.withIssues)
  }

  #problemIn({ line, message }: LinesPart['problems'][number]): void {
    this.problem(this.#lines + line, message)
  }

  /** In strict mode. */
  refused(line: number, id: string, message: string): void {
    this.problem(line, `lead \`${id}\`: ${message}`)
  }

  problem(line: number, message: string): void {
    this.#problems.report(this.#file, line, message)
  }

  /** @param where people find the issues of leads; absent: what was written says how many have some */
  conclude(where: string | undefined): void {
    const { note } = this.#problems
    if (this.leads === 0) note(`${this.#file} has no leads.`)
    if (this.#duplicates > mostNamed)
      note(`${this.#file}: ${counted(this.#duplicates, 'lead')} in all with an id that came before.`)
    if (this.#ids.full) note(`Ids were compared up to the ${grouped(mostIds)}th only.`)
    if (this.#withIssues > 0 && where !== undefined)
      note(`${counted(this.#withIssues, 'lead')} with issues: values that did not fit counted as unknown (${where}).`)
  }
}

/** @param before how many leads there were before the part */
function idOf({ buffer, idStart, idEnd, oddIds }: LinesPart, lead: number, before: number): string {
  const [start, end] = [idStart[lead] as number, idEnd[lead] as number]
  return end > start ? utf8Text(new Uint8Array(buffer), start, end) : (oddIds.get(lead) ?? String(before + lead + 1))
}
