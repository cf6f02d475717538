import { positionAt, type Span } from '@merit-lang/language'
import { coverageAsData } from '../coverage/json.ts'
import type { CoverageReport } from '../coverage/report.ts'
import { findingAsData } from '../findings/diagnostics.ts'
import { countTests, type TestedFile } from './run.ts'

export function testsAsJson(files: readonly TestedFile[], coverage?: CoverageReport): string {
  const covered = coverage && { coverage: coverageAsData(coverage) }
  const data = { ...countTests(files), ...covered, files: files.map(fileAsData) }
  return JSON.stringify(data, null, 2)
}

function fileAsData({ path, errors, tests, promises }: TestedFile) {
  return {
    path,
    errors: errors.map(findingAsData),
    tests: tests.map(({ test, outcome }) => ({
      name: outcome.name,
      ...placeAsData(test.span),
      passed: outcome.passed,
      failures: outcome.failures.map(({ span, ...failure }) => ({ ...placeAsData(span), ...failure })),
    })),
    promises: promises.map(({ promise: { text, span }, verdict: { kind, ...found } }) => ({
      text,
      ...span,
      verdict: kind,
      ...found,
    })),
  }
}

function placeAsData({ source, start }: Span) {
  return { path: source.path, ...positionAt(source, start) }
}
