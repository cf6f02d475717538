import type { Program, Stage, StageLine } from '../program.ts'
import type { Truth } from './enclosure.ts'
import { truth } from './expressions.ts'
import { type Period, scopeOf } from './period.ts'

export function lineOf(program: Program, stage: number, line: number): StageLine {
  return (program.stages[stage] as Stage).lines[line] as StageLine
}

/** Whether what the line asks for holds, disqualified or not. */
export function enters(line: StageLine, period: Period): Truth {
  return usable(truth(line.when.expr, scopeOf(period)), period)
}

/** Whether the score is below the mark at which a lead that is in goes out. Never, where one of them is unknown. */
export function leaves({ at, until }: StageLine, period: Period): Truth {
  if (!at || !until) return false
  const score = { op: 'score', index: at.score } as const
  return usable(truth({ op: 'less', left: score, right: until }, scopeOf(period)), period)
}

/** What was worked out from something that moves without an enclosure is nothing that is known. */
export function usable<T>(answer: T, period: Period): T | undefined {
  return period.isUnclear ? undefined : answer
}
