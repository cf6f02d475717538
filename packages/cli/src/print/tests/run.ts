/** What running the tests of several models came to: what every format of `merit test` is printed from. */
import type { JudgedPromise, PromiseVerdict } from '@merit-lang/analysis'
import type { Diagnostic, TestCase, TestOutcome } from '@merit-lang/language'
import type { Zone } from '@merit-lang/runtime'
import { counted, grouped } from '../numbers.ts'

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
  /** Of a broken one: the lead that breaks it, as a test, and in words. */
  readonly test?: string
  readonly lead?: string
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

/** What is worth saying of the counts, the worst first. */
export function factsOf({ passed, failed, broken, promises }: TestCounts) {
  const all = [
    { count: failed, text: `${counted(failed, 'test')} failed`, kind: 'bad' },
    { count: broken, text: `${counted(broken, 'model')} with errors`, kind: 'bad' },
    {
      count: passed,
      text: failed > 0 ? `${grouped(passed)} passed` : `${counted(passed, 'test')} passed`,
      kind: 'good',
    },
    { count: promises.broken, text: `${counted(promises.broken, 'promise')} broken`, kind: 'bad' },
    { count: promises.undecided, text: `${counted(promises.undecided, 'promise')} undecided`, kind: 'warn' },
    { count: promises.proved, text: `${counted(promises.proved, 'promise')} proved`, kind: 'good' },
  ] as const
  return all.filter(({ count }) => count > 0)
}
