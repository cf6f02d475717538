/** What commands write for other tools, and what merit.config.json and ignoring comments make of it: the built command, in a repository. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mismatches } from '../schemas/schema.ts'
import { type Files, folderWith } from './folder.ts'

const sarifSchema = JSON.parse(readFileSync(join(import.meta.dirname, '../schemas/sarif-2.1.0-rtm.5.json'), 'utf8'))

const model = `lead {
  industry: one of [SaaS, Retail]
  title:    text
}

let unused = 5

when industry in [SaaS] add 15
when title contains "CTO" add 5

promise never total > 18

test "a SaaS lead" {
  now 2026-06-01
  lead { industry: SaaS }
  expect total = 14
}
`
const base = { '.git/HEAD': 'ref: refs/heads/main\n', 'models/a.merit': model }

/** A repository of these files; commands run in its folder `models`. */
function repository(files: Files) {
  const { folder, read, names, run } = folderWith(files, 'models')
  const merit = (line: string, env: Readonly<Record<string, string>> = {}) => {
    const { out, err, exit } = run(line, '', env)
    return { out, err, exit }
  }
  return { folder, read, names, merit }
}

const commands = ['check a.merit', 'test a.merit', 'fmt --check a.merit', 'compare a.merit b.merit']
const files = { ...base, 'models/a.merit': `${model}\n`, 'models/b.merit': model.replace('add 15', 'add 16') }

