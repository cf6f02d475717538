/** What a person sees of the command: the built bundle, run as a process, on right and on wrong input. */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Files, folderWith, merit, page } from './cli/folder.ts'

const model = `model "Inbound"

lead {
  industry:  one of [SaaS, Fintech, Retail]
  employees: integer 0..
  email:     text
  customer:  boolean
}
event download { asset: one of [whitepaper, datasheet] }
event page_view { path: text }

score fit floor 0 cap 50 {
  points by industry {
    SaaS, Fintech: 30
    Retail: 5
    else: 0
  }
  when employees >= 200 add 25 as "Large company"
  when domain(email) in free_email_domains subtract 10
}

score engagement cap 60 {
  default decay 30d
  on download(whitepaper) add 40
  on page_view(path like "/pricing*") within 30d add 10 once per day no decay
}

score total = fit + engagement

grade tier from fit { A at 40  B at 20  else C }

qualify MQL at 50
disqualify "customer" when customer
`

const leads = [
  {
    id: 'ann',
    industry: 'Fintech',
    employees: 400,
    email: 'ann@acme.com',
    events: [
      { type: 'download', at: '2026-05-02T00:00:00Z', asset: 'whitepaper' },
      { type: 'page_view', at: '2026-05-30T09:00:00Z', path: '/pricing' },
      { type: 'page_view', at: '2026-05-30T17:00:00Z', path: '/pricing/eu' },
      { type: 'page_view', at: '2026-03-01T10:00:00Z', path: '/pricing' },
    ],
  },
  { id: 'bob', industry: 'Retail', employees: 8, email: 'bob@gmail.com' },
  { id: 'cleo', industry: 'SaaS', employees: 40, customer: true },
  { id: 'dan', industry: 'Retial', employees: 'many' },
]
const ndjson = `${leads.map(lead => JSON.stringify(lead)).join('\n')}\n`
const csv = 'id,industry,employees,email\nann,Fintech,400,ann@acme.com\nbob,Retail,8,bob@gmail.com\n'
const base: Files = { 'model.merit': model, 'leads.ndjson': ndjson }
const now = '--now 2026-06-01'

