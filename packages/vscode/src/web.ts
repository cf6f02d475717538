/** The extension where it runs in a browser: the server in a worker. */
import { type ExtensionContext, Uri } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { begin } from './extension.ts'

let stop: (() => Promise<void>) | undefined
let worker: Worker | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true)
  // The client knows a worker by its class, and the extension host of VS Code has put a class of its own in that place.
  const fresh = async () => {
    worker?.terminate()
    worker = new Worker(script)
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  stop = await begin(context, options => new LanguageClient('merit', 'Merit', fresh, options))
}

export async function deactivate(): Promise<void> {
  await stop?.()
  worker?.terminate()
}
