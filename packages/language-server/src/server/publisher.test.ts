import { describe, expect, it } from 'vitest'
import { codesIn, connect, hostOf } from '../node/testing.ts'

const uri = 'file:///w/m.merit'
const misspelt = 'lead { size: integer }\nwhen sise > 5 add 1\nwhen size > 5 add 1'

describe('findings are published', () => {
  it('with the version that they are about', async () => {
    const client = await connect()
    await client.open(uri, misspelt)
    const { version, diagnostics } = await client.findings(uri)
    expect(version).toBe(1)
    const range = { start: { line: 1, character: 5 }, end: { line: 1, character: 9 } }
    expect(diagnostics).toMatchObject([{ source: 'merit', code: 'unknown-name', severity: 1, range }])
  })

  it('with the address of their page, related places and tags where the client shows them', async () => {
    const publishDiagnostics = { codeDescriptionSupport: true, relatedInformation: true }
    const client = await connect(hostOf(new Map()), { textDocument: { publishDiagnostics } })
    await client.open(uri, 'list a = ["x"]\nwhen b = 1 add 1')
    expect((await client.findings(uri)).diagnostics).toMatchObject([
      { code: 'never-used', codeDescription: { href: 'file:///pages/never-used.md' }, tags: [1] },
    ])
    await client.write(uri, 2, 'when b = 1 add 1\nwhen b = 1 add 1')
    expect((await client.findings(uri, 2)).diagnostics).toMatchObject([
      { code: 'equal-rules', relatedInformation: [{ location: { uri, range: { start: { line: 0 } } } }] },
    ])
  })

  it('first the mistakes in the text, beside what was found before where it stands now; then all', async () => {
    const client = await connect()
    await client.open(uri, misspelt)
    await client.findings(uri)
    const count = client.published.length
    const atOnce = client.next(uri)
    await client.write(uri, 2, `when\n${misspelt}`)
    expect(await atOnce).toMatchObject({
      version: 2,
      diagnostics: [
        { severity: 1, range: { start: { line: 0 } } },
        { code: 'unknown-name', range: { start: { line: 2, character: 5 }, end: { line: 2, character: 9 } } },
      ],
    })
    expect(client.published.length).toBe(count + 1)
    await client.next(uri)
    expect(client.published.length).toBe(count + 2)
  })

  it('of the last of many versions, and of none that is older than another', async () => {
    const client = await connect()
    await client.open(uri, misspelt)
    for (let version = 2; version <= 101; version++)
      await client.write(uri, version, `# ${'x'.repeat(version)}\n${misspelt}`)
    const { diagnostics } = await client.findings(uri, 101)
    expect(diagnostics).toMatchObject([{ code: 'unknown-name', range: { start: { line: 2 } } }])
    const versions = client.published.map(({ version }) => version ?? 0)
    expect(versions).toEqual([...versions].sort((a, b) => a - b))
    expect(versions.length).toBeLessThan(20)
  })

  it('of no more than a thousand mistakes', async () => {
    const client = await connect()
    await client.open(uri, 'when x > > 1 add 1\n'.repeat(1200))
    const { diagnostics } = await client.findings(uri)
    expect(diagnostics.length).toBe(1001)
    expect(diagnostics.at(-1)?.message).toBe('200 more findings in this file are not shown.')
  })

  it('no longer when the document is closed', async () => {
    const client = await connect()
    await client.open(uri, misspelt)
    await client.findings(uri)
    const cleared = client.next(uri)
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    expect((await cleared).diagnostics).toEqual([])
  })

  it.each([
    ['of ten megabytes', `when x = 1 add 1\n`.repeat(600_000), 'longer than a million characters'],
    ['of bytes', '\u0000\u0001PNG\u0000', 'not text'],
  ])('as one sentence for a file %s, which has no answers', async (_, text, sentence) => {
    const client = await connect()
    await client.open(uri, text)
    const { diagnostics } = await client.findings(uri)
    expect(diagnostics).toMatchObject([{ code: 'not-read', message: expect.stringContaining(sentence) }])
    expect(await client.connection.sendRequest('textDocument/documentLink', { textDocument: { uri } })).toEqual([])
    await client.write(uri, 2, 'lead { size: integer }\nwhen size > 5 add 1')
    expect(codesIn(await client.findings(uri, 2))).toEqual([])
  })
})

describe('an edit brings up findings', () => {
  const schema = 'file:///w/schema.merit'
  const importing = 'import "./schema.merit"\nwhen size > 5 add 1'

  it('in open documents that import the file, and in no others', async () => {
    const client = await connect()
    await client.open(schema, 'lead { size: integer }')
    await client.open(uri, importing)
    await client.open('file:///w/other.merit', 'when x = 1 add 1')
    await client.findings('file:///w/other.merit')
    expect(codesIn(await client.findings(uri))).toEqual([])
    const count = client.published.length
    await client.write(schema, 2, 'lead { site: integer }')
    expect(codesIn(await client.next(uri))).toEqual(['unknown-name'])
    await client.findings(schema, 2)
    expect(new Set(client.published.slice(count).map(params => params.uri))).toEqual(new Set([schema, uri]))
  })

  it('in a file that is imported no longer', async () => {
    const client = await connect()
    await client.open(schema, 'list a = ["x"]\nwhen b = 1 add 1')
    await client.open(uri, 'import "./schema.merit"\nwhen tier in a add 1')
    expect(codesIn(await client.findings(schema))).not.toContain('never-used')
    await client.write(uri, 2, 'when size > 5 add 1')
    expect(codesIn(await client.next(schema))).toContain('never-used')
  })
})
