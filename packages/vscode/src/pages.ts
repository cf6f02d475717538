/** Pages in Markdown that are only read: shown rendered where the editor can, else as text. */
import {
  commands,
  type Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { Server } from './server.ts'

const SCHEME = 'merit-page'

export class Pages implements TextDocumentContentProvider, Disposable {
  private readonly server: Server
  private readonly registration: Disposable
  private readonly texts = new Map<string, string>()
  private readonly changes = new EventEmitter<Uri>()
  readonly onDidChange = this.changes.event

  constructor(server: Server) {
    this.server = server
    this.registration = workspace.registerTextDocumentContentProvider(SCHEME, this)
  }

  /** A text of its own, in place of an earlier one of that title. */
  async show(title: string, text: string): Promise<void> {
    const page = addressOf(title)
    this.texts.set(String(page), text)
    this.changes.fire(page)
    await open(page)
  }

  /** What a finding of this name means, and how it is mended. */
  async showFinding(name: string): Promise<void> {
    await open(addressOf(name))
  }

  /** Pages about findings link to each other. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const name = uri.path.slice(1, -'.md'.length)
    return this.texts.get(String(uri)) ?? (await this.server.request('merit/page', { name })) ?? ''
  }

  dispose(): void {
    this.registration.dispose()
    this.changes.dispose()
  }
}

const addressOf = (title: string) => Uri.from({ scheme: SCHEME, path: `/${title.replaceAll('/', ' ')}.md` })

async function open(page: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreviewToSide', page)
  } catch {
    await window.showTextDocument(page, { preview: true })
  }
}
