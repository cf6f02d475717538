import { latched } from '../timeline/latched.ts'
import type { Snapshot } from '../timeline/snapshot.ts'
import { subjectOf } from '../timeline/subject.ts'
import type { Lines } from '../timeline/timeline.ts'
import type { Plan } from './plan.ts'
import { timeOf } from './reads.ts'
import type { Known, View } from './view.ts'
import { NONE } from './view.ts'

/** Which lines with `until` are on, for the row of a view. `plan` is another one of the same program: it is run at other instants. */
export function lastingOf(plan: Plan, { columns, row, now }: View): Lines {
  // Columns are used again from lead to lead: what the plan looked at last may have been another lead's.
  plan.view.now = Number.NaN
  const { from, at } = columns.events
  const happened = Array.from(at.subarray(from[row], from[row + 1]))
  const subject = subjectOf(plan.program, happened, now, instant => snapshotOf(plan, columns, row, instant))
  return latched(subject, now)
}

/** The plan goes from instant to instant as snapshots are asked; it is always brought to that of the one that asks. */
function snapshotOf(plan: Plan, columns: View['columns'], row: number, now: number): Snapshot {
  const { view, compiler, results } = plan
  const here = (): View => {
    if (view.columns !== columns || view.row !== row || view.now !== now) plan.turnTo(columns, row, now, true)
    return view
  }
  return {
    value: (expr, event = NONE, amount = Number.NaN, age = Number.NaN) => {
      here()
      view.amount = amount as number
      view.age = age as number
      return known(compiler.read(expr)(view, event as number))
    },
    events: set => {
      const { items, count } = compiler.list(set).in(here())
      return Array.from(items.subarray(0, count))
    },
    timeOf: event => timeOf(here(), event as number),
    score: index => {
      here()
      return results.score(index)
    },
  }
}

function known(value: Known) {
  return typeof value === 'number' && Number.isNaN(value) ? null : value
}
