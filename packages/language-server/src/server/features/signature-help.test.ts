import { expect, it } from 'vitest'
import { connect } from '../../node/testing.ts'

it('what is to be filled in is shown, with the parameter at hand', async () => {
  const { open, connection } = await connect()
  const uri = 'file:///m.merit'
  await open(uri, 'event download { asset: text  pages: integer }\non download("x", pages > ')
  const help = await connection.sendRequest('textDocument/signatureHelp', {
    textDocument: { uri },
    position: { line: 1, character: 25 },
  })
  expect(help).toMatchObject({
    signatures: [
      { label: 'download(asset: text, pages: integer)', parameters: [{ label: [9, 20] }, { label: [22, 36] }] },
    ],
    activeSignature: 0,
    activeParameter: 1,
  })
})
