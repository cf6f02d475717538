import type { Box, Count, Space } from '../space/space.ts'
import type { Steps } from '../steps.ts'
import { withClasses, withCount } from './boxes.ts'
import type { Goal } from './goal.ts'
import { type Open, openAt } from './open.ts'
import { readsOf } from './reads.ts'
import type { Side } from './steer.ts'

/** How many ways to split are tried out before the best is taken. What parts of the goal disagree on comes first, then events. */
const tried = 6

/** The parts of a box that may still matter; undefined where there is nothing left to split. */
export function* splitting(
  goal: Goal,
  side: Side,
  space: Space,
  open: Open,
  variables: readonly number[],
): Steps<readonly Open[] | undefined> {
  const torn = variables.filter(one => open.wish.torn.has(one))
  const others = variables.filter(one => !open.wish.torn.has(one))
  const counts = byCounts(goal, space, open)
  const ways = [...byClasses(open, torn), ...counts.slice(0, tried / 2), ...byClasses(open, others), ...counts].slice(
    0,
    tried,
  )
  let best: readonly Open[] | undefined
  for (const boxes of ways) {
    const parts: Open[] = []
    for (const box of boxes) {
      const part = openAt(goal, side, space, box, open.bound)
      if (part) parts.push(part)
      yield
    }
    if (!best || promise(parts) < promise(best)) best = parts
  }
  return best
}

/** The less, the more was learnt. */
function promise(parts: readonly Open[]): number {
  const bounds = parts.map(({ bound }) => bound)
  return Math.max(Number.NEGATIVE_INFINITY, ...bounds) + parts.length / 1e6
}

/** What is wished for, and the rest. */
function byClasses({ box, wish }: Open, variables: readonly number[]): readonly (readonly Box[])[] {
  const isOpen = (variable: number) => (box.classes[variable] as readonly number[]).length > 1
  return variables.filter(isOpen).map(variable => {
    const classes = box.classes[variable] as readonly number[]
    const wished = wish.classes.get(variable)
    const first = wished !== undefined && classes.includes(wished) ? wished : (classes[0] as number)
    return [
      withClasses(
        box,
        variable,
        classes.filter(one => one !== first),
      ),
      withClasses(box, variable, [first]),
    ]
  })
}

/** None or some; one or several; and so on, while that tells anything. No more ways than are tried: there may be thousands of classes. */
function byCounts(goal: Goal, space: Space, { box, wish }: Open): readonly (readonly Box[])[] {
  if (!goal.parts.some(part => readsOf(part, space).events)) return []
  const ways: (readonly Box[])[] = []
  for (const event of new Set([...wish.counts.keys(), ...space.events.keys()])) {
    if (ways.length === tried) break
    const { low, high } = box.counts[event] as Count
    if (space.events[event]?.moment || low === high || low >= 4) continue
    ways.push([withCount(box, event, { low: low + 1, high }), withCount(box, event, { low, high: low })])
  }
  return ways
}
