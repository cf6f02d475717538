import type { EventSetOf, Program } from '@merit-lang/runtime'
import type { Space } from '../space/space.ts'
import { allPartsOf } from './parts.ts'

/** What of a box an answer depends on; each includes those before it. */
export const NOTHING = 0
export const EVENTS = 1
export const LEAD = 2
export type Needs = typeof NOTHING | typeof EVENTS | typeof LEAD

const own: Readonly<Record<string, Needs>> = {
  events: EVENTS,
  attribute: LEAD,
  moment: LEAD,
  score: LEAD,
  grade: LEAD,
  stage: LEAD,
}

const known = new WeakMap<Space, WeakMap<object, Needs>>()

/** What a part of a program depends on, an event at hand aside. */
export function needsOf(part: object, space: Space): Needs {
  const answers = known.get(space) ?? new WeakMap<object, Needs>()
  known.set(space, answers)
  return search(part, space.program, answers)
}

function search(part: object, program: Program, answers: WeakMap<object, Needs>): Needs {
  const found = answers.get(part)
  if (found !== undefined) return found
  let needs = ('op' in part ? own[part.op as string] : undefined) ?? NOTHING
  for (const inner of allPartsOf(part, program)) {
    if (needs === LEAD) break
    needs = Math.max(needs, search(inner, program, answers)) as Needs
  }
  answers.set(part, needs)
  return needs
}

const classes = new WeakMap<Space, WeakMap<object, readonly number[]>>()

/** The classes of events that a part of a program depends on. Moments are no matter of events but of dates. */
export function classesReadBy(part: object, space: Space): readonly number[] {
  const answers = classes.get(space) ?? new WeakMap<object, readonly number[]>()
  classes.set(space, answers)
  const found = answers.get(part) ?? classesOf(typesIn(part, space.program), space)
  answers.set(part, found)
  return found
}

const byType = new WeakMap<Space, ReadonlyMap<number, readonly number[]>>()

/** In order. */
export function classesOf(types: ReadonlySet<number>, space: Space): readonly number[] {
  const classes = byType.get(space) ?? grouped(space)
  byType.set(space, classes)
  const found = [...types].flatMap(type => classes.get(type) ?? [])
  return types.size > 1 ? found.sort((a, b) => a - b) : found
}

function grouped({ events }: Space): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const [index, { type }] of events.entries()) {
    const group = groups.get(type) ?? []
    group.push(index)
    groups.set(type, group)
  }
  return groups
}

function typesIn(root: object, program: Program): ReadonlySet<number> {
  const [types, seen, open] = [new Set<number>(), new Set<object>(), [root]]
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if ('op' in node && node.op === 'events') for (const type of (node as EventSetOf<'events'>).types) types.add(type)
    open.push(...allPartsOf(node, program))
  }
  return types
}
