/**
 * Whole public data sets, as a user scores them: by the built command, from the files as they were published. They are not part of
 * this repository (some have no licence that allows it); where they are not beside it, each test says so and is skipped.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  area,
  bankAdditional,
  bankFull,
  cdnowNow,
  customer,
  hillstrom,
  household,
  householdsNow,
  type Scores,
  xEducation,
} from './real-data/expected.ts'
import { dataPath, grouped, isThere, type Row, readPurchases, readRows } from './real-data/read.ts'

const root = join(import.meta.dirname, '..')
const merit = join(root, 'packages/cli/dist/merit.mjs')
const folder = mkdtempSync(join(tmpdir(), 'merit-real-data-'))
const temporary = (name: string) => join(folder, name)
const minutes = 60_000

beforeAll(() => {
  if (!existsSync(merit)) spawnSync(process.execPath, [join(root, 'packages/cli/build.mjs')], { stdio: 'inherit' })
}, minutes)
afterAll(() => rmSync(folder, { recursive: true }))

/** A test of one data set, skipped with its reason where the files are not there. */
function onData(title: string, files: readonly string[], test: () => void): void {
  const missing = files.filter(file => !isThere(file))
  const reason = `${missing.map(file => `../shared/data/${file}`).join(' and ')} not there`
  it.skipIf(missing.length > 0)(missing.length > 0 ? `${title} (skipped: ${reason})` : title, test, 10 * minutes)
}

const run = (...args: readonly string[]) => runWith([], args)

function runWith(node: readonly string[], args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, merit, ...args], { encoding: 'utf8' })
  return { exit: status, out: stdout, err: stderr }
}

interface Result {
  readonly id: string
  readonly scores: Scores
  readonly grades: Readonly<Record<string, string>>
  readonly stages: Readonly<Record<string, boolean>>
  readonly disqualified: readonly string[]
  readonly issues: readonly { readonly kind: string; readonly message: string }[]
}

const written = (name: string) => join(import.meta.dirname, 'real-data', `${name}.merit`)

/** Every result of scoring a file, which must end well. */
function scored(model: string, leads: string, ...options: readonly string[]) {
  const out = temporary('scores.ndjson')
  const { exit, err } = run('score', model, leads, ...options, '--out', out)
  const results = readFileSync(out, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Result)
  rmSync(out)
  return { exit, err, results }
}

/** Scores that are further than a millionth from what is expected, each as a line; few, since one would do. */
function differences(results: readonly Result[], expected: readonly Scores[]): string[] {
  const differ = results.flatMap(({ id, scores }, at) =>
    Object.entries(expected[at] ?? {})
      .filter(([name, points]) => !(Math.abs((scores[name] ?? Number.NaN) - points) < 2e-6))
      .map(([name, points]) => `${id}: ${name} is ${scores[name]}, expected ${points}`),
  )
  return differ.slice(0, 5)
}

const issuesOf = (results: readonly Result[]) => results.flatMap(({ issues }) => issues.map(({ message }) => message))
const having = (rows: readonly Row[], key: string, value: string) => rows.filter(row => row[key] === value).length

const files = {
  xEducation: 'xeducation/Leads.csv',
  bankFull: 'uci-bank/bank-full.csv',
  bankAdditional: 'uci-bank/bank-additional-full.csv',
  hillstrom: 'hillstrom/hillstrom.csv',
  households: 'completejourney/demographics.csv',
  householdEvents: 'completejourney/events_long.csv',
  cdnow: 'cdnow/CDNOW_master.txt',
} as const

const byInit = [
  ['X Education', files.xEducation, 9240],
  ['UCI Bank', files.bankFull, 45_211],
  ['UCI Bank with economy', files.bankAdditional, 41_188],
  ['Hillstrom', files.hillstrom, 64_000],
  ['Complete Journey', files.households, 801],
] as const

describe('what `merit init --from` writes has no finding, is formatted, passes its tests and scores every row', () => {
  for (const [title, file, rows] of byInit)
    onData(title, [file], () => {
      const model = temporary(title)
      expect(run('init', model, '--from', dataPath(file))).toMatchObject({ exit: 0, err: '' })
      expect(run('check', model).out).toMatch(/^No findings/)
      expect(run('fmt', '--check', model).exit).toBe(0)
      expect(run('test', model).exit).toBe(0)
      const { exit, err, results } = scored(join(model, 'model.merit'), dataPath(file))
      expect({ exit, err, rows: results.length, issues: issuesOf(results) }).toEqual({
        exit: 0,
        err: '',
        rows,
        issues: [],
      })
      expect(new Set(results.map(({ id }) => id)).size).toBe(rows)
      expect(new Set(results.map(({ scores }) => Object.values(scores)[0])).size).toBeGreaterThan(3)
    })
})

