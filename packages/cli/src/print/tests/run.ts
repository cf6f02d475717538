/** What running the tests of several models came to: what every format of `merit test` is printed from. */
import type { Diagnostic, TestCase, TestOutcome } from '@merit-lang/language'
import type { Zone } from '@merit-lang/runtime'

export interface TestedFile {
  readonly path: string
  /** Of the model. */
  readonly zone: Zone
  /** Errors for which the model cannot run, if any. */
  readonly errors: readonly Diagnostic[]
  readonly tests: readonly { readonly test: TestCase; readonly outcome: TestOutcome }[]
}

export const failedTests = ({ tests }: TestedFile) => tests.filter(({ outcome }) => !outcome.passed)

export function countTests(files: readonly TestedFile[]): { passed: number; failed: number; broken: number } {
  const failed = files.flatMap(failedTests).length
  const all = files.flatMap(({ tests }) => tests).length
  return { passed: all - failed, failed, broken: files.filter(({ errors }) => errors.length > 0).length }
}
