/** JUnit's XML, as CI systems read it: a suite for each file, a test case for each finding. Only errors are failures. */
import { placeText } from './compact.ts'
import type { Finding, Findings } from './finding.ts'
import { escaped, escapedText } from './xml.ts'

export function findingsAsJunit(all: Findings): string {
  const suites = suitesOf(all)
  const cases = suites.flatMap(({ findings }) => findings)
  const clean = suites.filter(({ findings }) => findings.length === 0).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="merit ${escaped(all.command)}" tests="${cases.length + clean}" failures="${failures(cases)}" errors="0">`,
    ...suites.flatMap(suite),
    '</testsuites>',
  ].join('\n')
}

interface Suite {
  readonly path: string
  readonly findings: readonly Finding[]
}

/** Files that only findings name come last. */
function suitesOf({ files, findings }: Findings): readonly Suite[] {
  const paths = new Set([...files, ...findings.map(({ path }) => path)])
  return [...paths].map(path => ({ path, findings: findings.filter(one => one.path === path) }))
}

const failures = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === 'error').length

/** Systems that read it complain of a suite without cases. */
function suite({ path, findings }: Suite): string[] {
  const counts = `tests="${Math.max(1, findings.length)}" failures="${failures(findings)}" errors="0"`
  const cases = findings.map(testCase)
  return [
    `  <testsuite name="${escaped(path)}" ${counts}>`,
    ...(cases.length > 0 ? cases : [`    <testcase classname="${escaped(path)}" name="no findings"/>`]),
    '  </testsuite>',
  ]
}

function testCase(finding: Finding): string {
  const { path, name, severity, message } = finding
  const text = escapedText(`${placeText(finding)}: ${severity}: ${message}`)
  const told =
    severity === 'error'
      ? `<failure message="${escaped(message)}" type="${escaped(name)}">${text}</failure>`
      : `<system-out>${text}</system-out>`
  return `    <testcase classname="${escaped(path)}" name="${escaped(`${name} at ${placeText(finding)}`)}">${told}</testcase>`
}
