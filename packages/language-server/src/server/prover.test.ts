import { expect, it } from 'vitest'
import { codesIn, connect, hostOf } from '../node/testing.ts'

const uri = 'file:///w/m.merit'
const schema = 'file:///w/schema.merit'
const unreachable = 'when industry = SaaS add 30\nqualify at 50'

it('what is proved is published after what is checked, with the version that it is about', async () => {
  const client = await connect()
  await client.open(uri, `list unused = ["x"]\n${unreachable}`)
  expect(codesIn(await client.findings(uri))).toEqual(['never-used'])
  const proved = await client.next(uri)
  expect(proved.version).toBe(1)
  expect(codesIn(proved)).toEqual(['never-used', 'unreachable-threshold'])
})

it('its fixes are offered', async () => {
  const client = await connect()
  await client.open(uri, unreachable)
  await client.findings(uri)
  const [finding] = (await client.next(uri)).diagnostics
  const params = { textDocument: { uri }, range: finding?.range, context: { diagnostics: [finding] } }
  const actions = await client.connection.sendRequest('textDocument/codeAction', params)
  expect(actions).toContainEqual(expect.objectContaining({ title: 'Write `30`' }))
})

it('what was proved of an earlier text is dropped, and nothing is said of it any more', async () => {
  const client = await connect()
  await client.open(uri, unreachable)
  await client.findings(uri)
  await client.next(uri)
  await client.write(uri, 2, unreachable.replace('50', '30'))
  expect(codesIn(await client.findings(uri, 2))).toEqual([])
  await client.write(uri, 3, unreachable)
  expect(codesIn(await client.findings(uri, 3))).toEqual([])
  expect(codesIn(await client.next(uri))).toEqual(['unreachable-threshold'])
})

it('nothing is published again where nothing is proved', async () => {
  const client = await connect()
  await client.open(uri, 'when industry = SaaS add 30\nqualify at 30')
  await client.findings(uri)
  const count = client.published.length
  await new Promise(resolve => setTimeout(resolve, 1000))
  expect(client.published.length).toBe(count)
})

it('a file that a model imports is told of what stands in it', async () => {
  const client = await connect()
  await client.open(schema, unreachable)
  await client.open(uri, 'import "./schema.merit"\nwhen industry = Retail add 10')
  await client.findings(uri)
  expect(codesIn(await client.next(schema))).toEqual(['unreachable-threshold'])
})

it('a client that asks is told to ask again', async () => {
  const asking = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } }
  const client = await connect(hostOf(new Map()), asking)
  const told = new Promise(resolve =>
    client.connection.onRequest('workspace/diagnostic/refresh', () => resolve('told')),
  )
  await client.open(uri, unreachable)
  const ask = () => client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  expect(await ask()).toMatchObject({ items: [] })
  expect(await told).toBe('told')
  expect(await ask()).toMatchObject({ items: [{ code: 'unreachable-threshold' }] })
})
