/** Which rules and conditions tests reach, in the editor's terms: a rule is a statement, each way of a condition a branch. */
import type * as protocol from '@merit-lang/language-server'
import { BranchCoverage, type CancellationToken, FileCoverage, StatementCoverage, type TestRun, Uri } from 'vscode'
import { rangeOf } from '../places.ts'
import type { Server } from '../server.ts'
import { type Chosen, idsOf } from './chosen.ts'
import { merged } from './merged.ts'

/** Kept as long as the editor keeps the file's coverage. */
const details = new WeakMap<FileCoverage, StatementCoverage[]>()

export const detailsOf = (file: FileCoverage): StatementCoverage[] => details.get(file) ?? []

export async function runCoverage(
  server: Server,
  run: TestRun,
  files: readonly Chosen[],
  token: CancellationToken,
): Promise<void> {
  const found: protocol.FileCoverage[] = []
  for (const file of files) {
    const answer = await server.request('merit/coverage', { uri: file.uri, tests: idsOf(file) }, token)
    found.push(...(answer?.files ?? []))
  }
  for (const file of merged(found)) run.addCoverage(coverageOf(file))
}

function coverageOf({ uri, statements }: protocol.FileCoverage): FileCoverage {
  const inside = statements.map(statementOf)
  const file = FileCoverage.fromDetails(Uri.parse(uri), inside)
  details.set(file, inside)
  return file
}

function statementOf({ matched, range, goals }: protocol.StatementCoverage): StatementCoverage {
  return new StatementCoverage(matched, rangeOf(range), goals.flatMap(branchesOf))
}

function branchesOf({ text, range, outcomes }: protocol.GoalCoverage): BranchCoverage[] {
  const place = rangeOf(range)
  return outcomes.map(({ outcome, seen, example }) => {
    const hint = example === undefined ? '' : `, for example ${example}`
    return new BranchCoverage(seen, place, `${text}: ${outcome}${hint}`)
  })
}
