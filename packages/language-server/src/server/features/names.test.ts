import { expect, it } from 'vitest'
import { connect } from '../../node/testing.ts'

const uri = 'file:///a/m.merit'
const schema = 'file:///s.merit'

async function opened() {
  const client = await connect()
  await client.open(schema, 'lead { size: integer }')
  await client.open(uri, 'import "../s.merit"\nwhen size > 5 add 1\nwhen size > 9 add 1')
  return client
}

const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })
const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
})

it('a name leads to its declaration', async () => {
  const { connection } = await opened()
  expect(await connection.sendRequest('textDocument/definition', at(1, 6))).toEqual([
    { uri: schema, range: range(0, 7, 11) },
  ])
  expect(await connection.sendRequest('textDocument/typeDefinition', at(1, 6))).toEqual([
    { uri: schema, range: range(0, 13, 20) },
  ])
})

it('references stand in all files', async () => {
  const { connection } = await opened()
  const params = { ...at(1, 6), context: { includeDeclaration: true } }
  expect(await connection.sendRequest('textDocument/references', params)).toEqual([
    { uri, range: range(1, 5, 9) },
    { uri, range: range(2, 5, 9) },
    { uri: schema, range: range(0, 7, 11) },
  ])
  expect(await connection.sendRequest('textDocument/documentHighlight', at(1, 6))).toHaveLength(2)
})

it('a name is given anew in all files, or refused with a sentence', async () => {
  const { connection } = await opened()
  expect(await connection.sendRequest('textDocument/prepareRename', at(1, 6))).toEqual({
    range: range(1, 5, 9),
    placeholder: 'size',
  })
  const edit = await connection.sendRequest('textDocument/rename', { ...at(1, 6), newName: 'n' })
  expect(edit).toEqual({
    changes: {
      [uri]: [
        { range: range(1, 5, 9), newText: 'n' },
        { range: range(2, 5, 9), newText: 'n' },
      ],
      [schema]: [
        { range: range(0, 7, 11), newText: 'n' },
        { range: range(0, 20, 20), newText: ' from "size"' },
      ],
    },
  })
  await expect(connection.sendRequest('textDocument/rename', { ...at(1, 6), newName: 'when' })).rejects.toThrow(
    '`when` is a word of the language.',
  )
})

it('imports follow a file that moves', async () => {
  const { connection } = await opened()
  const files = [{ oldUri: schema, newUri: 'file:///b/s.merit' }]
  expect(await connection.sendRequest('workspace/willRenameFiles', { files })).toEqual({
    changes: { [uri]: [{ range: range(0, 7, 19), newText: '"../b/s.merit"' }] },
  })
})

it('what reads a name, and what it is built on', async () => {
  const { connection } = await opened()
  const [item] = await connection.sendRequest<{ name: string }[]>('textDocument/prepareCallHierarchy', at(1, 6))
  expect(item?.name).toBe('size')
  expect(await connection.sendRequest('callHierarchy/incomingCalls', { item })).toMatchObject([
    { from: { name: 'when size > 5 add 1' }, fromRanges: [range(1, 5, 9)] },
    { from: { name: 'when size > 9 add 1' }, fromRanges: [range(2, 5, 9)] },
  ])
  const [rule] = await connection.sendRequest<object[]>('textDocument/prepareCallHierarchy', at(1, 1))
  expect(await connection.sendRequest('callHierarchy/outgoingCalls', { item: rule })).toMatchObject([
    { to: { name: 'size', uri: schema }, fromRanges: [range(1, 5, 9)] },
  ])
})
