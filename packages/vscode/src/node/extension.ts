/** The extension where it runs in Node: the server in a process of its own. */
import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { begin } from '../extension.ts'

let stop: (() => Promise<void>) | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js')
  const run = { module, transport: TransportKind.ipc }
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6011'] } }
  stop = await begin(context, options => new LanguageClient('merit', 'Merit', { run, debug }, options))
}

export async function deactivate(): Promise<void> {
  await stop?.()
}
