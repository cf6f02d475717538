import type { Lead } from '../lead/lead.ts'
import type { Program } from '../program.ts'

/**
 * Where a lead's timeline starts: at its earliest event that the model knows or its earliest date that the model's rules
 * read, and no later than now.
 */
export function startOf(program: Program, lead: Lead, now: number): number {
  return Math.min(now, lead.events[0]?.at ?? now, ...datesOf(program, lead))
}

/** The values of the dates that rules read. */
export function datesOf(program: Program, lead: Lead): readonly number[] {
  return datesReadBy(program).flatMap(index => (lead.attributes[index] as number | null) ?? [])
}

const known = new WeakMap<Program, readonly number[]>()

/** The date attributes that the rules read. What no rule reads does not matter. */
function datesReadBy(program: Program): readonly number[] {
  const { scores, grades, stages, disqualifications, values, sets } = program
  const found = known.get(program) ?? [
    ...attributesIn([scores, grades, stages, disqualifications, values, sets], program),
  ]
  known.set(program, found)
  return found
}

/** Expressions may be shared, so that each is looked at once. */
function attributesIn(root: object, program: Program): ReadonlySet<number> {
  const [found, seen, open] = [new Set<number>(), new Set<object>(), [root]]
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if ('op' in node && node.op === 'attribute' && 'index' in node) found.add(node.index as number)
    for (const part of Object.values(node)) if (typeof part === 'object' && part !== null) open.push(part)
  }
  return new Set([...found].filter(index => program.attributes[index]?.type.kind === 'date'))
}
