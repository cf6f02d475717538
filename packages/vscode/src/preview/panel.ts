/** One preview: a page beside the editor that shows a model, and what it is told. */
import type { Leads, Preview } from '@merit-lang/language-server'
import { commands, Disposable, type Uri, type WebviewPanel, window, workspace } from 'vscode'
import { Debounced } from '../debounced.ts'
import { locationOf } from '../places.ts'
import type { Server } from '../server.ts'
import { newNonce, pageOf } from './html.ts'
import { Latest } from './latest.ts'
import type { FromPage, Kept, ToPage } from './messages.ts'

/** How long nothing is typed before the page follows, in milliseconds. */
const QUIET = 150
/** After so many milliseconds the server has been told of a file that changed: the client collects them for 250. */
const TOLD = 600

export class PreviewPanel implements Disposable {
  readonly panel: WebviewPanel
  private readonly server: Server
  private model: Uri
  private lead: number
  private now: string | null
  /** What leads are searched for. */
  private query = ''
  private readonly preview = new Latest(() => this.showPreview())
  private readonly distribution = new Latest(() => this.showDistribution())
  private readonly leads = new Latest(() => this.showLeads())
  private readonly soon = new Debounced<'all'>(QUIET, () => this.update())
  private readonly later = new Debounced<'all'>(TOLD, () => this.update())
  private readonly listening: Disposable

  constructor(server: Server, panel: WebviewPanel, extension: Uri, model: Uri, { lead, now }: Omit<Kept, 'uri'>) {
    this.server = server
    this.panel = panel
    this.model = model
    this.lead = lead
    this.now = now
    this.listening = this.listen()
    panel.webview.html = pageOf(panel.webview, extension, newNonce())
  }

  /** From now on shows this model, unless it already does. */
  turnTo(model: Uri): void {
    if (String(model) === String(this.model)) return
    this.model = model
    this.lead = 0
    this.now = null
    this.query = ''
    this.update()
  }

  dispose(): void {
    this.listening.dispose()
    this.soon.dispose()
    this.later.dispose()
    this.panel.dispose()
  }

  private listen(): Disposable {
    const soon = () => this.soon.ask('all')
    const later = () => this.later.ask('all')
    const data = workspace.createFileSystemWatcher('**/*.{json,ndjson,csv}')
    return Disposable.from(
      data,
      data.onDidChange(later),
      data.onDidCreate(later),
      data.onDidDelete(later),
      this.panel.webview.onDidReceiveMessage(message => this.told(message as FromPage)),
      workspace.onDidChangeTextDocument(({ document }) => document.languageId === 'merit' && soon()),
      workspace.onDidSaveTextDocument(soon),
      workspace.onDidChangeConfiguration(soon),
      this.server.changed(soon),
    )
  }

  private update(): void {
    this.leads.ask()
    this.preview.ask()
    this.distribution.ask()
  }

  private async told(message: FromPage): Promise<void> {
    if (message.kind === 'reveal') return reveal(message)
    if (message.kind === 'choose-samples') return void commands.executeCommand('merit.chooseSamples')
    if (message.kind === 'search') return this.search(message.query)
    if (message.kind === 'choose') this.choose(message)
    this.update()
  }

  private search(query: string): void {
    this.query = query
    this.leads.ask()
  }

  private choose({ lead = this.lead, now = this.now }: Extract<FromPage, { kind: 'choose' }>): void {
    this.lead = lead
    this.now = now
  }

  private get asked() {
    return { uri: String(this.model), ...(this.now !== null && { now: this.now }) }
  }

  private async showPreview(): Promise<void> {
    try {
      const preview = await this.server.request('merit/preview', { ...this.asked, lead: this.lead })
      if (preview !== undefined) this.tellPreview(preview ?? this.unknown)
    } catch (error) {
      this.tell({ kind: 'problem', text: error instanceof Error ? error.message : String(error) })
    }
  }

  private tellPreview(preview: Preview): void {
    this.panel.title = `${preview.title}: preview`
    this.tell({ kind: 'preview', preview }, { uri: String(this.model), lead: this.lead, now: this.now })
  }

  /** Of a file that the server cannot read, or that is gone. */
  private get unknown(): Preview {
    const title = this.model.path.slice(this.model.path.lastIndexOf('/') + 1)
    return { title, samples: null, problem: 'This file is no model: Problems says why.' }
  }

  private async showDistribution(): Promise<void> {
    const distribution = await this.server.request('merit/distribution', this.asked)
    if (distribution) this.tell({ kind: 'distribution', distribution })
  }

  private async showLeads(): Promise<void> {
    const { query } = this
    const leads = await this.server.request('merit/leads', { uri: String(this.model), query }).catch(() => undefined)
    if (leads !== undefined) this.tell({ kind: 'leads', leads: leads ?? nobody })
  }

  private tell(message: ToPage, kept?: Kept): void {
    void this.panel.webview.postMessage({ ...message, ...(kept && { kept }) })
  }
}

/** What stands in for the leads of no model. */
const nobody: Leads = { samples: null, leads: [], found: 0 }

/** In the editor that shows the file, else in the first column. */
async function reveal({ location }: Extract<FromPage, { kind: 'reveal' }>): Promise<void> {
  const { uri, range } = locationOf(location)
  const editor = window.visibleTextEditors.find(({ document }) => String(document.uri) === String(uri))
  const viewColumn = editor?.viewColumn ?? 1
  await window.showTextDocument(uri, { viewColumn, selection: range })
  await commands.executeCommand('revealLine', { lineNumber: range.start.line, at: 'center' })
}
