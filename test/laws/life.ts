/** A lead's life, walked millisecond by millisecond: what `until` means, word for word. */
import type { Lead, Program } from '@merit-lang/runtime'
import { runOf } from '../../packages/runtime/src/evaluate.ts'
import { holds } from '../../packages/runtime/src/kernel/expressions.ts'
import type { Run } from '../../packages/runtime/src/kernel/scope.ts'
import { lineOf } from '../../packages/runtime/src/timeline/line.ts'

/** Each instant of a stretch, the first of which is the start of the lead's timeline. */
export function* life(program: Program, lead: Lead, from: number, to: number): Generator<Run> {
  let before: Lines = () => false
  for (let at = from; at <= to; at++) {
    const run = runOf(program, lead, at)
    before = linesAt(run, before)
    yield run
  }
}

type Lines = (stage: number, line: number) => boolean

/** Which lines are on at the instant of the run, given which were a millisecond before. The run answers so from now on. */
function linesAt(run: Run, before: Lines): Lines {
  const on = new Map<string, boolean>()
  const line = (stage: number, place: number): boolean => {
    const key = `${stage} ${place}`
    if (!on.has(key)) on.set(key, isOn(run, stage, place, before(stage, place)))
    return on.get(key) as boolean
  }
  Object.assign(run, { line })
  return line
}

function isOn(run: Run, stage: number, place: number, before: boolean): boolean {
  const { when, at, until } = lineOf(run.program, stage, place)
  if (holds(when.expr, { run })) return true
  if (!before || !at || !until) return false
  return !holds({ op: 'less', left: { op: 'score', index: at.score }, right: until }, { run })
}
