import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { examine } from '@merit-lang/analysis'
import { catalogue, checkExample } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { mismatches } from '../../../../../test/schemas/schema.ts'
import { findingsInLines } from './compact.ts'
import { type Finding, type Findings, findingOf, plainFinding, unreadFinding } from './finding.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { findingsForGithub } from './github.ts'
import { findingsForGitlab } from './gitlab.ts'
import { findingsAsJunit } from './junit.ts'
import { notFormatted } from './layout.ts'
import { findingsAsMarkdown } from './markdown.ts'
import { findingsAsSarif } from './sarif.ts'

const schemas = join(import.meta.dirname, '../../../../../test/schemas')
const sarifSchema = JSON.parse(readFileSync(join(schemas, 'sarif-2.1.0-rtm.5.json'), 'utf8'))

const odd: Finding = plainFinding({
  name: 'failed-test',
  severity: 'error',
  message: '100% of "x" | <b>,\nsecond: line',
  path: 'models/größe, a:b.merit',
  start: { line: 3, column: 5 },
  end: { line: 3, column: 9 },
  subject: 'x',
})
const spanning: Finding = { ...odd, severity: 'warning', message: 'Two lines.', end: { line: 4, column: 2 } }
const ofFile: Finding = plainFinding({
  name: 'gate-exceeded',
  severity: 'hint',
  message: 'All of it.',
  path: 'b.merit',
  subject: 'gate',
})
const all = (...findings: Finding[]): Findings => ({
  command: 'check',
  files: ['clean.merit'],
  findings,
  summary: '3 findings',
})

describe('formats', () => {
  it('compact', () => {
    expect(findingsInLines(all(odd, ofFile)).split('\n')).toEqual([
      'models/größe, a:b.merit:3:5: error: 100% of "x" | <b>, second: line (failed-test)',
      'b.merit:1:1: hint: All of it. (gate-exceeded)',
    ])
  })

  it('github', () => {
    expect(findingsForGithub(all(odd, spanning, ofFile)).split('\n')).toEqual([
      '::error file=models/größe%2C a%3Ab.merit,line=3,endLine=3,col=5,endColumn=9,title=failed-test::100%25 of "x" | <b>,%0Asecond: line',
      '::warning file=models/größe%2C a%3Ab.merit,line=3,endLine=4,title=failed-test::Two lines.',
      '::notice file=b.merit,title=gate-exceeded::All of it.',
      '3 findings',
    ])
  })

  it('gitlab', () => {
    const [first, , last] = JSON.parse(findingsForGitlab(all(odd, spanning, ofFile)))
    expect(first).toMatchObject({
      check_name: 'failed-test',
      severity: 'critical',
      location: { path: 'models/größe, a:b.merit', lines: { begin: 3, end: 3 } },
    })
    expect(last).toMatchObject({ severity: 'info', location: { path: 'b.merit', lines: { begin: 1, end: 1 } } })
  })

  it('junit: only errors fail, and a file without findings passes', () => {
    const text = findingsAsJunit(all(odd, ofFile))
    expect(text).toContain('<testsuites name="merit check" tests="3" failures="1" errors="0">')
    expect(text).toContain('<testcase classname="clean.merit" name="no findings"/>')
    expect(text).toContain('<failure message="100% of &quot;x&quot; | &lt;b&gt;,&#10;second: line" type="failed-test">')
    expect(text).toContain('<system-out>b.merit:1:1: hint: All of it.</system-out>')
  })

  it('markdown: a table, cut off where it is long', () => {
    expect(findingsAsMarkdown(all(odd))).toContain(
      '| error | `models/größe, a:b.merit:3:5` | 100% of "x" \\| \\<b>, second: line | `failed-test` |',
    )
    expect(findingsAsMarkdown(all(...Array.from({ length: 250 }, () => ofFile)))).toContain('150 more findings')
    expect(findingsAsMarkdown(all())).toBe('## merit check\n\n3 findings')
  })

  it('sarif: addresses, regions, levels', () => {
    const [run] = JSON.parse(findingsAsSarif(all(odd, ofFile))).runs
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'models/gr%C3%B6%C3%9Fe%2C%20a%3Ab.merit', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
    })
    expect(run.results.map((one: { level: string }) => one.level)).toEqual(['error', 'note'])
    expect(run.tool.driver.rules.map((one: { id: string }) => one.id)).toEqual(['failed-test', 'gate-exceeded'])
  })

  it('sarif is valid for all that the language finds, by the published schema', () => {
    const found = catalogue.flatMap(({ bad }) => examine(checkExample(bad)).map(findingOf))
    const log = JSON.parse(findingsAsSarif(all(...found, odd, ofFile, unreadFinding('../outside.merit'))))
    expect(mismatches(log, sarifSchema)).toEqual([])
    expect(log.runs[0].tool.driver.rules.length).toBeGreaterThan(catalogue.length * 0.9)
    const wrong = { ...log, runs: [{ ...log.runs[0], results: [{ level: 'fatal' }] }] }
    expect(mismatches(wrong, sarifSchema).length).toBeGreaterThan(0)
  })
})

describe('fingerprints', () => {
  const same = (path: string) => path
  it('stay when lines move and numbers change, and differ between findings', () => {
    const moved = { ...odd, start: { line: 30, column: 1 }, message: '99%', subject: ' x\n' }
    const [before, twice] = fingerprintsOf([odd, odd], same)
    expect(fingerprintsOf([moved], same)).toEqual([before])
    const others = [
      { ...odd, name: 'not-alike' },
      { ...odd, path: 'c.merit' },
      { ...odd, subject: 'y' },
    ]
    expect(new Set([before, twice, ...fingerprintsOf(others, same)]).size).toBe(5)
  })
})

describe('what is not formatted', () => {
  it.each([
    ['a\nb\nc\n', 'a\nB\nc\n', 2, 3, 'B\n'],
    ['a\n', 'a\nb\n', 2, 2, 'b\n'],
    ['a\nb', 'a\nb\n', 2, 3, 'b\n'],
    ['a\na\n', 'a\n', 2, 3, ''],
    ['a\r\n', 'a\n', 1, 2, 'a\n'],
  ])('%j written %j', (before, after, start, end, text) => {
    const { fixes } = notFormatted({ path: 'a.merit', text: before }, after)
    expect(fixes[0]?.edits).toEqual([
      { path: 'a.merit', start: { line: start, column: 1 }, end: { line: end, column: 1 }, text },
    ])
  })
})
