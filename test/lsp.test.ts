/** `merit lsp --stdio` as editors meet it: a process of its own, spoken to over its pipes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import {
  CancellationTokenSource,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'

const merit = join(import.meta.dirname, '../packages/cli/dist/merit.mjs')
const uri = 'file:///w/%C3%A9%20a.merit'

interface Running {
  readonly connection: MessageConnection
  readonly process: ChildProcess
  readonly ended: Promise<number | null>
  readonly complaints: () => string
}

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

function start(...args: string[]): Running {
  const child = spawn(process.execPath, [merit, 'lsp', ...args], { stdio: 'pipe' })
  started.push(child)
  let complaints = ''
  child.stderr.on('data', data => {
    complaints += data
  })
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.listen()
  return { connection, process: child, ended, complaints: () => complaints }
}

const initialize = {
  processId: process.pid,
  rootUri: null,
  capabilities: { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } },
}

async function begun(...args: string[]): Promise<Running> {
  const running = start(...args)
  await running.connection.sendRequest('initialize', initialize)
  await running.connection.sendNotification('initialized', {})
  return running
}

interface Published {
  readonly uri: string
  readonly version?: number
  readonly diagnostics: readonly { readonly code?: string; readonly codeDescription?: { readonly href: string } }[]
}

/** The first publication of at least that version. */
function published({ connection }: Running, version: number): Promise<Published> {
  return new Promise(resolve => {
    connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      if ((params.version ?? 0) >= version) resolve(params)
    })
  })
}

const open = ({ connection }: Running, text: string) =>
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'merit', version: 1, text },
  })

describe('merit lsp', () => {
  it.each([[[]], [['--stdio']], [['--stdio', `--clientProcessId=${process.pid}`]]])('%j serves', async args => {
    const running = await begun(...args)
    const found = published(running, 1)
    await open(running, 'lead { size: integer }\nwhen sise > 5 add 1')
    const { uri: about, diagnostics } = await found
    expect([about, diagnostics.map(({ code }) => code)]).toEqual([uri, ['unknown-name']])
    expect(running.complaints()).toBe('')
  })

  it('leads to pages that are there', async () => {
    const running = await begun('--stdio')
    const found = published(running, 1)
    await open(running, 'list a = ["x"]\nwhen b = 1 add 1')
    const href = (await found).diagnostics[0]?.codeDescription?.href ?? ''
    expect(href).toMatch(/never-used\.md$/)
    expect(existsSync(fileURLToPath(href))).toBe(true)
  })

  it('answers a request that is cancelled, with what it has or with the error for it', async () => {
    const { connection } = await begun('--stdio')
    const cancelling = new CancellationTokenSource()
    const params = { textDocument: { uri } }
    const answer = connection.sendRequest('textDocument/documentLink', params, cancelling.token)
    cancelling.cancel()
    expect([[], -32800]).toContainEqual(await answer.catch(error => error.code))
  })

  it('stays up when messages make no sense', async () => {
    const running = await begun('--stdio')
    await running.connection.sendNotification('textDocument/didChange', { nothing: true })
    await running.connection.sendNotification('merit/unheard-of', {})
    await expect(running.connection.sendRequest('merit/unheard-of', {})).rejects.toMatchObject({ code: -32601 })
    expect(await running.connection.sendRequest('merit/page', { name: 'never-used' })).toContain('# never-used')
    expect(running.complaints()).toBe('')
  })

  it('ends with 0 after shutdown and exit', async () => {
    const running = await begun('--stdio')
    await running.connection.sendRequest('shutdown')
    await running.connection.sendNotification('exit')
    expect(await running.ended).toBe(0)
    expect(running.complaints()).toBe('')
  })

  it('ends with 1 where exit comes without shutdown', async () => {
    const running = await begun('--stdio')
    await running.connection.sendNotification('exit')
    expect(await running.ended).toBe(1)
  })

  it('ends when nobody writes to it any more', async () => {
    const running = await begun('--stdio')
    running.process.stdin?.end()
    expect(await running.ended).toBe(1)
  })

  it('says what it is for where nobody ever writes to it', async () => {
    const running = start()
    running.process.stdin?.end()
    expect(await running.ended).toBe(2)
    expect(running.complaints()).toMatch(/^merit lsp talks with editors .*\n.* merit check MODEL\n$/)
  })

  it('says so where somebody else than an editor writes to it', async () => {
    const running = start()
    running.process.stdin?.end('hello\n')
    expect(await running.ended).toBe(2)
    expect(running.complaints()).toMatch(
      /^merit lsp talks with editors .* not how they talk\.\n.* merit check MODEL\n$/,
    )
  })

  it('says what an option is that it does not know', async () => {
    const running = start('--tcp')
    expect(await running.ended).toBe(2)
    expect(running.complaints()).toContain("unknown option '--tcp'")
  })
})
