import { describe, expect, it } from 'vitest'
import { CancellationTokenSource } from 'vscode-languageserver'
import { codesIn, connect, wire } from '../node/testing.ts'
import { blind } from './host.ts'

const uri = 'file:///m.merit'
const links = { textDocument: { uri } }

const codeOf = (request: Promise<unknown>) =>
  request.then(
    () => undefined,
    error => error.code,
  )

it('requests are answered', async () => {
  const client = await connect()
  await client.open('file:///a/m.merit', 'import "../s.merit"')
  const answer = await client.connection.sendRequest('textDocument/documentLink', {
    textDocument: { uri: 'file:///a/m.merit' },
  })
  expect(answer).toEqual([
    { range: { start: { line: 0, character: 7 }, end: { line: 0, character: 19 } }, target: 'file:///s.merit' },
  ])
})

describe('what the protocol asks for', () => {
  it('a request before the first is refused', async () => {
    expect(await codeOf(wire().connection.sendRequest('textDocument/documentLink', links))).toBe(-32002)
    expect(await codeOf(wire().connection.sendRequest('merit/unheard-of', {}))).toBe(-32002)
  })

  it('what is told before the first request is about nothing', async () => {
    const { connection } = wire()
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'merit', version: 1, text: 'import "a.merit"' },
    })
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
    expect(await connection.sendRequest('textDocument/documentLink', links)).toEqual([])
  })

  it('an unknown method has an error of its own', async () => {
    const { connection } = await connect()
    expect(await codeOf(connection.sendRequest('merit/unheard-of', {}))).toBe(-32601)
    expect(await connection.sendRequest('textDocument/documentLink', links)).toEqual([])
  })

  it('it begins once', async () => {
    const { connection } = await connect()
    const again = connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
    expect(await codeOf(again)).toBe(-32600)
  })

  it('after the end it refuses, and answers to the end itself', async () => {
    const { connection } = await connect()
    expect(await connection.sendRequest('shutdown')).toBeNull()
    expect(await codeOf(connection.sendRequest('textDocument/documentLink', links))).toBe(-32600)
  })

  it('params that are none are a mistake of the request, after which the server is there', async () => {
    const { connection } = await connect()
    expect(await codeOf(connection.sendRequest('textDocument/documentLink', {}))).toBe(-32603)
    expect(await connection.sendRequest('textDocument/documentLink', links)).toEqual([])
  })

  it('columns are counted in UTF-16 units', async () => {
    const client = await connect()
    expect(client.announced.capabilities.positionEncoding).toBe('utf-16')
    await client.open(uri, 'lead { size: integer, note: text }\nwhen note = "😀" and sise > 5 add 1')
    const { diagnostics } = await client.findings(uri)
    expect(diagnostics).toMatchObject([
      { range: { start: { line: 1, character: 21 }, end: { line: 1, character: 25 } } },
    ])
  })

  it('edits are of pieces', async () => {
    const client = await connect()
    await client.open(uri, 'lead { size: integer, note: text }\nwhen note = "😀" and sise > 5 add 1')
    const at = { start: { line: 1, character: 23 }, end: { line: 1, character: 24 } }
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: at, text: 'z' }],
    })
    expect(codesIn(await client.findings(uri, 2))).toEqual([])
  })

  it.each(['file:///%C3%A9%20a/m%231.merit', 'untitled:Untitled-1', 'file:///c%3A/m.merit', 'file:///C:/m.merit'])(
    '%s is called what the client calls it',
    async odd => {
      const client = await connect()
      await client.open(odd, 'when')
      expect((await client.findings(odd)).diagnostics.length).toBe(1)
    },
  )
})

describe('while files are read', () => {
  /** A client whose server looks through a folder until it is told that there is nothing. */
  async function waiting() {
    let done = () => {}
    const find = () =>
      new Promise<string[]>(resolve => {
        done = () => resolve([])
      })
    const client = await connect({ ...blind, find }, {}, ['file:///w'])
    await client.open(uri, 'import "./a.merit"')
    return { client, done: () => done() }
  }

  it('answers wait', async () => {
    const { client, done } = await waiting()
    const answer = client.connection.sendRequest('textDocument/documentLink', links)
    const early = await Promise.race([answer, new Promise(resolve => setTimeout(resolve, 50, 'none yet'))])
    expect(early).toBe('none yet')
    done()
    expect(await answer).toMatchObject([{ target: 'file:///a.merit' }])
  })

  it('a request can be cancelled', async () => {
    const { client } = await waiting()
    const cancelling = new CancellationTokenSource()
    const answer = client.connection.sendRequest('textDocument/documentLink', links, cancelling.token)
    setTimeout(() => cancelling.cancel(), 20)
    expect(await codeOf(answer)).toBe(-32800)
  })

  it('what was asked of a text that is another by then has no answer', async () => {
    const { client, done } = await waiting()
    const answer = codeOf(client.connection.sendRequest('textDocument/documentLink', links))
    await client.write(uri, 2, '')
    await client.connection.sendRequest('merit/unheard-of').catch(() => {})
    done()
    expect(await answer).toBe(-32801)
  })
})

it('the page about a finding is handed out', async () => {
  const { connection } = await connect()
  expect(await connection.sendRequest('merit/page', { name: 'never-used' })).toContain('# never-used')
  expect(await connection.sendRequest('merit/page', { name: 'no-such' })).toBeNull()
})
