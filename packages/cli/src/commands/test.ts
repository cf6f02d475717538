/** `merit test PATHS…`: runs the tests that stand in models. */
import { type Compiled, runTest } from '@merit-lang/language'
import { utc } from '@merit-lang/runtime'
import { type ExitCode, exitCodes, Stop } from '../exit.ts'
import { findModels, refuseBundles } from '../models/find.ts'
import { compileFile } from '../models/load.ts'
import { fromEach } from '../models/read.ts'
import { hasErrors } from '../print/findings.ts'
import { counted } from '../print/numbers.ts'
import { testsAsJson } from '../print/tests/json.ts'
import { testsAsJunit } from '../print/tests/junit.ts'
import { renderTests } from '../print/tests/pretty.ts'
import { countTests, type TestedFile } from '../print/tests/run.ts'
import { print, screenOf } from '../terminal.ts'

export const testFormats = ['pretty', 'json', 'junit'] as const
type TestFormat = (typeof testFormats)[number]

export interface TestOptions {
  readonly format: TestFormat
  readonly filter?: string
}

const printers = {
  pretty: files => renderTests(files, screenOf(process.stdout)),
  json: testsAsJson,
  junit: testsAsJunit,
} satisfies { [Format in TestFormat]: (files: readonly TestedFile[]) => string }

export function test(paths: readonly string[], { format, filter }: TestOptions): ExitCode {
  refuseBundles(paths, 'keeps no tests')
  const models = findModels(paths)
  const { given, unread } = fromEach(models, path => testFile(path, compileFile(path), filter))
  const files = given.filter(concernsTests)
  if (files.length === 0 && unread.length === 0) throw noTests(models, filter)
  print(printers[format](files))
  if (unread.length > 0) return exitCodes.data
  const { failed, broken } = countTests(files)
  return failed + broken > 0 ? exitCodes.findings : exitCodes.done
}

function testFile(path: string, { lowered, diagnostics }: Compiled, filter: string | undefined): TestedFile {
  const errors = diagnostics.filter(one => hasErrors([one]))
  if (!lowered) return { path, zone: utc, errors, tests: [] }
  const wanted = lowered.tests.filter(({ name }) => filter === undefined || folded(name).includes(folded(filter)))
  return {
    path,
    zone: lowered.program.zone,
    errors,
    tests: wanted.map(one => ({ test: one, outcome: runTest(lowered, one) })),
  }
}

const folded = (text: string) => text.toLowerCase()
const concernsTests = ({ errors, tests }: TestedFile) => errors.length + tests.length > 0

function noTests(models: readonly string[], filter: string | undefined): Stop {
  const where = models.length === 1 ? models[0] : counted(models.length, 'file')
  if (filter !== undefined) return new Stop(exitCodes.findings, `No test in ${where} has \`${filter}\` in its name.`)
  const advice =
    'A test stands in the model: test "a retailer starts low" { lead { industry: Retail }  expect fit = 5 }'
  return new Stop(exitCodes.findings, `There is no test in ${where}.`, advice)
}