describe.each(commands)('merit %s', command => {
  it('writes every format, with the same exit code', () => {
    const { merit } = repository(files)
    const found = merit(`${command} --format json`)
    expect(found.exit).toBe(1)
    expect(() => JSON.parse(found.out)).not.toThrow()
    const { out: compact } = merit(`${command} --format compact`)
    const lines = compact.trimEnd().split('\n')
    for (const line of lines) expect(line).toMatch(/^[ab]\.merit:\d+:\d+: (error|warning|hint): .+ \([a-z-]+\)$/)

    const github = merit(`${command} --format github`)
    expect(github.out.match(/^::(error|warning|notice) file=models\/[ab]\.merit,/gm)).toHaveLength(lines.length)
    const issues = JSON.parse(merit(`${command} --format gitlab`).out)
    expect(new Set(issues.map((one: { fingerprint: string }) => one.fingerprint)).size).toBe(lines.length)
    const sarif = merit(`${command} --format sarif`)
    expect(mismatches(JSON.parse(sarif.out), sarifSchema)).toEqual([])
    expect(JSON.parse(sarif.out).runs[0].results).toHaveLength(lines.length)
    expect(merit(`${command} --format junit`).out).toMatch(/^<\?xml .*<\/testsuites>\n$/s)
    expect(merit(`${command} --format markdown`).out).toMatch(/^## /)
    expect([github, sarif].map(({ exit, err }) => ({ exit, err }))).toEqual(Array(2).fill({ exit: 1, err: '' }))
  })
})

describe('reports', () => {
  it('go to files beside the screen, and the summary of a job gets a table', () => {
    const { merit, read, folder } = repository(files)
    const summary = join(folder, 'summary.md')
    const line = 'check a.merit --format github --report sarif=../reports/a.sarif --report compact=../a.txt'
    const { out, exit } = merit(line, { GITHUB_STEP_SUMMARY: summary })
    expect({ shown: out.includes('::error'), exit }).toEqual({ shown: true, exit: 1 })
    expect(JSON.parse(read('reports/a.sarif')).version).toBe('2.1.0')
    expect(read('a.txt').split('\n').length - 1).toBe(out.match(/^::/gm)?.length)
    merit(line, { GITHUB_STEP_SUMMARY: summary })
    expect(read('summary.md').match(/^## merit check$/gm)).toHaveLength(2)
  })

  it('--out takes the place of the screen', () => {
    const { merit, read } = repository(files)
    expect(merit('check a.merit -o ../out.txt').out).toBe('')
    expect(read('out.txt')).toContain('broken-promise')
  })

  it.each([
    ['check a.merit --report sari=x', 'there is no format sari. Did you mean sarif?'],
    ['check a.merit --report sarif', 'names no file'],
    ['check a.merit -o a.merit', 'a.merit is read for this'],
    ['check a.merit -o a.merit/x', 'cannot be written'],
    ['fmt a.merit --format json', 'merit fmt --check'],
  ])('%s is refused', (line, message) => {
    const { merit, read } = repository(files)
    const { err, exit } = merit(line)
    expect(exit).toBe(2)
    expect(err).toContain(message)
    expect(read('models/a.merit')).toBe(files['models/a.merit'])
  })

  it('a file that cannot be read is in them', () => {
    const { merit } = repository({ ...files, 'models/c.merit': '\0' })
    const { out, exit } = merit('check . --format compact')
    expect(exit).toBe(3)
    expect(out).toContain(
      'c.merit:1:1: error: This file could not be read, so that nothing is known of it. (unread-file)',
    )
  })

  it('nothing found is an empty report', () => {
    const { merit } = repository({ ...base, 'models/a.merit': 'when a > 1 add 1\n' })
    expect(merit('check a.merit --format compact')).toEqual({ out: '', err: '', exit: 0 })
    expect(JSON.parse(merit('check a.merit --format gitlab').out)).toEqual([])
    expect(mismatches(JSON.parse(merit('check a.merit --format sarif').out), sarifSchema)).toEqual([])
  })
})

describe('merit.config.json', () => {
  const withConfig = (config: object, where = '') =>
    repository({ ...base, [`${where}merit.config.json`]: JSON.stringify(config) })
  const found = ({ merit }: ReturnType<typeof repository>) => {
    const { out, exit } = merit('check a.merit --format compact')
    const names = [...out.matchAll(/(error|warning|hint): .*\(([a-z-]+)\)/g)].map(
      ([, level, name]) => `${level} ${name}`,
    )
    return { names, exit }
  }

  it('gives levels, from the folder above', () => {
    const levels = { 'never-used': 'off', 'text-inside-words': 'warning', 'broken-promise': 'hint' }
    expect(found(withConfig({ levels }))).toEqual({
      names: ['warning text-inside-words', 'hint broken-promise'],
      exit: 0,
    })
    expect(found(withConfig({ levels: { 'never-used': 'error', 'broken-promise': 'off' } }))).toEqual({
      names: ['error never-used', 'hint text-inside-words'],
      exit: 1,
    })
  })

  it('of a folder is nearer than that of the repository', () => {
    const files = { 'merit.config.json': '{ "levels": { "never-used": "off" } }', 'models/merit.config.json': '{}' }
    expect(found(repository({ ...base, ...files })).names).toContain('hint never-used')
  })

  it('with a mistake stops the command before anything is done', () => {
    const { merit, names } = withConfig({ levels: { 'never-usd': 'off' }, gate: {} })
    const { err, exit } = merit('check a.merit --report sarif=../a.sarif')
    expect({ exit, err, written: names().includes('a.sarif') }).toEqual({
      exit: 2,
      err: [
        '../merit.config.json:1:12: There is no finding called `never-usd`. Did you mean `never-used`?',
        '../merit.config.json:1:31: There is no setting `gate`. Did you mean `gates`?',
        '',
      ].join('\n'),
      written: false,
    })
  })

  it('says what a change may do to the leads, where the command does not', () => {
    const { merit } = repository({
      ...files,
      'models/a.merit': 'when a > 1 add 1\nqualify MQL at 1\n',
      'models/b.merit': 'when a > 5 add 1\nqualify MQL at 1\n',
      'models/leads.json': '[{ "id": "ann", "a": 3 }, { "id": "bob", "a": 7 }]',
      'merit.config.json': '{ "gates": { "max-leaving": "10%" } }',
    })
    expect(merit('diff a.merit b.merit').exit).toBe(0)
    const line = 'diff a.merit b.merit --leads leads.json --now 2026-06-01'
    const { out, exit } = merit(`${line} --format sarif`)
    expect(exit).toBe(1)
    expect(mismatches(JSON.parse(out), sarifSchema)).toEqual([])
    expect(JSON.parse(out).runs[0].results).toMatchObject([{ ruleId: 'gate-exceeded' }])
    expect(merit(`${line} --max-leaving 5`).exit).toBe(0)
  })

  it('says what coverage has to be', () => {
    const passing = {
      'models/a.merit': model.replace('expect total = 14', 'expect total = 15').replace(/^promise.*$/m, ''),
    }
    const { merit } = repository({ ...base, ...passing, 'merit.config.json': '{ "coverage": { "threshold": 99 } }' })
    expect(merit('test a.merit').exit).toBe(0)
    expect(merit('test a.merit --coverage').exit).toBe(1)
    expect(merit('test a.merit --threshold 10').exit).toBe(0)
  })
})

it('comments ignore findings, and are kept by the formatter', () => {
  const ignoring = model
    .replace('let unused', '# merit ignore never-used: soon\nlet unused')
    .replace('promise never', '# merit ignore broken-promise: until June\npromise never')
    .replace('"CTO" add 5', '"CTO" add 5 # merit ignore text-inside-words: they decide')
  const { merit } = repository({ ...base, 'models/a.merit': ignoring })
  expect(merit('check a.merit --format compact')).toEqual({ out: '', err: '', exit: 0 })
  expect(merit('fmt a.merit').exit).toBe(0)
  expect(merit('check a.merit --format compact')).toEqual({ out: '', err: '', exit: 0 })
})
