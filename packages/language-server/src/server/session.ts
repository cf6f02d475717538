/** One client and what the server knows of its models, from `initialize` to `shutdown`. */
import {
  type ClientCapabilities,
  type Connection,
  DiagnosticSeverity,
  type FileEvent,
  type InitializeParams,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver'
import { configName, type FoundConfig } from '../service/config.ts'
import { Models } from '../service/models.ts'
import type { Settings } from '../service/workspace.ts'
import { Addresses } from './addresses.ts'
import { asksForFindings, refreshHints, refreshLenses, tellsOfFiles, watchFiles, watchSettings } from './client.ts'
import { Configs } from './configs.ts'
import { contextOf, rangeOf } from './context.ts'
import type { Context } from './feature.ts'
import { features } from './features/index.ts'
import { Files } from './files.ts'
import type { Host } from './host.ts'
import { Publisher } from './publisher.ts'
import { QUIET, Quiet } from './quiet.ts'
import { Refresher } from './refresher.ts'
import { settingsOf } from './settings.ts'

export class Session {
  readonly client: ClientCapabilities
  readonly files: Files
  private readonly configs: Configs
  private readonly connection: Connection
  private readonly host: Host
  private readonly models = new Models()
  private readonly addresses = new Addresses()
  private readonly findings: Publisher | Refresher
  private readonly lenses = new Quiet(QUIET, () => this.refreshLenses())
  /** What features remember, by how it is made. */
  private readonly memory = new Map<unknown, unknown>()
  private settings: Settings
  private folders: ReadonlySet<string>
  /** Counts whatever changes texts. */
  revision = 0

  constructor(connection: Connection, host: Host, params: InitializeParams) {
    this.connection = connection
    this.host = host
    this.client = params.capabilities
    this.settings = settingsOf(params.initializationOptions)
    this.folders = foldersOf(params)
    this.files = new Files(host, this.models, this.addresses, (paths, typed) => this.changed(paths, typed))
    this.configs = new Configs(host, this.addresses, (path, found) => this.configured(path, found))
    const desk = {
      connection,
      documents: this.files.documents,
      context: () => this.context(),
      settled: () => this.settled,
      measured: () => this.settings.inlayHints && refreshHints(connection, this.client),
    }
    this.findings = asksForFindings(params) ? new Refresher(desk) : new Publisher(desk)
  }

  /** What stands now. */
  context(): Context {
    const { client, models, addresses, settings, configs, host, files } = this
    return contextOf({
      client,
      models,
      addresses,
      settings,
      configs,
      host,
      versionOf: path => files.documents.versionOf(path),
      refusalOf: path => files.refusalOf(path),
      refresh: () => this.refreshLenses(),
      now: () => this.context(),
      kept: make => this.kept(make),
      show: (uri, diagnostics) => void this.connection.sendDiagnostics({ uri, diagnostics }).catch(() => {}),
    })
  }

  /** Nothing where no file is being read. */
  get settled(): Promise<unknown> | undefined {
    const { files, configs } = this
    return files.settled || configs.settled ? Promise.all([files.settled, configs.settled]) : undefined
  }

  /** Whether the client asks for findings, and is sent none. */
  get isAsked(): boolean {
    return this.findings instanceof Refresher
  }

  begin(): void {
    const { connection, client } = this
    watchSettings(connection, client)
    watchFiles(connection, client, [
      '**/*.merit',
      `**/${configName}`,
      ...features.flatMap(({ watched }) => watched?.globs ?? []),
    ])
    void this.askForSettings()
    this.files.discover([...this.folders])
  }

  closed(uri: string): void {
    this.findings.closed(this.files.closed(uri))
  }

  saved(): void {
    if (tellsOfFiles(this.client)) return
    this.files.refresh()
    this.configs.refresh()
    this.files.discover([...this.folders])
  }

  touched(changes: readonly FileEvent[]): void {
    this.files.touched(changes)
    for (const { uri } of changes) this.configs.touched(this.addresses.pathOf(uri))
    const others = changes.filter(({ uri }) => !uri.endsWith('.merit'))
    for (const { uri } of others) for (const { watched } of features) watched?.changed(uri, this.context())
  }

  foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const left = new Set(removed.map(({ uri }) => uri))
    const stayed = [...this.folders].filter(folder => !left.has(folder))
    this.folders = new Set([...stayed, ...added.map(({ uri }) => uri)])
    this.files.leave([...left])
    // Folders may lie in each other: what was left may belong to one that stayed.
    this.files.discover([...this.folders])
  }

  /** Clients that can be asked say nothing worth reading here. */
  settingsSaid(said: unknown): void {
    if (this.client.workspace?.configuration) void this.askForSettings()
    else this.take((said as { merit?: unknown } | null)?.merit)
  }

  /** Changes with every edit of the document that the params of a request name. */
  versionIn(params: unknown): number | undefined {
    const { textDocument, uri = textDocument?.uri } = (params ?? {}) as { textDocument?: { uri: string }; uri?: string }
    return uri === undefined ? undefined : this.files.documents.versionOf(this.addresses.pathOf(uri))
  }

  end(): void {
    this.findings.stop()
    this.lenses.stop()
  }

  /** For what it typed itself the client asks anew without being told. */
  private changed(paths: ReadonlySet<string>, typed: string | undefined): void {
    this.revision++
    this.configs.lookFor(paths)
    this.findings.changed(paths, typed)
    const { documents } = this.files
    if ([...paths].some(path => path !== typed && documents.isOpen(path))) this.lenses.disturb()
  }

  /** Findings may be said at other levels, or be left unsaid. */
  private configured(path: string, found: FoundConfig | undefined): void {
    const problems = found?.problems ?? []
    this.context().show(
      this.addresses.uriOf(path),
      problems.map(({ span, message }) => ({
        source: 'merit',
        severity: DiagnosticSeverity.Error,
        range: rangeOf(span),
        message,
      })),
    )
    this.findings.changed(new Set(this.files.documents.paths), undefined)
    this.lenses.disturb()
  }

  private kept<T>(make: (context: Context) => T): T {
    const known = this.memory.has(make) ? (this.memory.get(make) as T) : make(this.context())
    this.memory.set(make, known)
    return known
  }

  private async askForSettings(): Promise<void> {
    if (!this.client.workspace?.configuration) return
    const said = await this.connection.workspace.getConfiguration('merit').catch(() => undefined)
    if (said) this.take(said)
  }

  private take(said: unknown): void {
    this.settings = settingsOf(said)
    this.refreshLenses()
  }

  private refreshLenses(): void {
    refreshLenses(this.connection, this.client)
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): ReadonlySet<string> {
  return new Set(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []))
}
