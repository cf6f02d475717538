/** For tests: a server and a client that speak the real protocol, in one process. */
import { PassThrough } from 'node:stream'
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
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
  readonly announced: InitializeResult
  /** All that was published, oldest first. */
  readonly published: readonly PublishDiagnosticsParams[]
  open(uri: string, text: string): Promise<void>
  /** Puts a text in the place of the document's. */
  write(uri: string, version: number, text: string): Promise<void>
  /** The next publication for the document that satisfies the condition, also one that came already. */
  findings(uri: string, version?: number): Promise<PublishDiagnosticsParams>
  /** The next publication after those that came already. */
  next(uri: string): Promise<PublishDiagnosticsParams>
}

export interface Wired {
  readonly connection: ProtocolConnection
  /** All that was published, oldest first. */
  readonly published: readonly PublishDiagnosticsParams[]
  readonly heard: Set<() => void>
}

/** Before `initialize`. */
export function wire(host: Host = blind): Wired {
  const [up, down] = [new PassThrough(), new PassThrough()]
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), () => host)
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  const published: PublishDiagnosticsParams[] = []
  const heard = new Set<() => void>()
  connection.onNotification(PublishDiagnosticsNotification.type, params => {
    published.push(params)
    for (const look of heard) look()
  })
  connection.listen()
  return { connection, published, heard }
}

export async function connect(
  host: Host = blind,
  capabilities: ClientCapabilities = {},
  folders: string[] = [],
  initializationOptions: unknown = undefined,
): Promise<Client> {
  const { connection, published, heard } = wire(host)
  const announced = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: folders.map(uri => ({ uri, name: uri })),
  })
  await connection.sendNotification('initialized', {})
  const first = (test: (params: PublishDiagnosticsParams) => boolean, from = 0) =>
    new Promise<PublishDiagnosticsParams>(resolve => {
      const look = () => {
        const found = published.slice(from).findLast(test)
        if (!found) return
        heard.delete(look)
        resolve(found)
      }
      heard.add(look)
      look()
    })
  return {
    connection,
    announced,
    published,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'merit', version: 1, text },
      }),
    write: (uri, version, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    findings: (uri, version = 1) => first(params => params.uri === uri && (params.version ?? 0) >= version),
    next: uri => first(params => params.uri === uri, published.length),
  }
}

/** Files that are only thought of, by URI. They may be changed while the server runs. */
export function hostOf(files: Map<string, string>): Host {
  const below = (folder: string) => [...files.keys()].filter(uri => uri.startsWith(`${folder}/`))
  return {
    find: async folders => folders.flatMap(below).filter(uri => uri.endsWith('.merit')),
    list: async folder => below(folder).filter(uri => !uri.slice(folder.length + 1).includes('/')),
    read: async (uri, limit) => {
      const text = files.get(uri)
      return text === undefined ? undefined : { text: text.slice(0, limit), cut: text.length > limit }
    },
    page: name => `file:///pages/${name}.md`,
  }
}

export const codesIn = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) =>
  diagnostics.map(({ code }) => code)
