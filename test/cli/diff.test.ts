/** What a person sees of a change before it is merged: the built command, on files and in real repositories. */
import { spawnSync } from 'node:child_process'
import type { Impact } from '@merit-lang/insight'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newRepository, type Scratch } from '../../packages/cli/src/git/scratch.fixture.ts'
import { type Files, folderWith, merit, page } from './folder.ts'

const before = `model "Inbound"
lead {
  industry:  one of [SaaS, Fintech, Retail]
  employees: integer 0..
  customer:  boolean
}
event download { asset: one of [whitepaper, datasheet] }
event page_view { path: text }

score fit floor 0 cap 50 {
  points by industry { SaaS, Fintech: 30  Retail: 5  else: 0 }
  when employees >= 200 add 25 as "Large company"
}
score engagement cap 60 {
  on download(whitepaper) add 40 decay 30d as "Whitepaper"
  on page_view(path like "/pricing*") within 30d add 10 as "Pricing"
}
score total = fit + engagement
grade tier from fit { A at 40  B at 20  else C }
qualify MQL at 50
disqualify "customer" when customer
`
const after = before
  .replace('add 25 as "Large company"', 'add 15 as "Large company"')
  .replace('add 10 as "Pricing"', 'add 25 as "Pricing"')
  .replace('  on download(whitepaper) add 40 decay 30d as "Whitepaper"\n', '')
  .replace('score engagement cap 60 {', 'score engagement cap 60 {\n  on download add 30 as "Any download"')
const reordered = before
  .replace(/(qualify MQL.*\n)(disqualify.*\n)/, '$2\n\n# the same\n$1')
  .replace('employees >= 200', 'employees >= 2_00')

const visit = (day: string) => ({ type: 'page_view', at: `2026-05-${day}T09:00:00Z`, path: '/pricing' })
const read = (asset: string) => ({ type: 'download', at: '2026-05-30T09:00:00Z', asset })
const leads = [
  { id: 'ann', industry: 'Fintech', employees: 400, events: [visit('20')] },
  { id: 'bob', industry: 'Retail', employees: 8, events: [visit('25'), visit('28')] },
  { id: 'cleo', industry: 'SaaS', employees: 40, events: [read('datasheet')] },
  { id: 'dan', industry: 'SaaS', employees: 10, customer: true, events: [read('datasheet')] },
  { id: 'eve', industry: 'Retail', employees: 300, events: [read('whitepaper')] },
  { id: 'fay', industry: 'Retail', employees: 5 },
  { id: 'gus', industry: 'Fintech', employees: 250 },
]
const lines = (list: readonly object[]) => `${list.map(one => JSON.stringify(one)).join('\n')}\n`
const events = leads.flatMap(({ id, events = [] }) => events.map(one => ({ lead: id, ...one })))
const csv = [
  'id,industry,employees,customer',
  ...leads.map(it => [it.id, it.industry, it.employees, it.customer ?? ''].join()),
].join('\n')
const files: Files = {
  'before.merit': before,
  'after.merit': after,
  'reordered.merit': reordered,
  'leads.ndjson': lines(leads),
  'leads.json': JSON.stringify(leads),
  'leads.csv': csv,
  'events.ndjson': lines(events),
}
const diff = 'diff before.merit after.merit --leads leads.ndjson --now 2026-06-01'

describe('merit diff', () => {
  it.each(['pretty', 'markdown', 'json', 'github'])('writes %s', async format => {
    const { page: shown } = folderWith(files).run(`${diff} --max-entering 1 --format ${format}`)
    await expect(shown).toMatchFileSnapshot(page(`diff-${format}`))
  })

  it('comes to the same however the leads are given', () => {
    const { run } = folderWith(files)
    const impactOf = (options: string, input = '') => {
      const { out, err } = run(`diff before.merit after.merit ${options} --now 2026-06-01 --format json`, input)
      expect(err).toBe('')
      return JSON.parse(out).models[0].impact
    }
    const impact = impactOf('--leads leads.ndjson')
    expect(impact.stages).toMatchObject([{ name: 'MQL', entering: ['bob', 'cleo'], leaving: ['gus'] }])
    expect(impactOf('--leads leads.json')).toEqual(impact)
    expect(impactOf('--leads leads.csv --events events.ndjson')).toEqual(impact)
    expect(impactOf('--leads -', lines(leads))).toEqual(impact)
  })

  it('comes to the same by threads', () => {
    const many = Array.from({ length: 9000 }, (_, i) => ({
      ...leads[i % leads.length],
      note: 'x'.repeat(600),
      id: `l${i}`,
    }))
    const nameless = many.map(({ id, ...rest }, i) => (i % 3 === 0 ? rest : { id, ...rest }))
    const { run } = folderWith({ ...files, 'many.ndjson': lines(nameless), 'many.json': JSON.stringify(nameless) })
    const impactOf = (file: string) =>
      JSON.parse(run(`diff before.merit after.merit --leads ${file} --now 2026-06-01 --format json`).out).models[0]
        .impact
    expect(impactOf('many.ndjson')).toEqual(impactOf('many.json'))
    const { out } = run('diff before.merit after.merit --leads many.ndjson --now 2026-06-01 --format markdown')
    // What a comment on a pull request holds.
    expect(out.length).toBeLessThan(65_536)
    expect(out).toContain('more, which `--format json` lists')
  })

  it('finds nothing in a model that was only written otherwise', () => {
    const { run } = folderWith(files)
    const line = 'diff before.merit reordered.merit --leads leads.ndjson --now 2026-06-01'
    const { out, exit } = run(`${line} --require-equivalent --max-entering 0 --max-leaving 0 --max-shift 0`)
    expect(exit).toBe(0)
    expect(out).toContain('No change in meaning.')
    const [model] = JSON.parse(run(`${line} --format json`).out).models
    expect(model).toMatchObject({ changes: [], comparison: { alike: true }, impact: { affected: 0, causes: [] } })
  })
})

