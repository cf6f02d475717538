/** How a sample lead comes to its score, as a page that is only read. */
import {
  commands,
  type Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode'
import { chooseLead } from './leads.ts'
import type { Server } from './server.ts'

const SCHEME = 'merit-explanation'

export class Explanations implements TextDocumentContentProvider, Disposable {
  private readonly server: Server
  private readonly registration: Disposable
  private readonly texts = new Map<string, string>()
  private readonly changes = new EventEmitter<Uri>()
  readonly onDidChange = this.changes.event

  constructor(server: Server) {
    this.server = server
    this.registration = workspace.registerTextDocumentContentProvider(SCHEME, this)
  }

  /** Asks for the lead. */
  async show(model: Uri): Promise<void> {
    const lead = await chooseLead(this.server, model)
    if (!lead) return
    const preview = await this.server.request('merit/preview', { uri: String(model), lead: lead.index })
    if (!preview?.scored) {
      if (preview?.problem) void window.showWarningMessage(preview.problem)
      return
    }
    const page = Uri.from({ scheme: SCHEME, path: `/${preview.title}: ${lead.label}.md`.replaceAll(/[?#]/g, ' ') })
    this.texts.set(String(page), preview.scored.markdown)
    this.changes.fire(page)
    await open(page)
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(String(uri)) ?? ''
  }

  dispose(): void {
    this.registration.dispose()
    this.changes.dispose()
  }
}

/** Rendered where the editor can, else as text. */
async function open(page: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreviewToSide', page)
  } catch {
    await window.showTextDocument(page, { preview: true })
  }
}
