/** The extension, wherever it runs: starts the server, and shows what it answers. */
import type { ExtensionContext } from 'vscode'
import { registerCommands } from './commands.ts'
import { Explanations } from './explanations.ts'
import { serveFiles } from './files.ts'
import { announcing, optionsOf } from './options.ts'
import { Previews } from './preview/previews.ts'
import { type Launch, Server } from './server.ts'
import { showStatus } from './status.ts'
import { Tests } from './testing/tests.ts'

/** Gives how to end. A server that does not start says so by itself; the rest of the extension stays. */
export async function begin(context: ExtensionContext, launch: Launch): Promise<() => Promise<void>> {
  const client = launch(optionsOf(async params => tests.runFromLens(params)))
  client.registerFeature(announcing)
  serveFiles(client)
  const server = new Server(client)
  const tests = new Tests(server)
  const previews = new Previews(server, context.extensionUri)
  const explanations = new Explanations(server)
  context.subscriptions.push(
    tests,
    previews,
    explanations,
    showStatus(server),
    registerCommands({ server, tests, previews, explanations }),
  )
  await client.start()
  return () => client.stop()
}
