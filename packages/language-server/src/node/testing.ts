/** For tests: a server and a client that speak the real protocol, in one process. */
import { PassThrough } from 'node:stream'
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { blind, type Host } from '../server/host.ts'
import { serve } from '../server/serve.ts'

export interface Client {
  readonly connection: ProtocolConnection
  /** All that was published, oldest first. */
  readonly published: readonly PublishDiagnosticsParams[]
  open(uri: string, text: string): Promise<void>
  /** The next publication for the document that satisfies the condition, also one that came already. */
  findings(uri: string, version?: number): Promise<PublishDiagnosticsParams>
}

export async function connect(
  host: Host = blind,
  capabilities: ClientCapabilities = {},
  folders: string[] = [],
): Promise<Client> {
  const [up, down] = [new PassThrough(), new PassThrough()]
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), () => host)
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  const published: PublishDiagnosticsParams[] = []
  const waiting = new Set<() => void>()
  connection.onNotification(PublishDiagnosticsNotification.type, params => {
    published.push(params)
    for (const look of waiting) look()
  })
  connection.listen()
  const workspaceFolders = folders.map(uri => ({ uri, name: uri }))
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders })
  await connection.sendNotification('initialized', {})
  return {
    connection,
    published,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'merit', version: 1, text },
      }),
    findings: (uri, version = 1) =>
      new Promise(resolve => {
        const look = () => {
          const found = published.findLast(params => params.uri === uri && (params.version ?? 0) >= version)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}
