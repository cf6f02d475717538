/** Open documents: their texts count, whatever is on the disk. */
import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'

export class Documents {
  private readonly open = new Map<string, TextDocument>()

  /** Gives the text. */
  opened(path: string, { uri, languageId, version, text }: TextDocumentItem): string {
    this.open.set(path, TextDocument.create(uri, languageId, version, text))
    return text
  }

  /** Gives the new text; nothing for a document that was not opened. */
  changed(path: string, { textDocument, contentChanges }: DidChangeTextDocumentParams): string | undefined {
    const document = this.open.get(path)
    if (!document) return undefined
    const next = TextDocument.update(document, [...contentChanges], textDocument.version)
    this.open.set(path, next)
    return next.getText()
  }

  /** Gives whether it was open. */
  closed(path: string): boolean {
    return this.open.delete(path)
  }

  versionOf(path: string): number | undefined {
    return this.open.get(path)?.version
  }

  isOpen(path: string): boolean {
    return this.open.has(path)
  }

  get paths(): readonly string[] {
    return [...this.open.keys()]
  }
}
