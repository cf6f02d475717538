/** From a pattern to the machine that searches for it (Thompson's construction), of bounded size. */
import type { Automaton, Instruction } from '@merit-lang/runtime'
import { maxInstructions, type Node, RegexProblem, refuse } from './node.ts'
import { parseRegex } from './parse.ts'

/** Built from the end: each node is given where to go on, and says where it starts. */
class Builder {
  readonly code: Instruction[] = []
  /** Also counts what leaves no instruction, so that `((){1000}){1000}` ends too. */
  private steps = 0

  emit(instruction: Instruction): number {
    if (this.code.length >= maxInstructions) tooLong()
    return this.code.push(instruction) - 1
  }

  node(node: Node, next: number): number {
    if (++this.steps > 10 * maxInstructions) tooLong()
    switch (node.kind) {
      case 'set':
        return this.emit({ do: 'set', ranges: node.ranges, negated: node.negated, next })
      case 'assert':
        return this.emit({ do: 'assert', what: node.what, next })
      case 'sequence':
        return node.of.reduceRight((after, part) => this.node(part, after), next)
      case 'choice':
        return node.of.map(part => this.node(part, next)).reduceRight((other, start) => this.split(start, other))
      case 'repeat':
        return this.repeat(node, next)
    }
  }

  private split(next: number, other: number): number {
    return this.emit({ do: 'split', next, other })
  }

  private repeat({ of, min, max }: Extract<Node, { kind: 'repeat' }>, next: number): number {
    let start = max === undefined ? this.loop(of, next) : next
    for (let optional = min; optional < (max ?? min); optional++) start = this.split(this.node(of, start), next)
    for (let required = 0; required < min; required++) start = this.node(of, start)
    return start
  }

  /** Any number of times: the split comes back to itself. */
  private loop(of: Node, next: number): number {
    const again = this.split(next, next)
    this.code[again] = { do: 'split', next: this.node(of, again), other: next }
    return again
  }
}

function tooLong(): never {
  refuse('The pattern is too long once its repetitions are written out; ask for fewer.')
}

/** The same machine with instruction `start` in place 0. */
function startingAt(code: readonly Instruction[], start: number): Automaton {
  const moved = (i: number) => (i === start ? 0 : i === 0 ? start : i)
  const renumbered = code.map(instruction => {
    if (instruction.do === 'match') return instruction
    const next = moved(instruction.next)
    return instruction.do === 'split'
      ? { ...instruction, next, other: moved(instruction.other) }
      : { ...instruction, next }
  })
  return renumbered.map((_, i) => renumbered[moved(i)] as Instruction)
}

function compiled(pattern: string): Automaton {
  const builder = new Builder()
  const end = builder.emit({ do: 'match' })
  return startingAt(builder.code, builder.node(parseRegex(pattern), end))
}

/** What is wrong with the pattern, in a sentence, or nothing. */
export function regexProblem(pattern: string): string | undefined {
  try {
    compiled(pattern)
    return undefined
  } catch (problem) {
    if (problem instanceof RegexProblem) return problem.message
    throw problem
  }
}

/** The machine for a pattern without problem. */
export function compileRegex(pattern: string): Automaton {
  return compiled(pattern)
}
