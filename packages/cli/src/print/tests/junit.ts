/** JUnit's XML, as CI systems read it: a suite for each file; a model with errors is a test case with an error. */
import type { PromiseVerdict } from '@merit-lang/analysis'
import { type Diagnostic, type Failure, messageOf, placeOf, renderDiagnostic } from '@merit-lang/language'
import { escaped, escapedText } from '../findings/xml.ts'
import { countTests, failedTests, type ShownPromise, type TestedFile } from './run.ts'

export function testsAsJunit(files: readonly TestedFile[]): string {
  const { passed, failed, broken, promises } = countTests(files)
  const all = passed + failed + broken + promises.proved + promises.broken + promises.undecided
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="merit" tests="${all}" failures="${failed + promises.broken}" errors="${broken}">`,
    ...files.flatMap(suite),
    '</testsuites>',
  ].join('\n')
}

function suite(file: TestedFile): string[] {
  const { path, errors, tests, promises } = file
  const broken = errors.length > 0 ? 1 : 0
  const failures = failedTests(file).length + promises.filter(({ verdict }) => verdict.kind === 'broken').length
  const counts = `tests="${tests.length + promises.length + broken}" failures="${failures}" errors="${broken}"`
  return [
    `  <testsuite name="${escaped(path)}" ${counts}>`,
    ...(broken > 0 ? brokenCase(path, errors) : []),
    ...tests.flatMap(({ outcome }) => testCase(path, outcome.name, outcome.failures)),
    ...promises.map(one => promiseCase(path, one)),
    '  </testsuite>',
  ]
}

function testCase(path: string, name: string, failures: readonly Failure[]): string[] {
  const open = `    <testcase classname="${escaped(path)}" name="${escaped(name)}"`
  return failures.length === 0 ? [`${open}/>`] : [`${open}>`, ...failures.map(failureElement), '    </testcase>']
}

/** One that is not decided has not failed, and is not proved: it was skipped. */
function promiseCase(path: string, { promise, verdict, test }: ShownPromise): string {
  const open = `    <testcase classname="${escaped(path)}" name="${escaped(promise.text)}"`
  const told = {
    proved: () => '',
    broken: () => `<failure message="a lead breaks it">${escapedText(test ?? '')}</failure>`,
    undecided: ({ why }) => `<skipped message="${escaped(`undecided: ${why}`)}"/>`,
  } satisfies { [K in PromiseVerdict['kind']]: (verdict: Extract<PromiseVerdict, { kind: K }>) => string }
  const element = (told[verdict.kind] as (verdict: PromiseVerdict) => string)(verdict)
  return element === '' ? `${open}/>` : `${open}>${element}</testcase>`
}

function failureElement({ expected, actual, span, at }: Failure): string {
  const text = `${placeOf(span)}, at ${at}\nexpected ${expected}\nbut ${actual}`
  return `      <failure message="${escaped(`expected ${expected}, but ${actual}`)}">${escapedText(text)}</failure>`
}

function brokenCase(path: string, errors: readonly Diagnostic[]): string[] {
  const message = escaped(errors.map(messageOf).join(' '))
  const text = escapedText(errors.map(error => renderDiagnostic(error)).join('\n\n'))
  return [
    `    <testcase classname="${escaped(path)}" name="the model has no errors">`,
    `      <error message="${message}">${text}</error>`,
    '    </testcase>',
  ]
}
