import { expect, it } from 'vitest'
import { codesIn, connect, hostOf } from '../node/testing.ts'

const model = 'let a = 5\nwhen b > 1 add 1'
const config = 'file:///w/merit.config.json'
const uri = 'file:///w/models/m.merit'

/** Watches files, and is sent findings. */
const able = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } }

async function opened(files: Record<string, string>) {
  const host = new Map(Object.entries(files))
  const client = await connect(hostOf(host), able)
  client.connection.onRequest('client/registerCapability', () => null)
  await client.open(uri, model)
  const touch = async (type: 1 | 2 | 3) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type }] })
  return { client, host, touch }
}

it.each([
  ['no configuration', {}, [3]],
  ['in the folder above', { [config]: '{ "levels": { "never-used": "error" } }' }, [1]],
  ['left unsaid', { [config]: '{ "levels": { "never-used": "off" } }' }, []],
  [
    'the nearest one holds',
    { [config]: '{ "levels": { "never-used": "error" } }', 'file:///w/models/merit.config.json': '{}' },
    [3],
  ],
  [
    'not beyond the repository',
    { [config]: '{ "levels": { "never-used": "error" } }', 'file:///w/models/.git/HEAD': 'ref: refs/heads/main' },
    [3],
  ],
])('%s', async (_, files, severities) => {
  const { client } = await opened(files)
  const { diagnostics } = await client.findings(uri)
  expect(diagnostics.map(({ severity }) => severity)).toEqual(severities)
})

it('a change is taken in, and findings are said anew', async () => {
  const { client, host, touch } = await opened({})
  expect(codesIn(await client.findings(uri))).toEqual(['never-used'])
  host.set(config, '{ "levels": { "never-used": "off" } }')
  const without = client.next(uri)
  await touch(1)
  expect(codesIn(await without)).toEqual([])
  host.delete(config)
  const again = client.next(uri)
  await touch(3)
  expect(codesIn(await again)).toEqual(['never-used'])
})

it('what is wrong with it is shown in it, and the rest holds', async () => {
  const { client } = await opened({ [config]: '{ "levels": { "never-used": "off", "never-usd": "off" } }' })
  const { diagnostics } = await client.findings(config, 0)
  expect(diagnostics).toMatchObject([
    {
      message: 'There is no finding called `never-usd`. Did you mean `never-used`?',
      range: { start: { character: 35 } },
    },
  ])
  expect(codesIn(await client.findings(uri))).toEqual([])
})
