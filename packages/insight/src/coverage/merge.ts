/** Several models may import one file: what the tests of all of them reach in it is one coverage. */
import type { Span } from '@merit-lang/language'
import type { Coverage, CoveredGoal, CoveredOutcome, CoveredStatement } from './coverage.ts'

/**
 * Statements and goals are the same where they stand at the same place of the same file.
 * @param fileOf one spelling for all that a path may be written as
 */
export function mergedCoverage(all: readonly Coverage[], fileOf = (path: string) => path): Coverage {
  const statements = all.flatMap(one => one.statements)
  const places = grouped(statements, ({ span }) => `${keyOf(span)} ${fileOf(span.source.path)}`)
  return { statements: places.map(mergedStatement) }
}

function mergedStatement(same: readonly CoveredStatement[]): CoveredStatement {
  const goals = grouped(
    same.flatMap(one => one.goals),
    ({ kind, span }) => `${kind} ${keyOf(span)}`,
  )
  return { ...(same[0] as CoveredStatement), goals: goals.map(mergedGoal) }
}

function mergedGoal(same: readonly CoveredGoal[]): CoveredGoal {
  const outcomes = grouped(
    same.flatMap(one => one.outcomes),
    ({ outcome }) => outcome,
  )
  return { ...(same[0] as CoveredGoal), outcomes: outcomes.map(mergedOutcome) }
}

/** What one of the models cannot show another may. */
function mergedOutcome(same: readonly CoveredOutcome[]): CoveredOutcome {
  const { outcome } = same[0] as CoveredOutcome
  const seen = same.reduce((sum, one) => sum + one.seen, 0)
  if (seen > 0) return { outcome, seen }
  if (same.every(({ impossible }) => impossible)) return { outcome, seen, impossible: true }
  const witness = same.find(one => one.witness)?.witness
  return { outcome, seen, ...(witness && { witness }) }
}

const keyOf = ({ start, end }: Span) => `${start}-${end}`

function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return [...groups.values()]
}
