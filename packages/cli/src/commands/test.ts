/** `merit test PATHS…`: runs the tests that stand in models, and proves their promises. */
import { analyse, inWords, type JudgedPromise, promisesOf, testOf } from '@merit-lang/analysis'
import { type Compiled, runTest } from '@merit-lang/language'
import { type Program, utc } from '@merit-lang/runtime'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { findModels, refuseBundles } from '../models/find.ts'
import { compileFile } from '../models/load.ts'
import { fromEach } from '../models/read.ts'
import { hasErrors } from '../print/findings/diagnostics.ts'
import { type OwnPrinters, type PublishOptions, publish, targetsOf } from '../print/findings/publish.ts'
import { counted } from '../print/numbers.ts'
import { findingsOfTests } from '../print/tests/findings.ts'
import { testsAsJson } from '../print/tests/json.ts'
import { testsAsJunit } from '../print/tests/junit.ts'
import { renderTests } from '../print/tests/pretty.ts'
import { countTests, type ShownPromise, type TestedFile } from '../print/tests/run.ts'
import { complain } from '../terminal.ts'
import {
  type CoverageOptions,
  cover,
  findingsWithCoverage,
  printersWithCoverage,
  type TestedCoverage,
  type TestedModel,
  wantedCoverage,
  writeCoverage,
} from '../testing/coverage.ts'
import {
  findingsWithMutation,
  type MutationOptions,
  mutated,
  printersWithMutation,
  type TestedMutation,
  type WantedMutation,
  wantedMutation,
} from '../testing/mutation.ts'

export interface TestOptions extends PublishOptions, CoverageOptions, MutationOptions {
  readonly filter?: string
}

export async function test(paths: readonly string[], options: TestOptions): Promise<ExitCode> {
  const { filter } = options
  const targets = targetsOf(options)
  refuseBundles(paths, 'keeps no tests')
  const models = findModels(paths)
  const wanted = wantedCoverage(options, models)
  const wantedMutants = wantedMutation(options, models)
  const { given, unread } = fromEach(models, path => tested(path, compileFile(path), filter))
  const files = given.map(({ file }) => file).filter(concernsTests)
  const isUntested = files.length === 0 && unread.length === 0
  if (isUntested && (!wanted || filter !== undefined)) throw noTests(models, filter)
  const chosen = filter === undefined ? given : given.filter(({ tests }) => tests.length > 0)
  const tests: TestRun = { models, files, unread, coverage: wanted && cover(chosen, wanted) }
  const run = wantedMutants ? await withMutation(tests, chosen, wantedMutants) : tests
  await report(run, targets)
  if (isUntested) throw noTests(models, filter)
  return exitOf(run)
}

interface TestRun {
  readonly models: readonly string[]
  /** Those about which there is something to say. */
  readonly files: readonly TestedFile[]
  readonly unread: readonly string[]
  readonly coverage?: TestedCoverage
  readonly mutation?: TestedMutation
}

/** Of tests that fail nobody could say what they notice. */
async function withMutation(run: TestRun, models: readonly TestedModel[], wanted: WantedMutation): Promise<TestRun> {
  if (isPassing(run)) return { ...run, mutation: await mutated(models, wanted) }
  complain('Nothing was mutated: what tests notice is known only where all of them pass.')
  return run
}

function isPassing({ files, unread }: TestRun): boolean {
  const { failed, broken, promises } = countTests(files)
  return unread.length + failed + broken + promises.broken === 0
}

async function report(run: TestRun, targets: ReturnType<typeof targetsOf>): Promise<void> {
  const { models, files, unread, coverage, mutation } = run
  let findings = findingsOfTests(models, files, unread)
  let printers: OwnPrinters = {
    pretty: screen => (files.length === 0 ? '' : renderTests(files, screen)),
    json: () => testsAsJson(files, { coverage: coverage?.report, mutation: mutation?.account }),
    junit: () => testsAsJunit(files),
  }
  if (coverage) {
    findings = findingsWithCoverage(findings, coverage)
    printers = printersWithCoverage(printers, findings, coverage)
  }
  if (mutation) {
    printers = printersWithMutation(printers, findings, mutation)
    findings = findingsWithMutation(findings, mutation)
  }
  await publish(findings, printers, targets)
  if (coverage) await writeCoverage(coverage, models)
}

function exitOf(run: TestRun): ExitCode {
  if (run.unread.length > 0) return exitCodes.data
  const isLow = run.coverage?.lack !== undefined || run.mutation?.lack !== undefined
  return isLow || !isPassing(run) ? exitCodes.findings : exitCodes.done
}

function tested(
  path: string,
  compiled: Compiled,
  filter: string | undefined,
): TestedModel & { readonly file: TestedFile } {
  const file = testFile(path, compiled, filter)
  return { compiled, file, tests: file.tests.map(({ test }) => test) }
}

function testFile(path: string, { lowered, diagnostics }: Compiled, filter: string | undefined): TestedFile {
  const errors = diagnostics.filter(one => hasErrors([one]))
  if (!lowered) return { path, zone: utc, errors, tests: [], promises: [] }
  const isWanted = (text: string) => filter === undefined || folded(text).includes(folded(filter))
  return {
    path,
    zone: lowered.program.zone,
    errors,
    tests: lowered.tests
      .filter(({ name }) => isWanted(name))
      .map(one => ({ test: one, outcome: runTest(lowered, one) })),
    promises: judged(lowered.program, isWanted),
  }
}

/** Promises that the filter leaves; none of a model that cannot be scored. */
function judged(program: Program, isWanted: (text: string) => boolean): readonly ShownPromise[] {
  const promises = program.promises.filter(({ text }) => isWanted(text))
  if (promises.length === 0 || program.unsupported.length > 0) return []
  return promisesOf({ ...program, promises }, analyse(program)).map(one => ({
    ...one,
    ...leadThatBreaks(one, program),
  }))
}

function leadThatBreaks({ promise, verdict }: JudgedPromise, program: Program): Pick<ShownPromise, 'test' | 'lead'> {
  if (verdict.kind !== 'broken') return {}
  return {
    test: testOf(program, verdict.witness, { name: `breaks: ${promise.text}`, expectations: [] }),
    lead: inWords(program, verdict.witness),
  }
}

const folded = (text: string) => text.toLowerCase()
const concernsTests = ({ errors, tests, promises }: TestedFile) => errors.length + tests.length + promises.length > 0

function noTests(models: readonly string[], filter: string | undefined): Stop {
  const where = models.length === 1 ? models[0] : counted(models.length, 'file')
  if (filter !== undefined)
    return new Stop(exitCodes.findings, `No test or promise in ${where} has \`${filter}\` in its name.`)
  const advice =
    'A test stands in the model: test "a retailer starts low" { lead { industry: Retail }  expect fit = 5 }'
  return new Stop(exitCodes.findings, `There is no test in ${where}.`, advice)
}
