/** An editor, as far as the server can tell: it starts `merit lsp`, opens documents, types, and waits for what is found. */
import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import type { Keystroke } from './typing.ts'

const merit = resolve('packages/cli/dist/merit.mjs')

/** The server waits so long, in milliseconds, before it checks what was typed. */
export const QUIET = 120

interface Published {
  readonly uri: string
  readonly version?: number
}

export class Editor {
  readonly connection: ProtocolConnection
  private readonly child: ChildProcess
  private readonly versions = new Map<string, number>()
  private heard: (params: Published) => void = () => {}

  constructor() {
    const child = spawn(process.execPath, [merit, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.child = child
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Published) => this.heard(params))
    this.connection.listen()
  }

  async begin(folders: readonly string[]): Promise<void> {
    const workspaceFolders = folders.map(uri => ({ uri, name: uri }))
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders,
    })
    await this.connection.sendNotification('initialized', {})
  }

  async open(uri: string, text: string): Promise<void> {
    this.versions.set(uri, 1)
    const textDocument = { uri, languageId: 'merit', version: 1, text }
    await this.connection.sendNotification('textDocument/didOpen', { textDocument })
  }

  async type(uri: string, keystroke: Keystroke): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1
    this.versions.set(uri, version)
    const params = { textDocument: { uri, version }, contentChanges: [keystroke] }
    await this.connection.sendNotification('textDocument/didChange', params)
  }

  /** When all that is found in the newest text is published: mistakes alone come earlier, and are passed over. */
  checked(uri: string): Promise<number> {
    const begun = performance.now()
    return new Promise(resolve => {
      this.heard = params => {
        const time = performance.now()
        // Timers may be a millisecond early.
        if (params.uri === uri && params.version === this.versions.get(uri) && time - begun >= QUIET - 2) resolve(time)
      }
    })
  }

  end(): void {
    this.connection.dispose()
    this.child.kill()
  }
}
