import type { EventSet, Expr, Op, SetOp } from '../program.ts'

/** Whatever has another value later on by itself, or refers to what may. */
const moving: ReadonlySet<unknown> = new Set<Op | SetOp>([
  'now',
  'amount',
  'age',
  'value',
  'score',
  'grade',
  'stage',
  'count',
  'aggregate',
  'sharedSet',
  'window',
])

const known = new WeakMap<object, boolean>()

/** Whether a part of a program stays as it is for as long as no event happens and no date comes. */
export function isStill(part: Expr | EventSet): boolean {
  return stays(part)
}

function stays(part: object): boolean {
  const found = known.get(part) ?? work(part)
  known.set(part, found)
  return found
}

function work(part: object): boolean {
  if ('op' in part && (moving.has(part.op) || movesWithDate(part as EventSet))) return false
  return Object.values(part).every(inner => typeof inner !== 'object' || inner === null || stays(inner))
}

/** Of the instants at which moments enter, only those of attributes are known beforehand. */
function movesWithDate(set: EventSet): boolean {
  return set.op === 'moment' && set.of.op !== 'attribute'
}
