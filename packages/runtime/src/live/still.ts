/** What an event decides by itself: from its properties and its time, whatever the lead, the moment and other events are. */
import type { EventSet, Expr, Op, Program, SetOp } from '../program.ts'

const decidedAlone = {
  const: true,
  attribute: false,
  property: true,
  eventTime: true,
  now: false,
  amount: false,
  age: false,
  /** As what it stands for. */
  value: true,
  score: false,
  grade: false,
  stage: false,
  not: true,
  and: true,
  or: true,
  equal: true,
  less: true,
  atMost: true,
  member: true,
  known: true,
  fold: true,
  contains: true,
  startsWith: true,
  endsWith: true,
  containsWord: true,
  like: true,
  matches: true,
  has: true,
  length: true,
  domain: true,
  add: true,
  subtract: true,
  multiply: true,
  divide: true,
  min: true,
  max: true,
  floor: true,
  abs: true,
  halve: true,
  choose: true,
  calendar: true,
  count: false,
  aggregate: false,

  events: true,
  moment: false,
  /** As what it stands for. */
  sharedSet: true,
  filter: true,
  union: true,
  except: true,
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: false,
  reach: false,
  nth: false,
  window: false,
  since: false,
  cooldown: false,
  earliest: false,
  latest: false,
} satisfies { [K in Op | SetOp]: boolean }

/**
 * Whether an expression has the same value for an event, or a set holds it, at all times: that can be worked out once, when
 * the event comes, and no other event changes it.
 */
export function stillness(program: Program): (node: Expr | EventSet) => boolean {
  const known = new Map<unknown, boolean>()
  const isStill = (part: unknown): boolean => {
    if (typeof part !== 'object' || part === null) return true
    const answer = known.get(part) ?? (isStillNode(part) && Object.values(part).every(isStill))
    known.set(part, answer)
    return answer
  }
  const isStillNode = (part: object): boolean => {
    if (!('op' in part)) return true
    const node = part as Expr | EventSet
    if (node.op === 'value') return isStill(program.values[node.index])
    return node.op === 'sharedSet' ? isStill(program.sets[node.index]) : decidedAlone[node.op]
  }
  return isStill
}