describe('gates', () => {
  it.each([
    ['--max-entering 2', 0, ''],
    ['--max-entering 1', 1, '2 leads of leads.ndjson enter MQL, where at most 1 may'],
    ['--max-entering 28%', 1, '2 leads of leads.ndjson enter MQL (28.6% of 7), where at most 28% may'],
    ['--max-entering 0 --max-entering MQL=2', 0, ''],
    ['--max-leaving MQL=0', 1, '1 lead of leads.ndjson leaves MQL, where at most 0 may'],
    ['--max-shift 20', 1, 'A lead of leads.ndjson moves by 30 points in engagement, where at most 20 are allowed'],
    ['--max-shift 30', 0, ''],
    ['--max-shift fit=10', 0, ''],
    ['--require-equivalent', 1, 'It is not proved that all leads are scored as they were'],
  ])('%s', (options, exit, message) => {
    const ended = folderWith(files).run(`${diff} ${options} --format compact`)
    expect(ended.exit, ended.page).toBe(exit)
    expect(ended.out).toContain(message)
  })
})

describe('what cannot be done', () => {
  const unlike = before
    .replace('employees: integer 0..', 'employees: text')
    .replace('employees >= 200', 'employees = "200"')
  const bad = {
    ...files,
    'broken.merit': 'when industry is add',
    'unlike.merit': unlike,
    'cut.ndjson': '{"id":\n{"id":"ann"}\n',
  }
  it.each([
    ['gates without leads', 'diff before.merit after.merit --max-entering 2%'],
    ['an instant without leads', 'diff before.merit after.merit --now 2026-06-01'],
    ['no limit', `${diff} --max-entering many`],
    ['a share of points', `${diff} --max-shift 2%`],
    ['a stage that no model has', `${diff} --max-entering MLQ=2%`],
    ['leads that are not there', 'diff before.merit after.merit --leads nobody.ndjson'],
    ['a base that is broken', 'diff broken.merit after.merit --leads leads.ndjson --require-equivalent'],
    ['a line that is broken', 'diff before.merit reordered.merit --leads cut.ndjson --now 2026-06-01'],
    ['a column with two meanings', 'diff before.merit unlike.merit --leads leads.csv --now 2026-06-01'],
  ])('%s', async (name, line) => {
    const { page: shown } = folderWith(bad).run(line)
    await expect(shown).toMatchFileSnapshot(page(`diff-bad-${name.replaceAll(' ', '-')}`))
  })

  it.each([
    ['of something else', 'other.ndjson', 'nothing that the model reads is known of any of its leads'],
    ['of something else, with ids', 'other.csv', 'nothing that the model reads is known of any of its leads'],
    ['none', 'none.csv', 'it has no leads'],
  ])('gates are not kept by leads: %s', (_, leadsFile, why) => {
    const others = {
      'other.ndjson': lines([{ id: 1, x: 5 }, { id: 2 }]),
      'other.csv': 'id,x\n1,5\n2,\n',
      'none.csv': 'id,industry\n',
    }
    const { run } = folderWith({ ...files, ...others })
    const line = `diff before.merit after.merit --leads ${leadsFile} --now 2026-06-01`
    expect(run(line).exit).toBe(0)
    for (const format of ['pretty', 'markdown', 'compact', 'github']) {
      const { out, exit } = run(`${line} --max-entering 100% --format ${format}`)
      expect(exit).toBe(1)
      expect(out).toContain(`This cannot be judged by ${leadsFile}: ${why}`)
    }
    const data = JSON.parse(run(`${line} --max-shift 100 --format json`).out)
    expect(data).toMatchObject({ exceeded: [{ gate: 'max-shift' }], models: [{ impact: { known: 0 } }] })
  })

  it('what is wrong with a file of leads is said once for several models, and of which ones', () => {
    const other = 'lead { plan: text }\nwhen plan = "pro" add 5\n'
    const rows = 'id,industry,employees\na,SaaS,5\na,Mars,6\nb\n'
    const both = {
      'one/a.merit': before,
      'two/a.merit': after,
      'one/b.merit': other,
      'two/b.merit': `${other}\nwhen plan = "x" add 1\n`,
    }
    const { err, exit } = folderWith({ ...both, 'leads.csv': rows }).run(
      'diff one two --leads leads.csv --now 2026-06-01',
    )
    expect(exit).toBe(3)
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^leads\.csv:4: /),
      'a.merit: leads.csv: there is no column `customer`, which the model reads; it is unknown for every lead.',
      'leads.csv:3: lead `a` was on line 2 already; both are scored.',
      'a.merit: 1 lead with issues: values that did not fit counted as unknown (merit score says which).',
      'b.merit: leads.csv: there is no column `plan`, which the model reads; it is unknown for every lead.',
      '1 left out; everything else was scored.',
    ])
  })

  it('tells changes and moves in compact lines', () => {
    const { out } = folderWith(files).run(`${diff} --max-shift 20 --format compact`)
    expect(out.trimEnd().split('\n')).toEqual([
      'after.merit:12:3: note: ~ rule “Large company” in fit: points 25 → 15',
      'after.merit:1:1: note: − rule “Whitepaper” in engagement: pattern download(whitepaper); points 40; decay 30d',
      'after.merit:15:3: note: + rule “Any download” in engagement: pattern download; points 30',
      'after.merit:16:3: note: ~ rule “Pricing” in engagement: points 10 → 25',
      'after.merit:1:1: note: leads.ndjson: 2 leads enter MQL',
      'after.merit:1:1: note: leads.ndjson: 1 lead leaves MQL',
      ...['engagement', 'total'].map(
        score =>
          `after.merit:1:1: error: A lead of leads.ndjson moves by 30 points in ${score}, where at most 20 are allowed. (gate-exceeded)`,
      ),
    ])
  })

  it('columns that are called otherwise are said', () => {
    const other = lines(leads.map(({ employees, ...rest }) => ({ ...rest, Employees: employees })))
    const { err } = folderWith({ ...files, 'other.ndjson': other }).run(`${diff.replace('leads.nd', 'other.nd')}`)
    expect(err).toContain('the data has `Employees`, but the model reads `employees`')
  })
})

