import { expect, it } from 'vitest'
import { connect } from '../../node/testing.ts'
import { blind } from '../host.ts'

const uri = 'file:///m.merit'
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
