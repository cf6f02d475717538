/** The extension, wherever it runs: starts the server, and shows what it answers. */
import type { ExtensionContext } from 'vscode'
import { registerCommands } from './commands.ts'
import { serveFiles } from './files.ts'
import { announcing, optionsOf } from './options.ts'
import { Pages } from './pages.ts'
import { Previews } from './preview/previews.ts'
import { type Launch, Server } from './server.ts'
import { showStatus } from './status.ts'
import { Tests } from './testing/tests.ts'

/** Gives how to end. Where the server does not start the client says so; the rest of the extension stays, to start it anew. */
export async function begin(context: ExtensionContext, launch: Launch): Promise<() => Promise<void>> {
  const client = launch(optionsOf(async params => tests.runFromLens(params)))
  client.registerFeature(announcing)
  serveFiles(client)
  const server = new Server(client)
  const tests = new Tests(server)
  const previews = new Previews(server, context.extensionUri)
  const pages = new Pages(server)
  context.subscriptions.push(
    tests,
    previews,
    pages,
    showStatus(server),
    registerCommands({ server, tests, previews, pages }),
  )
  await client.start().catch(() => {})
  return () => client.stop()
}
