import { expect, it } from 'vitest'
import { connect } from '../../node/testing.ts'
import { blind } from '../host.ts'

const uri = 'file:///m.merit'
it('a client that shows them is told to ask again when points are proved', async () => {
  const client = await connect(blind, { workspace: { inlayHint: { refreshSupport: true } } }, [], { inlayHints: true })
  const told = new Promise(resolve => client.connection.onRequest('workspace/inlayHint/refresh', () => resolve('told')))
  await client.open(uri, 'score s { on visit add 5 once }')
  expect(await told).toBe('told')
  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }
  expect(await client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range })).toMatchObject(
    [{ label: ' at most 5' }],
  )
})

const ask = async (settings: object) => {
  const client = await connect(blind, {}, [], settings)
  await client.open(uri, '# 🙂\nwhen customer add 5')
  const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }
  return client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range })
}

it('inlay hints are given where the setting says so', async () => {
  expect(await ask({ inlayHints: true })).toMatchObject([
    { position: { line: 1, character: 13 }, label: ': boolean', kind: 1, tooltip: { kind: 'markdown' } },
  ])
  expect(await ask({})).toEqual([])
})