describe('merit score', () => {
  it.each(['table', 'ndjson', 'json', 'csv'])('writes %s', async format => {
    const { page: shown } = folderWith(base).run(`score model.merit leads.ndjson ${now} --format ${format}`)
    await expect(shown).toMatchFileSnapshot(page(`score-${format}`))
  })

  it('gives the same rows for leads as NDJSON, JSON, a wrapped list, gzip and standard input', () => {
    const array = JSON.stringify(leads, null, 2)
    const wrapped = JSON.stringify({ source: 'crm', leads })
    const files = { 'a.json': array, 'b.json': wrapped, 'c.ndjson.gz': gzipSync(ndjson), 'd.txt': ndjson }
    const { run } = folderWith({ ...base, ...files })
    const { out } = run(`score model.merit leads.ndjson ${now} --format ndjson`)
    expect(out.split('\n')).toHaveLength(5)
    for (const name of Object.keys(files)) expect(run(`score model.merit ${name} ${now} --format ndjson`).out).toBe(out)
    expect(run(`score model.merit - ${now} --format ndjson`, ndjson).out).toBe(out)
    expect(run(`score model.merit - ${now} --format ndjson`, array).out).toBe(out)
  })

  it('gives the same rows for events in a file of their own, as rows, as CSV and as Segment calls', () => {
    const bare = leads.map(({ events: _, ...lead }) => JSON.stringify(lead)).join('\n')
    const events = leads.flatMap(({ id, events = [] }) => events.map(event => ({ lead_id: id, ...event })))
    const calls = events.map(({ lead_id, type, at, ...properties }) => ({
      type: 'track',
      event: type,
      timestamp: at,
      userId: lead_id,
      properties,
    }))
    const rows = events.map(event => [
      event.lead_id,
      event.type,
      event.at,
      'asset' in event ? event.asset : '',
      'path' in event ? event.path : '',
    ])
    const files = {
      'rows.ndjson': events.map(event => JSON.stringify(event)).join('\n'),
      'rows.csv': [['lead_id', 'type', 'at', 'asset', 'path'], ...rows].map(row => row.join(',')).join('\n'),
      'calls.json': JSON.stringify(calls),
    }
    const { run } = folderWith({ ...base, 'bare.ndjson': bare, ...files })
    const { out } = run(`score model.merit leads.ndjson ${now}`)
    for (const name of Object.keys(files))
      expect(run(`score model.merit bare.ndjson --events ${name} ${now}`).out).toBe(out)
  })

  it('gives the same rows and notes for a file of many chunks, which threads score, as for a list of leads', () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({
      ...(i % 3 === 0 ? {} : { id: `lead-${i % 29_000}` }),
      ...leads[i % leads.length],
      ...(i % 3 === 1 ? { id: `lead-${i % 29_000}` } : { id: undefined }),
      text: 'é'.repeat(i % 60),
    }))
    const lines = many.map(lead => JSON.stringify(lead))
    const files = { 'many.ndjson': lines.join('\n'), 'many.json': `[\n${lines.join(',\n')}\n]` }
    const { run } = folderWith({ ...base, ...files })
    // In the list every lead stands one line further down.
    const earlier = (notes: string) =>
      notes.replace(/(json:|on line )(\d+)/g, (_, where, line) => where + (Number(line) - 1))
    for (const options of [
      '--format ndjson',
      '--format csv',
      '--format table',
      '--format json',
      '--format csv --strict',
    ]) {
      const quick = run(`score model.merit many.ndjson ${now} ${options}`)
      const slow = run(`score model.merit many.json ${now} ${options}`)
      expect(quick.out).toBe(slow.out)
      expect(quick.err.replaceAll('many.ndjson', 'many.json')).toBe(earlier(slow.err))
      expect(quick.exit).toBe(slow.exit)
    }
  })

  it('names the lines of many chunks that are no leads', () => {
    const lines = Array.from({ length: 30_000 }, (_, i) =>
      i % 9000 === 8999 ? '{"id":' : `${JSON.stringify(leads[0])} `.padEnd(400),
    )
    const { err, out, exit } = folderWith({ ...base, 'many.ndjson': lines.join('\n') }).run(
      `score model.merit many.ndjson ${now} --format ndjson`,
    )
    const places = [9000, 18_000, 27_000].map(line => `many.ndjson:${line}: this is not valid JSON: it ends too early`)
    expect(err.split('\n').filter(line => !line.includes('was on line'))).toEqual(expect.arrayContaining(places))
    expect(out.split('\n')).toHaveLength(30_000 - 3 + 1)
    expect(exit).toBe(3)
  })

  it('says which events it leaves out', async () => {
    const events = [
      { type: 'identify', userId: 'bob', traits: {} },
      { type: 'track', event: 'page_view', timestamp: '2026-05-30T00:00:00Z', userId: 'zoe', properties: {} },
      { type: 'track', event: 'page_view', timestamp: '2026-05-30T00:00:00Z', messageId: 'm', properties: {} },
      {
        type: 'track',
        event: 'download',
        timestamp: '2026-05-30T00:00:00Z',
        userId: 'bob',
        properties: { asset: 'whitepaper' },
      },
    ]
    const { run } = folderWith({ ...base, 'events.ndjson': events.map(event => JSON.stringify(event)).join('\n') })
    const { page: shown } = run(`score model.merit leads.ndjson --events events.ndjson ${now}`)
    await expect(shown).toMatchFileSnapshot(page('score-events-left-out'))
  })

  it('reads CSV with semicolons, a byte order mark, CRLF, quotes and headers with spaces', () => {
    const text = '\uFEFF"Lead ID";"Company Size";industry\r\n1;"400";"SaaS"\r\n2;;Retail\r\n'
    const spaced =
      'lead { size: integer from "Company Size"  industry: one of [SaaS, Retail] }\nwhen size >= 200 add 5\nwhen industry in [SaaS] add 1\n'
    const { run } = folderWith({ 'm.merit': spaced, 'l.csv': text })
    const { out, err } = run(`score m.merit l.csv ${now} --format csv`)
    expect(err).toBe('')
    expect(out.split('\n').map(line => line.split(',').slice(0, 3).join())).toEqual([
      'id,at,score.total',
      '1,2026-06-01T00:00:00Z,6',
      '2,2026-06-01T00:00:00Z,0',
      '',
    ])
  })

  it('writes --out whole, and only its result', () => {
    const { run, names, read } = folderWith(base)
    const { out, exit } = run(`score model.merit leads.ndjson ${now} --out scores.csv`)
    expect({ out, exit }).toEqual({ out: '', exit: 0 })
    expect(names()).toEqual(['leads.ndjson', 'model.merit', 'scores.csv'])
    expect(read('scores.csv').split('\n')).toHaveLength(6)
  })

  it('leaves --out as it was when it cannot go on', () => {
    const broken = gzipSync(ndjson.repeat(1000)).subarray(0, 300)
    const { run, names, read } = folderWith({ ...base, 'leads.ndjson.gz': broken, 'scores.csv': 'before' })
    expect(run(`score model.merit leads.ndjson.gz ${now} --out scores.csv`).exit).toBe(3)
    expect(read('scores.csv')).toBe('before')
    expect(names()).toEqual(['leads.ndjson', 'leads.ndjson.gz', 'model.merit', 'scores.csv'])
  })

  it('ends quietly when its reader stops reading', () => {
    const many = ndjson.repeat(20_000)
    const { folder } = folderWith({ ...base, 'many.ndjson': many })
    const line = `"${process.execPath}" "${merit}" score model.merit many.ndjson ${now} --format ndjson 2>err.txt | head -n 1`
    const { stdout } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' })
    expect(stdout).toMatch(/^\{"id":"ann"/)
    expect(readFileSync(join(folder, 'err.txt'), 'utf8')).not.toMatch(/EPIPE|mistake in merit/)
  })
})