describe('in a repository', () => {
  const base = {
    'models/a.merit': before,
    'models/old.merit': before.replace('Inbound', 'Old'),
    'leads.ndjson': lines(leads),
  }
  let scratch: Scratch
  beforeAll(() => {
    scratch = newRepository(base)
  })
  afterAll(() => scratch.remove())

  function run(line: string) {
    const { stdout, status } = spawnSync(process.execPath, [merit, ...line.split(' ')], {
      cwd: scratch.folder,
      encoding: 'utf8',
    })
    return { models: JSON.parse(stdout).models as { name: string; kind: string; impact?: Impact }[], status }
  }

  it('compares with revisions as `merit compare` names them', () => {
    const compared = (line: string) =>
      spawnSync(process.execPath, [merit, ...`compare ${line}`.split(' ')], { cwd: scratch.folder, encoding: 'utf8' })
    expect(compared('main models/a.merit')).toMatchObject({ status: 0, stderr: '' })
    expect(compared('main:models/a.merit models/a.merit').stdout).toContain(
      'main:models/a.merit and models/a.merit score all leads alike.',
    )
    expect(compared('main models').stdout).toContain('2 models score all leads alike')
    expect(compared('nowhere models').status).toBe(2)
  })

  it('tells changed, new, removed and broken models apart', () => {
    scratch.git('checkout', '-q', '-b', 'topic')
    scratch.git('rm', '-q', 'models/old.merit')
    scratch.write({ 'models/a.merit': after, 'models/new.merit': 'when country = DE add 5\n' })
    scratch.commit('Topic')
    const line = 'diff main:models models --leads leads.ndjson --now 2026-06-01 --format json'
    const { models, status } = run(line)
    expect(models.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
      'added new.merit',
      'compared a.merit',
      'removed old.merit',
    ])
    expect(models.find(({ impact }) => impact)?.impact?.stages).toMatchObject([{ entering: ['bob', 'cleo'] }])
    expect(status).toBe(0)
    expect(run(`${line} --require-equivalent`).status).toBe(1)
    scratch.write({ 'models/a.merit': 'when industry is add' })
    expect(run(line)).toMatchObject({ status: 1 })
    expect(
      run(line)
        .models.map(({ kind }) => kind)
        .sort(),
    ).toEqual(['added', 'removed', 'unread'])
  })
})
