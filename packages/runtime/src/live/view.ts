import { runOf } from '../evaluate.ts'
import { compute, holds, numberOf } from '../kernel/expressions.ts'
import type { Run } from '../kernel/scope.ts'
import type { LeadEvent } from '../lead/lead.ts'
import type { EventSet, EventSetOf, Expr, Program, SetOp, Value } from '../program.ts'
import { stillness } from './still.ts'

/** Looks at single events, whatever lead they are of. Only still expressions and sets may be asked. */
export interface StillView {
  readonly isStill: (node: Expr | EventSet) => boolean
  /** A run of nobody: what is still does not look at it. */
  readonly run: Run
  holds(expr: Expr, event: LeadEvent): boolean
  value(expr: Expr, event: LeadEvent): Value
  number(expr: Expr, event: LeadEvent): number | null
  belongs(set: EventSet, event: LeadEvent): boolean
}

export function stillView(program: Program): StillView {
  const nobody = { id: null, attributes: [], events: [], issues: [] }
  const run = runOf(program, nobody, 0)
  const meaning = {
    events: ({ types }, event) => types.includes(event.type),
    sharedSet: ({ index }, event) => belongs(program.sets[index] as EventSet, event),
    filter: ({ set, where }, event) => belongs(set, event) && holds(where, { run, event }),
    union: ({ sets }, event) => sets.some(set => belongs(set, event)),
    except: ({ set, without }, event) => belongs(set, event) && !belongs(without, event),
  } satisfies { [K in StillSetOp]: (set: EventSetOf<K>, event: LeadEvent) => boolean }
  const belongs = (set: EventSet, event: LeadEvent): boolean =>
    (meaning[set.op as StillSetOp] as (set: EventSet, event: LeadEvent) => boolean)(set, event)
  return {
    isStill: stillness(program),
    run,
    holds: (expr, event) => holds(expr, { run, event }),
    value: (expr, event) => compute(expr, { run, event }),
    number: (expr, event) => numberOf(expr, { run, event }),
    belongs,
  }
}

type StillSetOp = Extract<SetOp, 'events' | 'sharedSet' | 'filter' | 'union' | 'except'>
