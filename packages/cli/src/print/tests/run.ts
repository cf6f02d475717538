/** What running the tests of several models came to: what every format of `merit test` is printed from. */
import type { JudgedPromise, PromiseVerdict } from '@merit-lang/analysis'
import type { Diagnostic, TestCase, TestOutcome } from '@merit-lang/language'
import type { Zone } from '@merit-lang/runtime'

export interface TestedFile {
  readonly path: string
  /** Of the model. */
  readonly zone: Zone
  /** Errors for which the model cannot run, if any. */
  readonly errors: readonly Diagnostic[]
  readonly tests: readonly { readonly test: TestCase; readonly outcome: TestOutcome }[]
  readonly promises: readonly ShownPromise[]
}

export interface ShownPromise extends JudgedPromise {
  /** Of a broken one: the lead that breaks it, as a test. */
  readonly test?: string
}

export const failedTests = ({ tests }: TestedFile) => tests.filter(({ outcome }) => !outcome.passed)

export interface TestCounts {
  readonly passed: number
  readonly failed: number
  /** Models with errors. */
  readonly broken: number
  readonly promises: { readonly [K in PromiseVerdict['kind']]: number }
}

export function countTests(files: readonly TestedFile[]): TestCounts {
  const failed = files.flatMap(failedTests).length
  const all = files.flatMap(({ tests }) => tests).length
  const promises = countPromises(files.flatMap(({ promises }) => promises))
  return { passed: all - failed, failed, broken: files.filter(({ errors }) => errors.length > 0).length, promises }
}

function countPromises(promises: readonly JudgedPromise[]): TestCounts['promises'] {
  const count = (kind: PromiseVerdict['kind']) => promises.filter(({ verdict }) => verdict.kind === kind).length
  return { proved: count('proved'), broken: count('broken'), undecided: count('undecided') }
}
