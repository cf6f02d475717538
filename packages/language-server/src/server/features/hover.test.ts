import { expect, it } from 'vitest'
import { connect } from '../../node/testing.ts'

it('what is known about a name is told, with the place that it is about', async () => {
  const { open, connection } = await connect(undefined, { textDocument: { hover: { contentFormat: ['markdown'] } } })
  const uri = 'file:///m.merit'
  await open(uri, 'lead { size: integer 0.. }\nwhen size > 5 add 1')
  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })
  expect(await connection.sendRequest('textDocument/hover', at(1, 7))).toEqual({
    range: { start: { line: 1, character: 5 }, end: { line: 1, character: 9 } },
    contents: { kind: 'markdown', value: expect.stringContaining('size: integer 0..') },
  })
  expect(await connection.sendRequest('textDocument/hover', at(1, 12))).toBeNull()
})