describe('merit score with input that is wrong', () => {
  const lines = ndjson.split('\n')
  const cases: readonly [string, Files, string][] = [
    ['a line that is not JSON', { 'leads.ndjson': [lines[0], '{"id": "eve",', '', '"text"', lines[1]].join('\n') }, ''],
    [
      'rows of another length, and a quote left open',
      { 'leads.csv': `${csv}eve,SaaS\nfay,"SaaS,3,\ngus,SaaS,7,\n` },
      'leads.csv',
    ],
    ['duplicate ids', { 'leads.ndjson': ndjson + lines[1] }, ''],
    [
      'times that are missing or without zone',
      {
        'leads.ndjson': JSON.stringify({
          id: 'eve',
          events: [
            { type: 'download' },
            { type: 'download', at: '2026-05-30T10:00:00' },
            { type: 'download', at: 'yesterday' },
            { at: '2026-05-30T10:00:00Z' },
          ],
        }),
      },
      '',
    ],
    ['bytes that are not UTF-8', { 'leads.csv': Buffer.from(`${csv}M\xfcller,SaaS,5,\n`, 'latin1') }, 'leads.csv'],
    ['an empty file', { 'leads.csv': '' }, 'leads.csv'],
    ['a header and nothing else', { 'leads.csv': 'id,industry\n' }, 'leads.csv'],
    ['a folder', { 'leads/a.csv': csv }, 'leads'],
    ['a spreadsheet', { 'leads.xlsx': Buffer.from('PK\x03\x04rest', 'latin1') }, 'leads.xlsx'],
    ['a file that is not there', {}, 'lead.csv'],
    ['damaged gzip', { 'leads.csv.gz': gzipSync(csv.repeat(1000)).subarray(0, 40) }, 'leads.csv.gz'],
    ['JSON that ends too early', { 'leads.json': '[{"id": "ann", "employees": 300},\n {"id": "bob"' }, 'leads.json'],
    ['two columns of one name', { 'leads.csv': 'id,industry,industry\n1,SaaS,Retail\n' }, 'leads.csv'],
    ['a key that no column has', { 'leads.csv': csv }, 'leads.csv --id emial'],
    [
      'events for leads without ids',
      { 'leads.csv': 'industry\nSaaS\n', 'events.csv': 'lead_id,type,at\n1,download,2026-05-01\n' },
      'leads.csv --events events.csv',
    ],
    ['strict', {}, 'leads.ndjson --strict'],
    ['a now that is no instant', {}, 'leads.ndjson --now yesterday'],
    ['a now without zone', {}, 'leads.ndjson --now 2026-06-01T10:00:00'],
    ['an output folder that is not there', {}, 'leads.ndjson --out nowhere/scores.csv'],
    ['output over the leads', {}, 'leads.ndjson --out ./leads.ndjson'],
    ['output over the model', {}, 'leads.ndjson --out model.merit'],
    [
      'output over an imported file',
      { 'model.merit': 'import "./schema.merit"\nwhen a > 1 add 3\n', 'schema.merit': 'lead { a: number }\n' },
      'leads.ndjson --out schema.merit',
    ],
    [
      'a text that is no table of leads',
      { 'readme.txt': 'Our leads\n\nThey are in the CRM, and good.\n' },
      'readme.txt',
    ],
    ['a column in other letters', { 'leads.csv': 'id,Industry\nann,SaaS\n' }, 'leads.csv'],
    ['an unknown format', {}, 'leads.ndjson --format excel'],
  ]

  it.each(cases)('%s', async (name, files, args) => {
    const withNow = args.includes('--now') ? args : `${args || 'leads.ndjson'} ${now}`
    const { page: shown } = folderWith({ ...base, ...files }).run(
      `score model.merit ${withNow} --format csv`
        .replace('--format excel ', '')
        .replace(/--format csv$/, args.includes('excel') ? '--format excel' : '--format csv'),
    )
    await expect(shown).toMatchFileSnapshot(page(`bad ${name}`.replaceAll(' ', '-')))
  })

  it('the good lines are in --out, the bad ones in the exit code', () => {
    const { run, read } = folderWith({ ...base, 'leads.csv': `${csv}eve,SaaS\n` })
    expect(run(`score model.merit leads.csv ${now} --out scores.csv`).exit).toBe(3)
    expect(read('scores.csv').split('\n')).toHaveLength(4)
  })
})

