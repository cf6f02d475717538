import type { EventSet, Expr, Program } from '@merit-lang/runtime'

/** What explanations say of a part of a program is no part of its meaning. */
const said: ReadonlySet<string> = new Set(['parts', 'reads', 'subject', 'span', 'automaton'])

/** What a part of a program is made of. A loop over its keys: every search walks through all rules. */
export function partsOf(node: object): object[] {
  const parts: object[] = []
  for (const key in node) {
    const part = node[key as keyof typeof node] as unknown
    if (typeof part === 'object' && part !== null && !said.has(key)) parts.push(part)
  }
  return parts
}

/** What stands elsewhere in the program. */
export function referredTo(part: object, program: Program): Expr | EventSet | undefined {
  const { op, index } = part as { op?: string; index?: number }
  if (op === 'value') return program.values[index as number]
  return op === 'sharedSet' ? program.sets[index as number] : undefined
}

export function allPartsOf(node: object, program: Program): object[] {
  const parts = partsOf(node)
  const elsewhere = referredTo(node, program)
  if (elsewhere) parts.push(elsewhere)
  return parts
}
