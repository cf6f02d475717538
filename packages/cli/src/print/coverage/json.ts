import {
  type CoveredGoal,
  type CoveredOutcome,
  type CoveredStatement,
  percentOf,
  type Tally,
} from '@merit-lang/insight'
import { positionAt, type Span } from '@merit-lang/language'
import { formatInstant } from '@merit-lang/runtime'
import type { CoverageReport } from './report.ts'

/** As a part of what the command prints. */
export function coverageAsData({ tally, files }: CoverageReport) {
  return {
    ...tallyAsData(tally),
    files: files.map(({ path, tally, statements }) => ({
      path,
      ...tallyAsData(tally),
      statements: statements.map(statementAsData),
    })),
  }
}

const tallyAsData = (tally: Tally) => ({ percent: Math.floor(100 * percentOf(tally) + 1e-7) / 100, ...tally })

function statementAsData({ kind, name, of, span, goals }: CoveredStatement) {
  return { kind, name, of, ...placeAsData(span), goals: goals.map(goalAsData) }
}

function goalAsData({ kind, text, span, outcomes }: CoveredGoal) {
  return { kind, text, ...placeAsData(span), outcomes: outcomes.map(outcomeAsData) }
}

function outcomeAsData({ witness, ...outcome }: CoveredOutcome) {
  return { ...outcome, ...(witness && { witness: { ...witness, now: formatInstant(witness.now) } }) }
}

function placeAsData({ source, start, end }: Span) {
  return { start: positionAt(source, start), end: positionAt(source, end) }
}