describe('what is proved of a model', () => {
  const claimed = `${model.replace('at 50', 'at 200')}
qualify Reader when engagement > 60
promise never tier = A when employees < 10
promise never MQL when customer
promise never tier = B when employees >= 200
`

  it('stands among the findings, with a lead where one shows it', async () => {
    const { page: shown, exit } = folderWith({ 'model.merit': claimed }).run('check model.merit')
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page('check-proved'))
  })

  it('is data without the texts of files', () => {
    const { out } = folderWith({ 'model.merit': claimed }).run('check model.merit --format json')
    const { findings } = JSON.parse(out) as { findings: readonly { name: string; params: unknown; fixes: unknown[] }[] }
    const threshold = findings.find(({ name }) => name === 'unreachable-threshold')
    expect(threshold?.params).toMatchObject({ number: { path: 'model.merit', start: { line: 32, column: 16 } } })
    expect(out).not.toContain('domain(email)')
  })

  it('does not keep a model from scoring', () => {
    expect(folderWith({ ...base, 'model.merit': claimed }).run(`score model.merit leads.ndjson ${now}`).exit).toBe(0)
  })
})

describe('a model that does not check', () => {
  const broken = model.replace('employees >= 200', 'employes >= 200')

  it.each([
    ['check', 'check model.merit'],
    ['score', `score model.merit leads.ndjson ${now}`],
    ['explain', `explain model.merit leads.ndjson --lead ann ${now}`],
    ['test', 'test model.merit'],
  ])('%s says so', async (name, line) => {
    const { page: shown, exit } = folderWith({ ...base, 'model.merit': broken }).run(line)
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page(`broken-model-${name}`))
  })

  it('a model that imports itself', async () => {
    const { page: shown, exit } = folderWith({
      'a.merit': 'import "./b.merit"\n',
      'b.merit': 'import "./a.merit"\n',
    }).run('check .')
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page('import-cycle'))
  })

  it.each([
    ['a folder without models', 'check .', { 'readme.txt': 'x' }],
    ['a file that is no model', 'check leads.csv', { 'leads.csv': csv }],
    ['a path that is not there', 'check models', {}],
  ] as const)('%s', async (name, line, files) => {
    const { page: shown, exit } = folderWith(files).run(line)
    expect(exit).toBe(2)
    await expect(shown).toMatchFileSnapshot(page(`bad-${name}`.replaceAll(' ', '-')))
  })

  it.each([
    ['a model that is not UTF-8', Buffer.from('# M\xfcller\nwhen a add 1', 'latin1')],
    ['a model that is not text', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1])],
  ])('%s', async (name, bytes) => {
    const { page: shown, exit } = folderWith({ 'm.merit': bytes }).run('check m.merit')
    expect(exit).toBe(3)
    await expect(shown).toMatchFileSnapshot(page(`bad-${name}`.replaceAll(' ', '-')))
  })

  it.each(['check', 'fmt --check', 'test'])('%s: one file of several that cannot be read', async command => {
    const { page: shown, exit } = folderWith({
      'a.merit': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]),
      'b.merit': 'when size > 5 add 1\ntest "x" {\n  lead { size: 6 }\n  expect total = 2\n}\n',
      'c.merit': 'import "./a.merit"\n\nwhen size > 6 add 1\n',
    }).run(`${command} .`)
    expect(exit).toBe(3)
    await expect(shown).toMatchFileSnapshot(page(`bad-one-of-several-${command.split(' ')[0]}`))
  })

  it('JSON names the files that could not be read', () => {
    const { out } = folderWith({ 'a.merit': Buffer.from([0]), 'b.merit': '' }).run('check . --format json')
    expect(JSON.parse(out)).toMatchObject({ files: ['a.merit', 'b.merit'], unread: ['a.merit'] })
  })
})

