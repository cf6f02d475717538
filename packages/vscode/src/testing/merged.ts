/** Several models may import one file: what their tests reach in it is one coverage. */
import type { ConditionCoverage, FileCoverage, StatementCoverage } from '@merit-lang/language-server'

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
    conditions: mergedConditions(all.flatMap(({ conditions }) => conditions)),
  }))
}

function mergedConditions(conditions: readonly ConditionCoverage[]): ConditionCoverage[] {
  return [...groupBy(conditions, placeOf).values()].map(all => ({
    ...(all[0] as ConditionCoverage),
    held: sum(all.map(({ held }) => held)),
    failed: sum(all.map(({ failed }) => failed)),
  }))
}

const placeOf = ({ range: { start, end } }: StatementCoverage | ConditionCoverage) =>
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
