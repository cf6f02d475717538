import { positionAt, type Span } from '@merit-lang/language'
import { coverageAsData } from '../coverage/json.ts'
import type { CoverageReport } from '../coverage/report.ts'
import { findingAsData } from '../findings/diagnostics.ts'
import { mutationAsData } from '../mutation/json.ts'
import type { MutationAccount } from '../mutation/report.ts'
import { countTests, type TestedFile } from './run.ts'

/** What was asked for beside the tests. */
interface Beside {
  readonly coverage?: CoverageReport | undefined
  readonly mutation?: MutationAccount | undefined
}

export function testsAsJson(files: readonly TestedFile[], { coverage, mutation }: Beside = {}): string {
  const beside = {
    ...(coverage && { coverage: coverageAsData(coverage) }),
    ...(mutation && { mutation: mutationAsData(mutation) }),
  }
  const data = { ...countTests(files), ...beside, files: files.map(fileAsData) }
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