describe('merit explain', () => {
  it('says with --forecast when stages and grades change', async () => {
    const { run } = folderWith(base)
    await expect(run(`explain model.merit leads.ndjson --lead ann ${now} --forecast`).page).toMatchFileSnapshot(
      page('explain-forecast'),
    )
    const { forecast } = JSON.parse(
      run(`explain model.merit leads.ndjson --lead ann ${now} --forecast --format json`).out,
    )
    expect(Object.keys(forecast)).toContain('next')
  })

  it.each(['ann', 'bob', 'cleo', 'dan'])('of %s', async id => {
    const { page: shown } = folderWith(base).run(`explain model.merit leads.ndjson --lead ${id} ${now}`)
    await expect(shown).toMatchFileSnapshot(page(`explain-${id}`))
  })

  it('shows times in the time zone of the model', () => {
    const files = {
      'm.merit': 'timezone "America/New_York"\non download add 5\nwhen created after 2020-01-01 add 1\n',
      'l.json': '{"id": 1, "created": "2026-05-04", "events": [{"type": "download", "at": "2026-05-30T21:15:00"}]}',
    }
    const { out } = folderWith(files).run(`explain m.merit l.json ${now}`)
    expect(out).toContain('times in America/New_York')
    expect(out).toContain('2026-05-30 21:15')
    expect(out).toContain('created is 2026-05-04\n')
  })

  it('as JSON is the explanation itself', () => {
    const { out } = folderWith(base).run(`explain model.merit leads.ndjson --lead ann ${now} --format json`)
    const { id, scores, explained } = JSON.parse(out)
    expect({ id, scores: Object.keys(scores), parts: Object.keys(explained) }).toEqual({
      id: 'ann',
      scores: ['fit', 'engagement', 'total'],
      parts: ['scores', 'grades', 'stages', 'disqualifications'],
    })
  })

  it('of a lead that is not there names the nearest', async () => {
    const { page: shown } = folderWith(base).run(`explain model.merit leads.ndjson --lead anne ${now}`)
    await expect(shown).toMatchFileSnapshot(page('explain-nobody'))
  })

  it('needs no --lead for a file of one lead, but for one of several', () => {
    const { run } = folderWith({ ...base, 'one.json': JSON.stringify(leads[0]) })
    expect(run(`explain model.merit one.json ${now}`).exit).toBe(0)
    expect(run(`explain model.merit leads.ndjson ${now}`).exit).toBe(2)
  })
})

describe('merit test', () => {
  const good = `${model}
test "a large fintech fits" {
  lead { industry: Fintech, employees: 400 }
  expect fit = 50
  expect tier = A
}
`
  const failing = `${good}
test "a white paper is half forgotten after a month" {
  now 2026-06-01
  lead { industry: Retail, employees: 500 }
  event download(whitepaper) 30d ago
  expect engagement = 25
  expect rule "Large company" not matched
  expect MQL
}
`

  it.each(['pretty', 'json', 'junit'])('writes %s', async format => {
    const { page: shown, exit } = folderWith({ 'model.merit': failing }).run(`test . --format ${format}`)
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page(`test-${format}`))
  })

  it('passes', async () => {
    const { page: shown, exit } = folderWith({ 'model.merit': good }).run('test model.merit')
    expect(exit).toBe(0)
    await expect(shown).toMatchFileSnapshot(page('test-passing'))
  })

  it('runs only tests whose name contains --filter', () => {
    const { run } = folderWith({ 'model.merit': failing })
    expect(run('test . --filter "LARGE fintech"').exit).toBe(0)
    expect(run('test . --filter nothing').page).toContain(
      'No test or promise in model.merit has `nothing` in its name.',
    )
  })

  it('without a test fails', async () => {
    const { page: shown, exit } = folderWith(base).run('test .')
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page('test-none'))
  })

  it('proves promises, or shows the lead that breaks them', async () => {
    const promises = ['never MQL when customer', 'never MQL when industry = Retail', 'always fit >= 0']
    const text = [model, ...promises.map(promise => `promise ${promise}`)].join('\n')
    const { page: shown, exit } = folderWith({ 'model.merit': text }).run('test model.merit')
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page('test-promises'))
  })
})

