/**
 * A look at one class of leads of the many that a condition may hold for. Where it surely holds for all of that class, no
 * bounds can ever prove it impossible: whoever asks for such a proof may stop, without a lead that shows it.
 */
import type { Expr } from '@merit-lang/runtime'
import type { Truth } from '@merit-lang/runtime/reference'
import { truth } from '../bounds/bounds.ts'
import type { Box, Count, Space } from '../space/space.ts'
import { isUnknown, wholeOf } from './boxes.ts'
import type { Goal } from './goal.ts'
import { type Open, openAt } from './open.ts'
import { readsOf } from './reads.ts'
import { prospectOf } from './totals.ts'

/** False: the condition, which is the goal, holds for no lead. True: no bounds can prove that. */
export function glance(condition: Expr, goal: Goal, space: Space): Truth {
  const open = openAt(goal, 1, space, wholeOf(space), 1)
  if (!open || open.bound < 1) return false
  const box = likeliest(open, readsOf(condition, space).events, space)
  return truth(condition, prospectOf({ space, box }, goal.limits).unlimited.view) === true ? true : undefined
}

/**
 * Whether each of the conditions is decided by an attribute of its own that can bring it about: then no bounds can prove that
 * they do not hold together, and nothing needs to be looked at.
 */
export function areApart(conditions: readonly Expr[], space: Space): boolean {
  const attributes = new Set<number>()
  const all = conditions.flatMap(condition =>
    condition.op === 'and' && !space.atoms.has(condition) ? condition.of : condition,
  )
  return all.every(condition => {
    const [of, want] = condition.op === 'not' ? [condition.of, false] : [condition, true]
    const atom = space.atoms.get(of)
    const attribute = atom && space.variables[atom.variable]?.attribute
    if (!atom || attribute === undefined || attributes.has(attribute)) return false
    attributes.add(attribute)
    return atom.holds.includes(want)
  })
}

/** What bounds over all leads alone say, whatever leads there are. */
export function isRuledOut(condition: Expr, goal: Goal, space: Space): boolean {
  const box = goal.within?.(space, wholeOf(space))
  return !box || truth(condition, prospectOf({ space, box }, goal.limits).view) === false
}

/** What is wished for and nothing else: one class of each variable, and a number of events of each class. */
function likeliest({ box, wish }: Open, readsEvents: boolean, space: Space): Box {
  const classes = box.classes.map((left, variable) => {
    const wished = wish.classes.get(variable)
    if (wished !== undefined && left.includes(wished)) return [wished]
    return [left.find(one => isUnknown(space, variable, one)) ?? (left[0] as number)]
  })
  if (!readsEvents) return { ...box, classes }
  return { classes, counts: box.counts.map((count, event) => exactly(wish.counts.get(event) ?? 0, count)) }
}

const none: Count = { low: 0, high: 0 }

function exactly(wished: number, { low, high }: Count): Count {
  const count = Math.max(low, Math.min(high, wished))
  return count === 0 ? none : { low: count, high: count }
}
