import { expect, it } from 'vitest'
import { connect, hostOf } from '../../node/testing.ts'

const uri = 'file:///w/m.merit'
const other = 'file:///w/other.merit'
const asking = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
}

async function asked() {
  const client = await connect(hostOf(new Map([[other, 'when']])), asking, ['file:///w'])
  await client.open(uri, 'lead { size: integer }\nwhen sise > 5 add 1')
  const ask = (previousResultId?: string) =>
    client.connection.sendRequest<{ kind: string; resultId: string; items?: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId,
    })
  return { client, ask }
}

it('a client that asks is answered by the newest text', async () => {
  const { client, ask } = await asked()
  expect(client.announced.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true })
  expect(await ask()).toMatchObject({ kind: 'full', items: [{ code: 'unknown-name' }] })
  await client.write(uri, 2, 'lead { size: integer }\nwhen size > 5 add 1')
  expect(await ask()).toMatchObject({ kind: 'full', items: [] })
})

it('what has not changed is not sent again', async () => {
  const { ask } = await asked()
  const { resultId } = await ask()
  expect(await ask(resultId)).toEqual({ kind: 'unchanged', resultId })
})

it('all models of the workspace are answered for', async () => {
  const { client } = await asked()
  const answer = await client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] })
  expect(answer).toMatchObject({
    items: [
      { uri, version: 1, kind: 'full', items: [{ code: 'unknown-name' }] },
      { uri: other, version: null, kind: 'full', items: [{ severity: 1 }] },
    ],
  })
})

it('is told to ask again when a file on the disk has changed, and is sent nothing', async () => {
  const { client } = await asked()
  const told = new Promise(resolve =>
    client.connection.onRequest('workspace/diagnostic/refresh', () => resolve('told')),
  )
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: other, type: 3 }] })
  expect(await told).toBe('told')
  expect(client.published).toEqual([])
})

it('one that would rather be sent findings is', async () => {
  const client = await connect(hostOf(new Map()), asking, [], { findings: 'push' })
  expect(client.announced.capabilities.diagnosticProvider).toBeUndefined()
  await client.open(uri, 'when')
  expect((await client.findings(uri)).diagnostics.length).toBe(1)
})
