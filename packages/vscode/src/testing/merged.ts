/** Several models may import one file: what their tests reach in it is one coverage. */
import type { FileCoverage, GoalCoverage, OutcomeCoverage, StatementCoverage } from '@merit-lang/language-server'

export function merged(files: readonly FileCoverage[]): FileCoverage[] {
  const byUri = groupBy(files, ({ uri }) => uri)
  return [...byUri].map(([uri, all]) => ({
    uri,
    statements: mergedStatements(all.flatMap(({ statements }) => statements)),
  }))
}

function mergedStatements(statements: readonly StatementCoverage[]): StatementCoverage[] {
  return [...groupBy(statements, placeOf).values()].map(all => ({
    ...(all[0] as StatementCoverage),
    matched: sum(all.map(({ matched }) => matched)),
    goals: mergedGoals(all.flatMap(({ goals }) => goals)),
  }))
}

function mergedGoals(goals: readonly GoalCoverage[]): GoalCoverage[] {
  return [...groupBy(goals, goal => `${goal.kind} ${placeOf(goal)}`).values()].map(all => ({
    ...(all[0] as GoalCoverage),
    outcomes: mergedOutcomes(all.flatMap(({ outcomes }) => outcomes)),
  }))
}

/** Seen in one of the models it needs no example. */
function mergedOutcomes(outcomes: readonly OutcomeCoverage[]): OutcomeCoverage[] {
  return [...groupBy(outcomes, ({ outcome }) => outcome)].map(([, all]) => {
    const { outcome } = all[0] as OutcomeCoverage
    const seen = sum(all.map(one => one.seen))
    const example = seen > 0 ? undefined : all.find(one => one.example)?.example
    return { outcome, seen, ...(example !== undefined && { example }) }
  })
}

const placeOf = ({ range: { start, end } }: StatementCoverage | GoalCoverage) =>
  [start.line, start.character, end.line, end.character].join(':')

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}
