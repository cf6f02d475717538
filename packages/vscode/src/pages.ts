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

const SCHEME = 'merit-page'

export class Pages implements TextDocumentContentProvider, Disposable {
  private readonly registration: Disposable
  private readonly texts = new Map<string, string>()
  private readonly changes = new EventEmitter<Uri>()
  readonly onDidChange = this.changes.event

  constructor() {
    this.registration = workspace.registerTextDocumentContentProvider(SCHEME, this)
  }

  /** In place of an earlier page of that title. */
  async show(title: string, text: string): Promise<void> {
    const page = Uri.from({ scheme: SCHEME, path: `/${title.replaceAll('/', ' ')}.md` })
    this.texts.set(String(page), text)
    this.changes.fire(page)
    try {
      await commands.executeCommand('markdown.showPreviewToSide', page)
    } catch {
      await window.showTextDocument(page, { preview: true })
    }
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(String(uri)) ?? ''
  }

  dispose(): void {
    this.registration.dispose()
    this.changes.dispose()
  }
}
