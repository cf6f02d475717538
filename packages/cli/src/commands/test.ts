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

export interface TestOptions extends PublishOptions {
  readonly filter?: string
}

export async function test(paths: readonly string[], options: TestOptions): Promise<ExitCode> {
  const { filter } = options
  const targets = targetsOf(options)
  refuseBundles(paths, 'keeps no tests')
  const models = findModels(paths)
  const { given, unread } = fromEach(models, path => testFile(path, compileFile(path), filter))
  const files = given.filter(concernsTests)
  if (files.length === 0 && unread.length === 0) throw noTests(models, filter)
  const own: OwnPrinters = {
    pretty: screen => renderTests(files, screen),
    json: () => testsAsJson(files),
    junit: () => testsAsJunit(files),
  }
  await publish(findingsOfTests(models, files, unread), own, targets)
  if (unread.length > 0) return exitCodes.data
  const { failed, broken, promises } = countTests(files)
  return failed + broken + promises.broken > 0 ? exitCodes.findings : exitCodes.done
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
