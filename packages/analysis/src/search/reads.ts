import type { Expr, Program, Rule } from '@merit-lang/runtime'
import { partsOf } from '../bounds/parts.ts'
import type { Space } from '../space/space.ts'

/** What a part of a program depends on. */
export interface Reads {
  /** Variables, in order. */
  readonly variables: readonly number[]
  readonly events: boolean
  readonly rules: readonly Rule[]
}

const known = new WeakMap<Space, WeakMap<object, Reads>>()

/** What a part of the space's program depends on, also through what it refers to. */
export function readsOf(part: object, space: Space): Reads {
  const answers = known.get(space) ?? new WeakMap<object, Reads>()
  known.set(space, answers)
  const found = answers.get(part) ?? collect(part, space)
  answers.set(part, found)
  return found
}

function collect(root: object, space: Space): Reads {
  const [variables, rules, seen] = [new Set<number>(), new Set<Rule>(), new Set<object>()]
  let events = false
  const open: object[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (node !== root && isRule(node)) {
      const reads = readsOf(node, space)
      for (const variable of reads.variables) variables.add(variable)
      events ||= reads.events
      rules.add(node)
      continue
    }
    const atom = space.atoms.get(node as Expr)
    if (atom) {
      variables.add(atom.variable)
      continue
    }
    open.push(...partsOf(node))
    if (!('op' in node)) {
      if ('steps' in node) events = true
      if (isRule(node)) rules.add(node)
      continue
    }
    const one = node as Expr
    if (one.op === 'attribute') for (const variable of space.variablesOf[one.index] ?? []) variables.add(variable)
    if (one.op === 'count' || one.op === 'aggregate') events = true
    open.push(...referredTo(one, space.program))
  }
  return { variables: [...variables].sort((a, b) => a - b), events, rules: [...rules] }
}

function isRule(node: object): node is Rule {
  return 'kind' in node && node.kind === 'rule'
}

/** What an expression stands for by its index. */
const tables: Readonly<Record<string, (program: Program, index: number) => readonly (object | undefined)[]>> = {
  value: ({ values }, i) => [values[i]],
  sharedSet: ({ sets }, i) => [sets[i]],
  score: ({ scores }, i) => [scores[i]],
  grade: (program, i) => gradeParts(program, i),
  stage: ({ stages, disqualifications }, i) => [stages[i], ...disqualifications],
}

function referredTo(part: { readonly op: string; readonly index?: number }, program: Program): readonly object[] {
  return (tables[part.op]?.(program, part.index as number) ?? []).filter(found => found !== undefined)
}

function gradeParts(program: Program, index: number): readonly (object | undefined)[] {
  const grade = program.grades[index]
  return grade?.kind === 'joined' ? grade.grades.flatMap(other => gradeParts(program, other)) : [grade]
}
