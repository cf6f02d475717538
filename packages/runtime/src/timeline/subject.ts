import type { Program } from '../program.ts'
import type { Snapshot } from './snapshot.ts'

/** A lead, whatever holds it. */
export interface Subject {
  readonly program: Program
  readonly at: (now: number) => Snapshot
  /** The instants of its events, and its dates that rules read, in order, each once. */
  readonly times: readonly number[]
}

/** `happened`: the instants of the lead's events. `now`: any instant, since attributes have no history. */
export function subjectOf(
  program: Program,
  happened: readonly number[],
  now: number,
  at: (now: number) => Snapshot,
): Subject {
  const { value } = at(now)
  const dates = datesReadBy(program).flatMap(index => (value({ op: 'attribute', index }) as number | null) ?? [])
  return { program, at, times: [...new Set([...happened, ...dates])].sort((a, b) => a - b) }
}

/** Where a lead's timeline starts: at its earliest event or its earliest date that rules read, and no later than now. */
export function startOf({ times }: Subject, now: number): number {
  return Math.min(now, times[0] ?? now)
}

const known = new WeakMap<Program, readonly number[]>()

/** The date attributes that rules read, by index. */
function datesReadBy(program: Program): readonly number[] {
  const { scores, grades, stages, disqualifications, values, sets } = program
  const found = known.get(program) ?? datesIn([scores, grades, stages, disqualifications, values, sets], program)
  known.set(program, found)
  return found
}

/** Expressions may be shared, so that each is looked at once. */
function datesIn(root: object, { attributes }: Program): readonly number[] {
  const [found, seen, open] = [new Set<number>(), new Set<object>(), [root]]
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if ('op' in node && node.op === 'attribute' && 'index' in node) found.add(node.index as number)
    for (const part of Object.values(node)) if (typeof part === 'object' && part !== null) open.push(part)
  }
  return [...found].filter(index => attributes[index]?.type.kind === 'date')
}