describe('merit inspect', () => {
  const text = `${model.replace('score total = fit + engagement', 'score total = fit + engagement * 2')}
qualify Hot at 200
promise never MQL when customer
promise never MQL when industry = Retail
`

  it.each(['pretty', 'json', 'markdown'])('writes %s', async format => {
    const { page: shown, exit } = folderWith({ 'model.merit': text }).run(`inspect model.merit --format ${format}`)
    expect(exit).toBe(0)
    await expect(shown).toMatchFileSnapshot(page(`inspect-${format}`))
  })

  it.each(['pretty', 'markdown'])('shows the leads, too, if asked: %s', async format => {
    const { page: shown } = folderWith({ 'model.merit': text }).run(
      `inspect model.merit --witnesses --format ${format}`,
    )
    await expect(shown).toMatchFileSnapshot(page(`inspect-witnesses-${format}`))
  })

  it('says the same of a bundle', () => {
    const { run } = folderWith({ 'model.merit': text })
    run('build model.merit -o model.json')
    const lines = (file: string) => run(`inspect ${file}`).out.split('\n').slice(1)
    expect(lines('model.json')).toEqual(lines('model.merit'))
  })
})

describe('merit compare', () => {
  const files = {
    'before.merit': model,
    'after.merit': model.replace('cap 50', 'cap 60').replace('qualify MQL at 50', 'qualify MQL at 40'),
    'same.merit': `let threshold = 50\n${model.replace('qualify MQL at 50', 'qualify MQL at threshold')}`,
    'other.merit': 'when industry > 5 add 3',
  }

  it.each(['pretty', 'json', 'markdown'])('writes %s', async format => {
    const { page: shown, exit } = folderWith(files).run(
      `compare before.merit after.merit --witnesses --format ${format}`,
    )
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page(`compare-${format}`))
  })

  it('ends with 0 where it is proved that all leads are scored alike, also in a bundle', async () => {
    const { run } = folderWith(files)
    run('build before.merit -o before.json')
    const { page: shown, exit } = run('compare before.json same.merit')
    expect(exit).toBe(0)
    await expect(shown).toMatchFileSnapshot(page('compare-alike'))
  })

  it('of folders compares each two models of one path, and says which have no partner', async () => {
    const { run } = folderWith({
      ...{ 'main/a.merit': model, 'main/b/gone.merit': model, 'main/same.merit': model },
      ...{ 'branch/a.merit': files['after.merit'], 'branch/same.merit': files['same.merit'] },
    })
    const { page: shown, exit } = run('compare main branch')
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page('compare-folders'))
    expect(JSON.parse(run('compare main branch/ --format json').out)).toMatchObject({
      alike: false,
      onlyIn: { before: ['main/b/gone.merit'], after: [] },
      models: [{ alike: false }, { alike: true }],
    })
    expect(run('compare main main').exit).toBe(0)
    expect(run('compare main main/a.merit')).toMatchObject({ exit: 2 })
    expect(run('compare main/a.merit main/nobody.merit')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('main/nobody.merit: there is no such file.'),
    })
  })

  it('refuses models that read the same data as different things', async () => {
    const { page: shown, exit } = folderWith(files).run('compare before.merit other.merit')
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page('compare-nothing-in-common'))
  })
})

describe('merit fmt', () => {
  const ugly = 'when   a   add 1\n'

  it('writes in place, and --check only names', () => {
    const { run, read } = folderWith({ 'a.merit': ugly, 'b/c.merit': 'when a add 1\n' })
    expect(run('fmt --check .')).toMatchObject({
      out: 'a.merit\n1 file not formatted, 1 file formatted already\n',
      exit: 1,
    })
    expect(read('a.merit')).toBe(ugly)
    expect(run('fmt .')).toMatchObject({ out: 'a.merit\n1 file formatted, 1 file formatted already\n', exit: 0 })
    expect(read('a.merit')).toBe('when a add 1\n')
    expect(run('fmt --check .').exit).toBe(0)
  })

  it('formats standard input', () => {
    expect(folderWith({}).run('fmt -', ugly)).toMatchObject({ out: 'when a add 1\n', exit: 0 })
  })

  it('leaves text with errors as it is', () => {
    const { run, read } = folderWith({ 'a.merit': 'when a add\n' })
    expect(run('fmt .').exit).toBe(1)
    expect(read('a.merit')).toBe('when a add\n')
  })
})

