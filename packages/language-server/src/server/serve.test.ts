import { expect, it } from 'vitest'
import { connect } from '../node/testing.ts'

it('what is wrong in a document is published with its version', async () => {
  const client = await connect()
  await client.open('file:///m.merit', 'lead { size: integer }\nwhen sise > 5 add 1')
  const { version, diagnostics } = await client.findings('file:///m.merit')
  expect(version).toBe(1)
  expect(diagnostics).toMatchObject([
    { code: 'unknown-name', severity: 1, range: { start: { line: 1, character: 5 }, end: { line: 1, character: 9 } } },
  ])
})

it('requests are answered', async () => {
  const client = await connect()
  await client.open('file:///a/m.merit', 'import "../s.merit"')
  const links = await client.connection.sendRequest('textDocument/documentLink', {
    textDocument: { uri: 'file:///a/m.merit' },
  })
  expect(links).toEqual([
    { range: { start: { line: 0, character: 7 }, end: { line: 0, character: 19 } }, target: 'file:///s.merit' },
  ])
})
