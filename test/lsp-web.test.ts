/** The server of a web worker: bundled as for a browser, in a thread that has nothing of Node but a port. */
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'

const workers: Worker[] = []
afterAll(() => Promise.all(workers.map(worker => worker.terminate())))

/** What a worker of a browser has, out of what one of Node has. */
const shim = `
const { parentPort } = require('node:worker_threads')
const port = {
  postMessage: message => parentPort.postMessage(message),
  addEventListener: () => {},
  set onmessage(take) { parentPort.on('message', data => take({ data })) },
}
const run = (self, require, process, Buffer, setImmediate) => {`

async function start(): Promise<Worker> {
  const { outputFiles } = await build({
    entryPoints: ['packages/language-server/src/web.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    conditions: ['@merit-lang/source'],
    logLevel: 'error',
  })
  const worker = new Worker(`${shim}\n${outputFiles[0]?.text}\n}\nrun(port)`, { eval: true })
  workers.push(worker)
  return worker
}

/** Of the folder, which has no configuration. */
const fileAt = ({ uri = '' }: NonNullable<Message['params']> = {}) =>
  uri.endsWith('/schema.merit') ? { text: 'lead { size: integer }', cut: false } : null

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly uri?: string; readonly diagnostics?: readonly { readonly code: string }[] }
}

it('checks models whose imports only the client can read', async () => {
  const worker = await start()
  const send = (message: object) => worker.postMessage({ jsonrpc: '2.0', ...message })
  const asked: (string | undefined)[] = []
  const diagnostics = new Promise(resolve => {
    worker.on('message', ({ id, method, params }: Message) => {
      if (method?.startsWith('merit/')) {
        asked.push(method)
        send({ id, result: method === 'merit/readFile' ? fileAt(params) : [] })
      }
      if (method === 'textDocument/publishDiagnostics') resolve(params?.diagnostics)
    })
  })
  const capabilities = { experimental: { merit: { files: true } } }
  const workspaceFolders = [{ uri: 'vscode-vfs://github/acme', name: 'acme' }]
  send({ id: 0, method: 'initialize', params: { processId: null, rootUri: null, capabilities, workspaceFolders } })
  send({ method: 'initialized', params: {} })
  const text = 'import "./schema.merit"\nwhen sise > 5 add 1'
  const textDocument = { uri: 'vscode-vfs://github/acme/m.merit', languageId: 'merit', version: 1, text }
  send({ method: 'textDocument/didOpen', params: { textDocument } })
  expect(await diagnostics).toMatchObject([{ code: 'unknown-name' }])
  expect(asked).toEqual(expect.arrayContaining(['merit/findModels', 'merit/readFile']))
})
