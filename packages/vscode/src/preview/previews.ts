/** There is one preview, which follows the model that is being edited. */
import { Disposable, Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from 'vscode'
import { LANGUAGE } from '../options.ts'
import type { Server } from '../server.ts'
import type { Kept } from './messages.ts'
import { PreviewPanel } from './panel.ts'

const TYPE = 'merit.preview'

export class Previews implements Disposable, WebviewPanelSerializer<Partial<Kept>> {
  private readonly server: Server
  private readonly extension: Uri
  private readonly registration: Disposable
  private current: PreviewPanel | undefined

  constructor(server: Server, extension: Uri) {
    this.server = server
    this.extension = extension
    this.registration = Disposable.from(
      window.registerWebviewPanelSerializer(TYPE, this),
      window.onDidChangeActiveTextEditor(editor => {
        if (editor?.document.languageId === LANGUAGE) this.current?.turnTo(editor.document.uri)
      }),
    )
  }

  open(model: Uri): void {
    if (this.current) {
      this.current.turnTo(model)
      this.current.panel.reveal(undefined, true)
      return
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true }
    this.take(window.createWebviewPanel(TYPE, 'Merit preview', place), model, { lead: 0, now: null })
  }

  async deserializeWebviewPanel(panel: WebviewPanel, { uri, lead = 0, now = null }: Partial<Kept> = {}): Promise<void> {
    if (uri === undefined) panel.dispose()
    else this.take(panel, Uri.parse(uri), { lead, now })
  }

  dispose(): void {
    this.registration.dispose()
    this.current?.dispose()
  }

  private take(panel: WebviewPanel, model: Uri, shown: Omit<Kept, 'uri'>): void {
    panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(this.extension, 'dist')] }
    panel.iconPath = Uri.joinPath(this.extension, 'media', 'file.svg')
    const mine = new PreviewPanel(this.server, panel, this.extension, model, shown)
    this.current = mine
    panel.onDidDispose(() => {
      mine.dispose()
      if (this.current === mine) this.current = undefined
    })
  }
}
