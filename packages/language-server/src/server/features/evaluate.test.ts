import { describe, expect, it } from 'vitest'
import type { CodeLens } from 'vscode-languageserver'
import { type Client, connect } from '../../node/testing.ts'
import type { Requests } from '../../service/protocol.ts'
import type { Host } from '../host.ts'

const uri = 'file:///a/m.merit'
const model = `model "Acme"
lead { size: integer }
event visit
score s { when size > 5 add 10 on visit add 4 decay 10d }
qualify MQL at 8
test "small" { lead { size: 1 } expect s = 0 }
test "wrong" { lead { size: 9 } expect s = 3 }
`
const leads = `{"id":"ann","size":7,"events":[{"type":"visit","at":"2026-05-31T00:00:00Z"}]}\n{"id":"ben","size":3}\n`

/** A disk with these files, by URI. */
const hostWith = (files: Readonly<Record<string, string>>): Host => ({
  find: async () => [],
  list: async folder => Object.keys(files).filter(file => file.slice(0, file.lastIndexOf('/')) === folder),
  read: async file => (files[file] === undefined ? undefined : { text: files[file], cut: false }),
  page: () => undefined,
})

async function opened(text = model, files: Readonly<Record<string, string>> = { 'file:///a/leads.ndjson': leads }) {
  const experimental = { merit: { commands: ['merit.openPreview'] } }
  const client = await connect(hostWith(files), { experimental })
  await client.open(uri, text)
  return client
}

const ask = <M extends keyof Requests>({ connection }: Client, method: M, params: Requests[M]['params']) =>
  connection.sendRequest(method, params) as Promise<Requests[M]['result']>

async function lenses({ connection }: Client): Promise<string[]> {
  const found: CodeLens[] = await connection.sendRequest('textDocument/codeLens', { textDocument: { uri } })
  return found.map(
    ({ range, command }) => `${range.start.line} ${command?.title}${command?.command ? ` (${command.command})` : ''}`,
  )
}

describe('lenses', () => {
  it('say what samples come to and run tests, whose outcome they then tell', async () => {
    const client = await opened()
    expect(await lenses(client)).toEqual([
      '0 2 samples of leads.ndjson as of 2026-05-31: MQL 1 (50.0%)',
      '0 run 2 tests (merit.runAllTests)',
      '0 preview (merit.openPreview)',
      '3 min 0, median 7, max 14 over 2 samples',
      '3 matches 1 of 2 samples, gives 10 points',
      '3 matches 1 of 2 samples, gives 4 points',
      '4 1 (50.0%) of 2 samples',
      '5 run test (merit.runTest)',
      '6 run test (merit.runTest)',
    ])
    await client.connection.sendRequest('workspace/executeCommand', {
      command: 'merit.runTest',
      arguments: [{ uri, tests: ['wrong'] }],
    })
    expect((await lenses(client)).slice(-2)).toEqual([
      '6 ✗ failed: s is 10, expected s = 3',
      '6 run again (merit.runTest)',
    ])
  })

  it('show what is wrong with the samples in their file, until it is right', async () => {
    const files: Record<string, string> = { 'file:///a/leads.ndjson': `${leads}{"size": ` }
    const client = await opened(model, files)
    const at = client.findings('file:///a/leads.ndjson', 0)
    expect(await lenses(client)).toContain('0 leads.ndjson:3: this is not valid JSON: it ends too early.')
    expect((await at).diagnostics).toMatchObject([
      { severity: 2, range: { start: { line: 2 } }, message: 'This is not valid JSON: it ends too early.' },
    ])
    files['file:///a/leads.ndjson'] = leads
    const changes = [{ uri: 'file:///a/leads.ndjson', type: 2 }]
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
    const next = client.next('file:///a/leads.ndjson')
    expect(await lenses(client)).toContain('0 2 samples of leads.ndjson as of 2026-05-31: MQL 1 (50.0%)')
    expect((await next).diagnostics).toEqual([])
  })

  it('are cut short by an edit, and others are answered meanwhile', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => JSON.stringify({ size: i % 10 })).join('\n')
    const client = await opened(model, { 'file:///a/leads.ndjson': many })
    const slow = lenses(client)
    const cut = expect(slow).rejects.toThrow('The text has changed.')
    expect(await ask(client, 'merit/tests', { uri })).toHaveLength(2)
    await client.write(uri, 2, `${model}\n# more`)
    await cut
  })
})

it('hovering over a score or a threshold shows how it spreads', async () => {
  const { connection } = await opened()
  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })
  const hover = { contents: { value: expect.stringContaining('min 0, median 7, max 14 over 2 samples') } }
  expect(await connection.sendRequest('textDocument/hover', at(3, 6))).toMatchObject(hover)
  expect(await connection.sendRequest('textDocument/hover', at(4, 15))).toMatchObject(hover)
})