describe('a schema and a model written by hand score every row as plain JavaScript does', () => {
  it('have no finding and are formatted', () => {
    const models = join(import.meta.dirname, 'real-data')
    expect(run('check', models).out).toBe('No findings in 6 files\n')
    expect(run('fmt', '--check', models).exit).toBe(0)
  })

  onData('X Education', [files.xEducation], () => {
    const rows = readRows(files.xEducation, ',')
    const { exit, err, results } = scored(written('x-education'), dataPath(files.xEducation))
    expect({ exit, err, rows: results.length, issues: issuesOf(results) }).toEqual({
      exit: 0,
      err: '',
      rows: 9240,
      issues: [],
    })
    expect(results.map(({ id }) => id)).toEqual(rows.map(row => row['Prospect ID']))
    expect(differences(results, rows.map(xEducation))).toEqual([])
    const optedOut = results.filter(({ disqualified }) => disqualified[0] === 'asked not to be mailed')
    expect(optedOut).toHaveLength(having(rows, 'Do Not Email', 'Yes'))
    expect(optedOut.filter(({ stages }) => stages.MQL)).toEqual([])
    expect(results.filter(({ grades }) => grades.tier === 'A')).toHaveLength(
      results.filter(({ scores }) => (scores.fit as number) >= 50).length,
    )
    const conversions = results.map(({ scores }, at) => ({
      score: scores.total as number,
      again: rows[at]?.Converted === '1',
    }))
    expect(area(conversions)).toBeGreaterThan(0.8)
  })

  onData('UCI Bank', [files.bankFull], () => {
    const rows = readRows(files.bankFull, ';')
    const { exit, err, results } = scored(written('bank-full'), dataPath(files.bankFull))
    expect({ exit, err, rows: results.length, issues: issuesOf(results) }).toEqual({
      exit: 0,
      err: '',
      rows: 45_211,
      issues: [],
    })
    expect(differences(results, rows.map(bankFull))).toEqual([])
    expect(results.filter(({ stages }) => stages.call)).toHaveLength(
      rows.filter(row => (bankFull(row).total as number) >= 30).length,
    )
  })

  onData(
    'UCI Bank with economy: columns with dots, and five people younger than the model allows',
    [files.bankAdditional],
    () => {
      const rows = readRows(files.bankAdditional, ';')
      const { exit, err, results } = scored(written('bank-additional-full'), dataPath(files.bankAdditional))
      expect({ exit, rows: results.length }).toEqual({ exit: 0, rows: 41_188 })
      expect(having(rows, 'age', '17')).toBe(5)
      expect(issuesOf(results)).toEqual(Array(5).fill('age is 17, but should be at least 18. It counts as unknown.'))
      expect(err).toMatch(/^5 leads with issues/)
      expect(differences(results, rows.map(bankAdditional))).toEqual([])
    },
  )

  onData('Hillstrom', [files.hillstrom], () => {
    const rows = readRows(files.hillstrom, ',')
    const { exit, err, results } = scored(written('hillstrom'), dataPath(files.hillstrom))
    expect({ exit, err, rows: results.length, issues: issuesOf(results) }).toEqual({
      exit: 0,
      err: '',
      rows: 64_000,
      issues: [],
    })
    expect(differences(results, rows.map(hillstrom))).toEqual([])
  })

  onData(
    'Complete Journey: events in a file of their own, at times without zone',
    [files.households, files.householdEvents],
    () => {
      const rows = readRows(files.households, ',')
      const events = grouped(readRows(files.householdEvents, ','), row => row.household_id as string)
      const options = ['--events', dataPath(files.householdEvents), '--now', householdsNow]
      const { exit, err, results } = scored(written('households'), dataPath(files.households), ...options)
      const ids = rows.map(row => row.household_id as string)
      const expected = rows.map((row, at) => household(row, events.get(ids[at] as string) ?? []))
      expect({ exit, rows: results.length, issues: issuesOf(results) }).toEqual({ exit: 0, rows: 801, issues: [] })
      expect(differences(results, expected)).toEqual([])
      const strangers = [...events].filter(([id]) => !ids.includes(id)).map(([, theirs]) => theirs.length)
      expect(strangers).toHaveLength(1578)
      expect(err).toContain(`${strangers.reduce((a, b) => a + b).toLocaleString('en')} events left out, of 1,578 leads`)
    },
  )

  onData('CDNOW: who buys again is found as well as published', [files.cdnow], () => {
    const byCustomer = [...grouped(readPurchases(), one => one.customer)]
    const leads = temporary('customers.ndjson')
    const line = ([id, purchases]: (typeof byCustomer)[number]) =>
      JSON.stringify({
        id,
        events: purchases.map(({ day, cds, dollars }) => ({ type: 'purchase', at: day, properties: { cds, dollars } })),
      })
    writeFileSync(leads, byCustomer.map(line).join('\n'))
    const { exit, err, results } = scored(written('cdnow'), leads, '--now', cdnowNow)
    expect({ exit, err, rows: results.length, issues: issuesOf(results) }).toEqual({
      exit: 0,
      err: '',
      rows: 23_570,
      issues: [],
    })
    expect(
      differences(
        results,
        byCustomer.map(([, purchases]) => customer(purchases)),
      ),
    ).toEqual([])
    const again = byCustomer.map(([, purchases]) => purchases.some(({ day }) => day > cdnowNow))
    expect(again.filter(Boolean).length / again.length).toBeCloseTo(0.228, 3)
    const areaOf = (score: string) =>
      area(results.map(({ scores }, at) => ({ score: scores[score] as number, again: again[at] === true })))
    expect(areaOf('purchases')).toBeCloseTo(0.791, 3)
    expect(areaOf('recency')).toBeCloseTo(0.806, 3)
  })
})

describe('memory', () => {
  onData('does not grow with the file: twenty times X Education', [files.xEducation], () => {
    const [header, ...lines] = readFileSync(dataPath(files.xEducation), 'utf8').trimEnd().split('\n')
    const large = temporary('large.csv')
    writeFileSync(large, `${header}\n`)
    for (let copy = 0; copy < 20; copy++) appendFileSync(large, lines.map(line => `${copy}-${line}\n`).join(''))
    const out = temporary('memory.csv')
    // The large file has 48 MB as text. Its rows would take some 300 MB if they were held, and the process would end.
    const { exit, err } = runWith(['--max-old-space-size=64'], ['score', written('x-education'), large, '--out', out])
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(184_800 + 2)
  })
})
