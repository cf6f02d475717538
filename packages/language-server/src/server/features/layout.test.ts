import { expect, it } from 'vitest'
import { connect } from '../../node/testing.ts'

const uri = 'file:///m.merit'
const textDocument = { uri }

async function opened(text: string, capabilities = {}) {
  const client = await connect(undefined, capabilities)
  await client.open(uri, text)
  return client.connection
}

const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
})

it('the outline is a tree for clients that show one', async () => {
  const hierarchical = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } }
  const text = 'score s {\n  when a > 5 add 1\n}'
  expect(
    await (await opened(text, hierarchical)).sendRequest('textDocument/documentSymbol', { textDocument }),
  ).toMatchObject([
    { name: 's', selectionRange: range(0, 6, 7), children: [{ name: 'when a > 5 add 1', detail: '+1' }] },
  ])
  expect(await (await opened(text)).sendRequest('textDocument/documentSymbol', { textDocument })).toMatchObject([
    { name: 's', location: { uri } },
    { name: 'when a > 5 add 1', containerName: 's' },
  ])
})

it('names are found in the whole workspace', async () => {
  const connection = await opened('segment big when n > 5')
  expect(await connection.sendRequest('workspace/symbol', { query: 'bg' })).toMatchObject([
    { name: 'big', containerName: 'm.merit', location: { uri, range: range(0, 8, 11) } },
  ])
})

it('blocks fold', async () => {
  const connection = await opened('# a\n# b\nscore s {\n  when a > 5 add 1\n}')
  expect(await connection.sendRequest('textDocument/foldingRange', { textDocument })).toEqual([
    { startLine: 0, endLine: 1, kind: 'comment' },
    { startLine: 2, endLine: 3 },
  ])
})

it('selections grow', async () => {
  const connection = await opened('when a > 5 add 1')
  const positions = [{ line: 0, character: 5 }]
  expect(await connection.sendRequest('textDocument/selectionRange', { textDocument, positions })).toMatchObject([
    { range: range(0, 5, 6), parent: { range: range(0, 5, 10) } },
  ])
})
