/** The server: documents in, findings and answers out. */
import {
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { findingsIn } from '../service/diagnostics.ts'
import { Models } from '../service/models.ts'
import type { Settings } from '../service/workspace.ts'
import { Addresses } from './addresses.ts'
import { contextOf, type State } from './context.ts'
import { Documents } from './documents.ts'
import type { Answer } from './feature.ts'
import { features } from './features/index.ts'
import type { Host } from './host.ts'
import { diagnosticOf } from './publish.ts'
import { Quiet } from './quiet.ts'

/** How long nothing is typed before models are checked, in milliseconds. */
const QUIET = 120

const usual: Settings = { inlayHints: false, lenses: true, samples: undefined }

/** Answers until the connection ends. */
export function serve(connection: Connection, host: Host): void {
  const server = new Server(connection, host)
  connection.onInitialize(params => server.initialize(params))
  connection.onInitialized(() => server.discover())
  connection.onDidOpenTextDocument(({ textDocument }) => server.open(textDocument))
  connection.onDidChangeTextDocument(params => server.change(params))
  connection.onDidCloseTextDocument(({ textDocument }) => server.close(textDocument.uri))
  for (const one of features.flatMap(({ answers }) => answers)) server.answerWith(one)
  connection.listen()
}

class Server {
  private readonly connection: Connection
  private readonly host: Host
  private readonly models = new Models()
  private readonly addresses = new Addresses()
  private readonly documents = new Documents()
  private readonly quiet = new Quiet(QUIET, () => this.publish())
  private client: ClientCapabilities = {}
  private folders: readonly string[] = []

  constructor(connection: Connection, host: Host) {
    this.connection = connection
    this.host = host
  }

  initialize({ capabilities, workspaceFolders, rootUri }: InitializeParams): InitializeResult {
    this.client = capabilities
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
    const announced = features.map(feature => feature.capabilities(capabilities))
    const sync: ServerCapabilities = {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }
    return { capabilities: Object.assign(sync, ...announced), serverInfo: { name: 'merit' } }
  }

  async discover(): Promise<void> {
    for (const uri of await this.host.find(this.folders)) {
      const path = this.addresses.pathOf(uri)
      const text = this.documents.isOpen(path) ? undefined : await this.host.read(uri, 2_000_000)
      if (text !== undefined && !this.documents.isOpen(path)) this.models.set(path, text.text)
    }
    this.quiet.disturb()
  }

  open(document: Parameters<Documents['opened']>[1]): void {
    const path = this.addresses.pathOf(document.uri)
    this.models.set(path, this.documents.opened(path, document))
    this.quiet.disturb()
  }

  change(params: Parameters<Documents['changed']>[1]): void {
    const path = this.addresses.pathOf(params.textDocument.uri)
    const text = this.documents.changed(path, params)
    if (text !== undefined) this.models.set(path, text)
    this.quiet.disturb()
  }

  async close(uri: string): Promise<void> {
    const path = this.addresses.pathOf(uri)
    this.documents.closed(path)
    await this.connection.sendDiagnostics({ uri, diagnostics: [] })
    const text = (await this.host.read(uri, 2_000_000))?.text
    if (this.documents.isOpen(path)) return
    if (text === undefined) this.models.remove(path)
    else this.models.set(path, text)
    this.quiet.disturb()
  }

  answerWith({ method, give }: Answer): void {
    this.connection.onRequest(method, (params, token) => give(params as never, contextOf(this.state()), token))
  }

  private state(): State {
    const { client, models, addresses, documents, host } = this
    return {
      client,
      models,
      addresses,
      host,
      settings: usual,
      versionOf: path => documents.versionOf(path),
      refusalOf: () => undefined,
      refresh: () => {},
    }
  }

  private publish(): void {
    const workspace = this.models.workspace(usual)
    for (const path of this.documents.paths) {
      const diagnostics = findingsIn(workspace, path).map(finding => diagnosticOf(finding, this.addresses))
      const version = this.documents.versionOf(path)
      void this.connection.sendDiagnostics({ uri: this.addresses.uriOf(path), version, diagnostics })
    }
  }
}