describe('merit init', () => {
  const crm = [
    'Lead ID,Industry,Company Size,Job Title,Opted Out,Interests,Created,Email',
    '1,SaaS,400,VP Marketing,no,api; pricing,2026-05-01,ann@acme.com',
    '2,Retail,12,Select,no,pricing,2026-05-02,bob@gmail.com',
    '3,SaaS,55,Engineer,yes,api,2026-05-03,cy@initech.com',
    '4,Select,,Buyer,no,,2026-05-04,di@hooli.com',
    '5,Retail,3000,Director,no,api; pricing,2026-05-05,ed@gmail.com',
    '6,SaaS,70,Founder,no,security; api,2026-05-06,flo@acme.com',
  ].join('\n')

  /** What it wrote has no finding, is formatted, and passes its test. */
  function expectSound({ run }: ReturnType<typeof folderWith>, path: string) {
    expect(run(`check ${path}`).out).toMatch(/^No findings/)
    expect(run(`fmt --check ${path}`).exit).toBe(0)
    expect(run(`test ${path}`).exit).toBe(0)
  }

  it('from leads writes a schema and a model that are sound', async () => {
    const folder = folderWith({ 'crm export.csv': crm })
    const { page: shown } = folder.run('init scoring --from "crm export.csv"')
    const files = ['schema.merit', 'model.merit'].map(name => `--- ${name}\n${folder.read(`scoring/${name}`)}`)
    await expect([shown, ...files].join('\n')).toMatchFileSnapshot(page('init-from-leads'))
    expectSound(folder, 'scoring')
    expect(folder.run(`score scoring/model.merit "crm export.csv" ${now}`).err).toBe('')
  })

  it('without leads writes a model and leads that are sound', async () => {
    const folder = folderWith({})
    const { page: shown } = folder.run('init')
    const score = folder.run(`score model.merit leads.ndjson ${now}`)
    await expect([shown, `--- model.merit\n${folder.read('model.merit')}`, score.page].join('\n')).toMatchFileSnapshot(
      page('init'),
    )
    expectSound(folder, '.')
  })

  it('from events says that leads are wanted', async () => {
    const events = 'lead_id,type,at\n1,visit,2026-05-01\n1,visit,2026-05-02\n'
    const { run, names } = folderWith({ 'events.csv': events })
    await expect(run('init scoring --from events.csv').page).toMatchFileSnapshot(page('init-from-events'))
    expect(names()).toEqual(['events.csv'])
  })

  it('does not write over what is there, unless told to', () => {
    const { run, read } = folderWith({ 'model.merit': model })
    expect(run('init')).toMatchObject({ exit: 2, err: 'model.merit exist already.\n--force writes over them.\n' })
    expect(read('model.merit')).toBe(model)
    expect(run('init --force').exit).toBe(0)
  })
})