describe('requests', () => {
  it('tests run, with what failed and why', async () => {
    const client = await opened()
    expect(await ask(client, 'merit/tests', { uri })).toMatchObject([
      { id: 'small', name: 'small', range: { start: { line: 5, character: 0 } } },
      { id: 'wrong' },
    ])
    const run = await ask(client, 'merit/runTests', { uri })
    expect(run).toMatchObject({
      outcomes: [
        { id: 'small', passed: true, failures: [] },
        {
          id: 'wrong',
          passed: false,
          failures: [
            {
              location: { uri, range: { start: { line: 6, character: 32 } } },
              expected: 's = 3',
              actual: 's is 10',
              breakdown: expect.stringContaining('**s** 10'),
            },
          ],
        },
      ],
    })
  })

  it('coverage names rules, conditions and how often they matched', async () => {
    expect(await ask(await opened(), 'merit/coverage', { uri })).toMatchObject({
      files: [
        {
          uri,
          statements: [
            {
              name: 'when size > 5 add 10',
              matched: 1,
              goals: [
                {
                  kind: 'condition',
                  text: 'size > 5',
                  outcomes: [
                    { outcome: 'true', seen: 1 },
                    { outcome: 'false', seen: 1 },
                    { outcome: 'unknown', seen: 0, example: 'a lead of which nothing is known' },
                  ],
                },
              ],
            },
            { name: 'on visit add 4 decay 10d', matched: 0, goals: [] },
            { name: 'qualify MQL at 8', matched: 1, range: { start: { line: 4, character: 0 } } },
          ],
        },
      ],
    })
  })

  it('the preview of a lead is a waterfall that moves with now', async () => {
    const client = await opened()
    const first = await ask(client, 'merit/preview', { uri })
    expect(first).toMatchObject({
      title: 'Acme',
      samples: { name: 'leads.ndjson', count: 2, cut: false, now: '2026-05-31T00:00:00Z' },
      scored: {
        lead: { index: 0, label: 'ann' },
        scores: [
          {
            name: 's',
            points: 14,
            location: { uri },
            steps: [
              { points: 10, total: 10 },
              { points: 4, total: 14 },
            ],
          },
        ],
        stages: [{ name: 'MQL', holds: true, until: null }],
        marks: [{ kind: 'event', label: 'visit' }],
      },
    })
    const later = await ask(client, 'merit/preview', { uri, lead: 0, now: '2026-06-10T00:00:00Z' })
    expect(later?.scored?.scores[0]?.points).toBe(12)
    expect(await ask(client, 'merit/preview', { uri, lead: 7 })).toMatchObject({
      problem: 'There is no sample lead 8: there are 2.',
    })
    expect(await ask(client, 'merit/preview', { uri, now: 'soon' })).toMatchObject({
      problem: expect.stringMatching(/^soon is not an instant/),
    })
  })

  it('the preview of a model without samples has the leads of its tests, each at the instant of its test', async () => {
    const text = `${model}test "later" { now 2027-01-31 lead { size: 6 } event visit 10d ago expect s = 12 }`
    const client = await opened(text, {})
    expect(await ask(client, 'merit/leads', { uri })).toMatchObject({
      samples: { name: 'm.merit', standIns: true },
      leads: [{ label: 'small' }, { label: 'wrong' }, { label: 'later' }],
    })
    expect(await ask(client, 'merit/preview', { uri, lead: 2 })).toMatchObject({
      scored: { now: '2027-01-31T00:00:00Z', scores: [{ points: 12 }] },
    })
    expect(await ask(client, 'merit/preview', { uri, lead: 2, now: '2027-02-10T00:00:00Z' })).toMatchObject({
      scored: { scores: [{ points: 11 }] },
    })
    expect(await ask(client, 'merit/status', { uri })).toMatchObject({ samples: null })
  })

  it('the distribution has bins and thresholds', async () => {
    const found = await ask(await opened(), 'merit/distribution', { uri })
    expect(found).toMatchObject({
      now: '2026-05-31T00:00:00Z',
      scores: [{ name: 's', min: 0, median: 7, max: 14, thresholds: [{ at: 8, label: 'MQL', location: { uri } }] }],
      stages: [{ name: 'MQL', count: 1 }],
    })
    expect(found?.scores[0]?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  })

  it('leads are found by a part of their id', async () => {
    expect(await ask(await opened(), 'merit/leads', { uri, query: 'BE' })).toMatchObject({
      leads: [{ index: 1, label: 'ben' }],
      found: 1,
    })
  })

  it('the status names model, samples and findings', async () => {
    expect(await ask(await opened(), 'merit/status', { uri })).toMatchObject({
      model: { uri, title: 'Acme' },
      imports: [],
      errors: 0,
      tests: 2,
      samples: { name: 'leads.ndjson', count: 2 },
    })
  })

  it.each([
    'merit/runTests',
    'merit/coverage',
    'merit/preview',
    'merit/distribution',
    'merit/leads',
    'merit/status',
  ] as const)('%s of what nobody knows is nothing', async method => {
    expect(await ask(await opened(), method, { uri: 'file:///none.merit' })).toBeNull()
  })

  it.each<[string, string, Record<string, string>, string]>([
    ['errors', `${model}when size > add`, {}, 'The model has 1 error.'],
    ['no samples and no tests', model.replace(/^test .*/gms, ''), {}, 'There are no sample leads: put'],
    ['broken samples', model, { 'file:///a/leads.json': '[{' }, 'the file ends in the middle of what starts here.'],
  ])('a model with %s has a preview that says so', async (_, text, files, problem) => {
    const client = await opened(text, files)
    expect(await ask(client, 'merit/preview', { uri })).toMatchObject({ problem: expect.stringContaining(problem) })
    expect(await ask(client, 'merit/distribution', { uri })).toMatchObject({
      problem: expect.stringContaining(problem),
    })
  })
})
