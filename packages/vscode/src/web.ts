/** The extension where it runs in a browser: the server in a worker. */
import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { begin } from './extension.ts'

let stop: (() => Promise<void>) | undefined
let worker: Worker | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true)
  const fresh = async () => {
    worker?.terminate()
    worker = new Worker(script)
    return worker
  }
  stop = await begin(context, options => new LanguageClient('merit', 'Merit', fresh, options))
}

export async function deactivate(): Promise<void> {
  await stop?.()
  worker?.terminate()
}
