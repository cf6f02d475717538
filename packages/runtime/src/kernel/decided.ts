import type { Expr, ExprOf, Op } from '../program.ts'
import { compute, holds } from './expressions.ts'
import { inOrder } from './memo.ts'
import type { Run, Scope } from './scope.ts'

/** Undefined: it depends on something unknown. */
export type Decided = boolean | undefined

/**
 * The three-valued view of a condition (Kleene's logic): whether what is known decides it. Scoring itself is two-valued;
 * this only tells "not matched" from "input missing".
 */
const view = {
  not: (e, scope) => negated(decided(e.of, scope)),
  and: (e, scope) => allOf(e.of.map(part => decided(part, scope))),
  or: (e, scope) => anyOf(e.of.map(part => decided(part, scope))),
  choose: (e, scope) => {
    for (const { when, then } of e.cases) {
      const applies = decided(when, scope)
      if (applies !== false) return applies && decided(then, scope)
    }
    return decided(e.otherwise, scope)
  },
  value: (e, { run }) => decidedValues(run)(e.index),

  equal: pair,
  less: pair,
  atMost: pair,
  contains: pair,
  startsWith: pair,
  endsWith: pair,
  containsWord: pair,
  has: (e, scope) => (isKnown(e.list, scope) && isKnown(e.item, scope) ? holds(e, scope) : undefined),
  member: single,
  like: single,
  matches: single,
  known: holds,

  const: known,
  attribute: known,
  property: known,
  eventTime: known,
  now: known,
  amount: known,
  age: known,
  score: known,
  grade: known,
  stage: known,
  fold: known,
  length: known,
  domain: known,
  floor: known,
  abs: known,
  halve: known,
  calendar: known,
  add: known,
  subtract: known,
  multiply: known,
  divide: known,
  min: known,
  max: known,
  count: known,
  aggregate: known,
} satisfies { [K in Op]: (e: ExprOf<K>, scope: Scope) => Decided }

export function decided(e: Expr, scope: Scope): Decided {
  return (view[e.op] as (e: Expr, scope: Scope) => Decided)(e, scope)
}

const sharedValues = new WeakMap<Run, (index: number) => Decided>()

/** The program's shared values, each decided once in a run. */
function decidedValues(run: Run): (index: number) => Decided {
  const remembered = sharedValues.get(run) ?? inOrder(index => decided(run.program.values[index] as Expr, { run }))
  sharedValues.set(run, remembered)
  return remembered
}

export function allOf(parts: readonly Decided[]): Decided {
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
}

export function anyOf(parts: readonly Decided[]): Decided {
  return negated(allOf(parts.map(negated)))
}

function negated(part: Decided): Decided {
  return part === undefined ? undefined : !part
}

/** A comparison is decided where both sides are known. */
function pair(e: Extract<Expr, { left: Expr }>, scope: Scope): Decided {
  return isKnown(e.left, scope) && isKnown(e.right, scope) ? holds(e, scope) : undefined
}

function single(e: ExprOf<'member' | 'like' | 'matches'>, scope: Scope): Decided {
  return isKnown(e.of, scope) ? holds(e, scope) : undefined
}

/** What is no logic is decided where its value is known. */
function known(e: Expr, scope: Scope): Decided {
  return isKnown(e, scope) ? holds(e, scope) : undefined
}

function isKnown(e: Expr, scope: Scope): boolean {
  return compute(e, scope) !== null
}
