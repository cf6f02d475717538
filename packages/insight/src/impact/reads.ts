/** What the stages of a model are decided by: scores, grades and other stages, also by way of each other. */
import type { Program } from '@merit-lang/runtime'

export type ReadKind = 'score' | 'grade' | 'stage'

/** One outcome by name. */
export const outcomeKey = (kind: ReadKind, name: string) => `${kind} ${name}`

/** The outcomes that a stage reads, itself among them, by their keys. */
export function readsOfStage(program: Program, stage: number): ReadonlySet<string> {
  const reads = new Reads(program)
  reads.outcome('stage', stage)
  return reads.found
}

const outcomesIn = {
  score: ({ scores }) => scores,
  grade: ({ grades }) => grades,
  stage: ({ stages }) => stages,
} satisfies { [K in ReadKind]: (program: Program) => readonly { readonly name: string }[] }

class Reads {
  readonly found = new Set<string>()
  private readonly program: Program
  private readonly seen = new Set<object>()

  constructor(program: Program) {
    this.program = program
  }

  outcome(kind: ReadKind, index: number): void {
    const definition = outcomesIn[kind](this.program)[index]
    if (!definition) return
    this.found.add(outcomeKey(kind, definition.name))
    this.visit(definition)
    const joined = kind === 'grade' ? this.program.grades[index] : undefined
    if (joined?.kind === 'joined') for (const grade of joined.grades) this.outcome('grade', grade)
  }

  private visit(part: unknown): void {
    if (typeof part !== 'object' || part === null || this.seen.has(part)) return
    this.seen.add(part)
    const { op, index } = part as { readonly op?: string; readonly index?: number }
    if (op !== undefined && index !== undefined) this.refer(op, index)
    for (const value of Object.values(part)) this.visit(value)
  }

  private refer(op: string, index: number): void {
    if (op === 'value') this.visit(this.program.values[index])
    else if (op === 'sharedSet') this.visit(this.program.sets[index])
    else if (op === 'score' || op === 'grade' || op === 'stage') this.outcome(op, index)
  }
}
