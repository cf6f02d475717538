import type { Expr, Program, Rule } from '@merit-lang/runtime'
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
  const [variables, seen] = [new Set<number>(), new Set<object>()]
  let events = false
  const rules: Rule[] = []
  const open: object[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const atom = space.atoms.get(node as Expr)
    if (atom) {
      variables.add(atom.variable)
      continue
    }
    if (!('op' in node)) {
      if ('steps' in node) events = true
      if ('kind' in node && node.kind === 'rule') rules.push(node as Rule)
      open.push(...partsOf(node))
      continue
    }
    const one = node as Expr
    if (one.op === 'attribute') for (const variable of space.variablesOf[one.index] ?? []) variables.add(variable)
    if (one.op === 'count' || one.op === 'aggregate') events = true
    open.push(...partsOf(node), ...referredTo(one, space.program))
  }
  return { variables: [...variables].sort((a, b) => a - b), events, rules }
}

function partsOf(node: object): object[] {
  return Object.values(node).filter(part => typeof part === 'object' && part !== null) as object[]
}

/** What an expression stands for by its index. */
function referredTo({ op, ...rest }: { op: string; index?: number }, program: Program): readonly object[] {
  const index = rest.index as number
  const tables: Record<string, (index: number) => readonly (object | undefined)[]> = {
    value: i => [program.values[i]],
    sharedSet: i => [program.sets[i]],
    score: i => [program.scores[i]],
    grade: i => gradeParts(program, i),
    stage: i => [program.stages[i], ...program.disqualifications],
  }
  return (tables[op]?.(index) ?? []).filter(part => part !== undefined)
}

function gradeParts(program: Program, index: number): readonly (object | undefined)[] {
  const grade = program.grades[index]
  return grade?.kind === 'joined' ? grade.grades.flatMap(other => gradeParts(program, other)) : [grade]
}