describe('merit build', () => {
  it('writes a bundle that every command takes for the model', async () => {
    const { run } = folderWith(base)
    const built = run('build model.merit -o acme.bundle.json')
    const checked = run('check acme.bundle.json')
    await expect(`${built.page}\n${checked.page}`.replace(/[\d,]+ bytes/, '<size> bytes')).toMatchFileSnapshot(
      page('build'),
    )
    for (const line of ['score MODEL leads.ndjson', 'explain MODEL leads.ndjson --lead ann']) {
      const of = (model: string) => run(`${line.replace('MODEL', model)} ${now} --format json`)
      expect(of('acme.bundle.json')).toMatchObject({ out: of('model.merit').out, exit: 0 })
    }
    expect(run('build acme.bundle.json -o again.bundle.json').out).toBe(built.out.replace('acme', 'again'))
  })

  it('gives the same bytes every time', () => {
    const { run, read } = folderWith(base)
    run('build model.merit')
    run('build model.merit --out other.json')
    expect(read('model.bundle.json')).toBe(read('other.json'))
  })

  it('says what it built as JSON', () => {
    const { out } = folderWith(base).run('build model.merit --format json')
    expect(JSON.parse(out)).toMatchObject({
      target: 'bundle',
      files: [{ path: 'model.bundle.json' }],
      name: 'Inbound',
      rules: 5,
      signed: false,
    })
  })

  it('writes a module with its types, and the types alone', () => {
    const { run, names } = folderWith(base)
    expect(run('build model.merit --target esm').exit).toBe(0)
    expect(run('build model.merit --target types -o acme.d.ts').exit).toBe(0)
    expect(names()).toEqual(['acme.d.ts', 'leads.ndjson', 'model.d.mts', 'model.merit', 'model.mjs'])
  })

  it('signs, and verifies where it is asked to', () => {
    const { run } = folderWith(base)
    expect(run('keygen -o acme').exit).toBe(0)
    expect(run('keygen -o other').exit).toBe(0)
    expect(run('build model.merit --sign acme.key').out).toContain(', signed')
    expect(run('check model.bundle.json --verify acme.pub').out).toContain('its signature is right')
    expect(run(`score model.bundle.json leads.ndjson ${now} --verify acme.pub`).exit).toBe(0)
    const refused = run(`score model.bundle.json leads.ndjson ${now} --verify other.pub`)
    expect(refused).toMatchObject({ out: '', exit: 3 })
    expect(refused.err).toContain('was not signed with this key')
    expect(run('keygen -o acme')).toMatchObject({ exit: 2, out: '' })
  })

  it('keeps the private key to its owner', () => {
    const { run, folder } = folderWith({})
    run('keygen -o acme')
    if (process.platform !== 'win32') expect(statSync(join(folder, 'acme.key')).mode & 0o777).toBe(0o600)
  })

  it('builds nothing of a model with errors', () => {
    const { run, names } = folderWith({ 'model.merit': 'when when' })
    expect(run('build model.merit')).toMatchObject({ exit: 1, out: '' })
    expect(names()).toEqual(['model.merit'])
  })

  it.each([
    ['an edited bundle', 'score edited.json leads.ndjson'],
    ['no bundle', 'check leads.json'],
    ['a bundle that is not signed', 'explain model.bundle.json leads.ndjson --lead ann --verify acme.pub'],
    ['a model that is to be verified', 'score model.merit leads.ndjson --verify acme.pub'],
    ['a key that is none', 'check model.bundle.json --verify leads.json'],
    ['a public key to sign with', 'build model.merit --sign acme.pub'],
    ['tests of a bundle', 'test model.bundle.json'],
    ['the text of a bundle', 'fmt model.bundle.json'],
    ['a bundle over itself', 'build model.bundle.json'],
    ['a module that is none', 'build model.merit --target esm -o acme.txt'],
    ['a signature of types', 'build model.merit --target types --sign acme.key'],
  ])('%s', async (name, line) => {
    const { run, read, folder } = folderWith({ ...base, 'leads.json': '[]' })
    run('build model.merit')
    run('keygen -o acme')
    writeFileSync(join(folder, 'edited.json'), read('model.bundle.json').replace('Large company', 'Small company'))
    await expect(run(line).page).toMatchFileSnapshot(page(`bundle-${name.replaceAll(' ', '-')}`))
  })
})

describe('merit', () => {
  it.each([
    ['help', '--help'],
    ['help-score', 'score --help'],
    ['help-build', 'build --help'],
    ['version', '--version'],
    ['unknown-command', 'scroe model.merit'],
    ['unknown-option', 'check --frmat json .'],
    ['missing-argument', 'score model.merit'],
    ['explain-code', 'explain-code unknown-attribute'],
    ['explain-code-unknown', 'explain-code unknown-atribute'],
  ])('%s', async (name, line) => {
    await expect(folderWith({}).run(line).page).toMatchFileSnapshot(page(name))
  })

  it.each(['check', 'score', 'explain', 'test', 'fmt', 'build', 'keygen', 'init', 'explain-code'])(
    '%s --help shows an example',
    command => {
      const { out, exit } = folderWith({}).run(`${command} --help`)
      expect(exit).toBe(0)
      expect(out).toContain(`Example:\n  $ merit ${command} `)
    },
  )

  it('has colours when it is told to', () => {
    const { run } = folderWith({ 'model.merit': model })
    expect(run('check model.merit', '', { NO_COLOR: '', FORCE_COLOR: '1' }).out).not.toContain('\x1b[31m')
    const broken = folderWith({ 'model.merit': 'when when' })
    expect(broken.run('check model.merit', '', { NO_COLOR: '', FORCE_COLOR: '1' }).out).toContain('\x1b[31m')
    expect(broken.run('check model.merit').out).not.toContain('\x1b[')
  })
})
