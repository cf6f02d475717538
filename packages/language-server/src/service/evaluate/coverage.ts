/** What tests reach, for editors: only what can be reached at all. */
import { analyse } from '@merit-lang/analysis'
import { type CoveredGoal, type CoveredStatement, counts, covering } from '@merit-lang/insight'
import type { Span } from '../text.ts'
import type { Project } from '../workspace.ts'
import type { Breathe } from './breathe.ts'
import { notRunnable, notScorable } from './runnable.ts'
import { testsOf } from './tests.ts'

export interface Coverage {
  /** Why nothing was run: one sentence. */
  readonly problem?: string
  /** Of all files of the model. */
  readonly statements: readonly Covered[]
}

export interface Covered {
  readonly name: string
  readonly span: Span
  /** At how many instants of the tests it matched. */
  readonly matched: number
  readonly goals: readonly CoveredGoal[]
}

export async function coverageOf(
  project: Project,
  path: string,
  ids: readonly string[] | undefined,
  breathe: Breathe,
): Promise<Coverage> {
  const problem = notRunnable(project, path) ?? notScorable(project)
  const lowered = project.lowered()
  const { model } = project.checked
  if (problem !== undefined || !lowered || !model) return { problem, statements: [] }
  const tests = testsOf(project, ids).map(({ test }) => test)
  const work = covering(model, lowered, { tests, analysis: analyse(lowered.program) })
  for (;;) {
    await breathe()
    const piece = work.next()
    if (piece.done) return { statements: piece.value.statements.flatMap(reachable) }
  }
}

/** None of a statement that cannot match. */
function reachable({ name, span, goals }: CoveredStatement): readonly Covered[] {
  const [own, ...others] = goals.map(goal => ({ ...goal, outcomes: goal.outcomes.filter(counts) }))
  const [matched] = own?.outcomes ?? []
  return matched
    ? [{ name, span, matched: matched.seen, goals: others.filter(({ outcomes }) => outcomes.length > 0) }]
    : []
}
