import { describe, expect, it } from 'vitest'
import { codesIn, connect, hostOf } from '../node/testing.ts'

const uri = 'file:///w/m.merit'
const schema = 'file:///w/shared/schema.merit'
const importing = 'import "./shared/schema.merit"\nwhen size > 5 add 1'
const declaring = 'lead { size: integer }'
const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }

/** A client with the model open, by whose disk the import is there. */
async function opened(capabilities = {}, folders: string[] = []) {
  const disk = new Map([[schema, declaring]])
  const client = await connect(hostOf(disk), capabilities, folders)
  client.connection.onRequest('client/registerCapability', () => null)
  await client.open(uri, importing)
  return { disk, client, before: codesIn(await client.findings(uri)) }
}

describe('imports are found', () => {
  it('on the disk, without any folder', async () => {
    expect((await opened()).before).toEqual([])
  })

  it('through several files', async () => {
    const disk = new Map([
      ['file:///w/a.merit', 'import "./b/b.merit"'],
      ['file:///w/b/b.merit', `import "../c.merit"`],
      ['file:///w/c.merit', declaring],
    ])
    const client = await connect(hostOf(disk))
    await client.open(uri, 'import "./a.merit"\nwhen size > 5 add 1')
    expect(codesIn(await client.findings(uri))).toEqual([])
  })

  it('as the editor has them, whatever the disk says', async () => {
    const { client } = await opened()
    const changed = client.next(uri)
    await client.open(schema, 'lead { site: integer }')
    expect(codesIn(await changed)).toEqual(['unknown-name'])
    const back = client.next(uri)
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: schema } })
    expect(codesIn(await back)).toEqual([])
  })

  it.each([
    ['when the client tells', watching, 'workspace/didChangeWatchedFiles', 3],
    ['when it saves, where the client does not tell', {}, 'textDocument/didSave', 3],
  ])('no longer when they are gone, %s', async (_, capabilities, method, type) => {
    const { disk, client } = await opened(capabilities)
    disk.delete(schema)
    const gone = client.next(uri)
    await client.connection.sendNotification(method, { textDocument: { uri }, changes: [{ uri: schema, type }] })
    expect(codesIn(await gone)).toContain('import-not-found')
    disk.set(schema, declaring)
    const back = client.next(uri)
    await client.connection.sendNotification(method, { textDocument: { uri }, changes: [{ uri: schema, type: 1 }] })
    expect(codesIn(await back)).toEqual([])
  })

  it('no longer when their folder is gone', async () => {
    const { disk, client } = await opened(watching)
    disk.delete(schema)
    const gone = client.next(uri)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///w/shared', type: 3 }],
    })
    expect(codesIn(await gone)).toContain('import-not-found')
  })
})

describe('the models of folders', () => {
  const importer = 'file:///v/one.merit'
  const disk = () =>
    new Map([
      [schema, 'list a = ["x"]\nwhen b = 1 add 1'],
      [importer, 'import "../w/shared/schema.merit"\nwhen tier in a add 1'],
    ])

  it('count for what is found in the files that they import', async () => {
    const client = await connect(hostOf(disk()), {}, ['file:///v'])
    await client.open(schema, disk().get(schema) as string)
    expect(codesIn(await client.findings(schema))).toEqual([])
  })

  it('come and go with their folder', async () => {
    const client = await connect(hostOf(disk()), { workspace: { workspaceFolders: true } }, ['file:///w'])
    await client.open(schema, disk().get(schema) as string)
    expect(codesIn(await client.findings(schema))).toContain('never-used')
    const folder = { uri: 'file:///v', name: 'v' }
    const added = client.next(schema)
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder], removed: [] },
    })
    expect(codesIn(await added)).toEqual([])
    const removed = client.next(schema)
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [folder] },
    })
    expect(codesIn(await removed)).toContain('never-used')
  })
})

it('a document that is no model is left alone', async () => {
  const client = await connect()
  const leads = { uri: 'file:///w/leads.json', languageId: 'json', version: 1, text: '[{' }
  await client.connection.sendNotification('textDocument/didOpen', { textDocument: leads })
  await client.open(uri, 'when')
  await client.findings(uri)
  expect(client.published.map(params => params.uri)).not.toContain(leads.uri)
})

it('lenses are asked for again where another file has changed', async () => {
  const disk = new Map([[schema, declaring]])
  const client = await connect(hostOf(disk), { workspace: { codeLens: { refreshSupport: true } } })
  const asked = new Promise(resolve =>
    client.connection.onRequest('workspace/codeLens/refresh', () => resolve('asked')),
  )
  await client.open(uri, importing)
  await client.findings(uri)
  await client.open(schema, 'lead { size: integer 0.. }')
  expect(await asked).toBe('asked')
})

it('settings are asked for, and again when they change', async () => {
  const configuration = { workspace: { configuration: true, inlayHint: { refreshSupport: true } } }
  const client = await connect(hostOf(new Map()), configuration, [], { inlayHints: false })
  let inlayHints = true
  client.connection.onRequest('workspace/configuration', () => [{ inlayHints }])
  const hints = async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    const params = { textDocument: { uri }, range }
    return (await client.connection.sendRequest<unknown[] | null>('textDocument/inlayHint', params))?.length ?? 0
  }
  const refreshed = () =>
    new Promise<void>(resolve => client.connection.onRequest('workspace/inlayHint/refresh', () => resolve()))
  const first = refreshed()
  await client.open(uri, 'when size > 5 add 1')
  await first
  expect(await hints()).toBeGreaterThan(0)
  inlayHints = false
  const second = refreshed()
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
  await second
  expect(await hints()).toBe(0)
})

it('the client is asked to tell of models, where it can', async () => {
  const asked: unknown[] = []
  const client = await connect(hostOf(new Map()), watching)
  client.connection.onRequest('client/registerCapability', params => {
    asked.push(params)
    return null
  })
  await client.open(uri, '')
  await client.findings(uri)
  expect(JSON.stringify(asked)).toContain('**/*.merit')
})
