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

it('text is formatted: all of it, a part, while typing', async () => {
  const connection = await opened('when  a > 5 add 1\nwhen  b > 5 add 1\n')
  const options = { tabSize: 2, insertSpaces: true }
  const first = { range: range(0, 4, 6), newText: ' ' }
  const second = { range: range(1, 4, 6), newText: ' ' }
  const ask = (method: string, more: object) => connection.sendRequest(method, { textDocument, options, ...more })
  expect(await ask('textDocument/formatting', {})).toEqual([first, second])
  expect(await ask('textDocument/rangeFormatting', { range: range(1, 0, 4) })).toEqual([second])
  expect(await ask('textDocument/onTypeFormatting', { position: { line: 1, character: 0 }, ch: '\n' })).toEqual([first])
})

it('colours are sent as a whole, for a part, and as what has changed', async () => {
  const connection = await opened('when a > 5 add 1\nwhen b > 5 add 1')
  type Tokens = { resultId: string; data: number[] }
  const full = await connection.sendRequest<Tokens>('textDocument/semanticTokens/full', { textDocument })
  expect(full.data.slice(0, 10)).toEqual([0, 0, 4, 0, 0, 0, 5, 1, 1, 0])
  const part = await connection.sendRequest<Tokens>('textDocument/semanticTokens/range', {
    textDocument,
    range: range(1, 0, 6),
  })
  expect(part.data).toEqual([1, 0, 4, 0, 0, 0, 5, 1, 1, 0])
  const contentChanges = [{ range: range(0, 5, 6), text: 'abc' }]
  await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges })
  const previousResultId = full.resultId
  expect(
    await connection.sendRequest('textDocument/semanticTokens/full/delta', { textDocument, previousResultId }),
  ).toMatchObject({
    edits: [{ start: 7, deleteCount: 5 }],
  })
})
