/** What a condition asks of scores: the ways in which it may hold, each with what scores must be for it. */
import type { Expr, Program } from '@merit-lang/runtime'
import type { Run } from '@merit-lang/runtime/reference'
import { scoreLimitsOf } from '../search/score-limits.ts'
import { readsOutcomes } from './part.ts'

/** Ways that are looked at. */
const MOST = 8

export interface Way {
  /** By how many millionths scores are short of their limits, all together; negative: beyond. */
  readonly gap: (run: Run) => number
  /** What is asked beside scores. */
  readonly beside: Expr
}

/** Whoever has the one and not the other has one of these, if staying on for having been on is left aside. */
export function waysTo(has: Expr, hasNot: Expr, program: Program): readonly Way[] {
  const none: Expr = { op: 'not', of: { op: 'or', of: alternatives(hasNot, program) } }
  return alternatives(has, program).map(one => wayOf([...partsOf(one), none], program))
}

function wayOf(parts: readonly Expr[], program: Program): Way {
  const limits = [...scoreLimitsOf({ op: 'and', of: parts }, program)]
  return {
    gap: run =>
      limits.reduce((sum, [score, { low, high }]) => {
        const points = run.score(score)
        return sum + Math.max(0, low - points) + Math.min(0, high - points)
      }, 0),
    beside: { op: 'and', of: parts.filter(part => !readsOutcomes(part, program)) },
  }
}

const partsOf = (e: Expr): readonly Expr[] => (e.op === 'and' ? e.of : [e])

function alternatives(e: Expr, program: Program): readonly Expr[] {
  if (e.op === 'stage')
    return (program.stages[e.index]?.lines ?? []).flatMap(({ when }) => alternatives(when.expr, program))
  if (e.op === 'value') return alternatives(program.values[e.index] as Expr, program)
  if (e.op === 'or') return e.of.flatMap(part => alternatives(part, program))
  return e.op === 'and' ? combined(e.of.map(part => alternatives(part, program))) : [e]
}

/** One of each. */
function combined(parts: readonly (readonly Expr[])[]): readonly Expr[] {
  const ways = parts.reduce<readonly (readonly Expr[])[]>(
    (sofar, own) => sofar.flatMap(one => own.map(other => [...one, ...partsOf(other)])).slice(0, MOST),
    [[]],
  )
  return ways.map(of => ({ op: 'and', of }))
}
