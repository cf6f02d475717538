/** Files for a server that sees no disk, out of the editor's file systems, whatever these are. */
import type { ClientRequests } from '@merit-lang/language-server'
import { FileType, RelativePattern, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

export function serveFiles(client: BaseLanguageClient): void {
  const serve = <M extends keyof ClientRequests>(
    method: M,
    give: (params: ClientRequests[M]['params']) => Promise<ClientRequests[M]['result']>,
  ) => client.onRequest(method, give)
  serve('merit/findModels', async ({ folders }) => (await Promise.all(folders.map(modelsBelow))).flat())
  serve('merit/listFiles', ({ folder }) => filesIn(Uri.parse(folder)))
  serve('merit/readFile', ({ uri, limit }) => contentOf(Uri.parse(uri), limit))
}

async function modelsBelow(folder: string): Promise<string[]> {
  const found = await workspace.findFiles(
    new RelativePattern(Uri.parse(folder), '**/*.merit'),
    '**/{node_modules,.git}/**',
  )
  return found.map(String)
}

/** A folder that cannot be read has nothing in it. */
async function filesIn(folder: Uri): Promise<string[]> {
  const entries = await orNothing(workspace.fs.readDirectory(folder))
  const files = entries?.filter(([, type]) => (type & FileType.Directory) === 0) ?? []
  return files.map(([name]) => String(Uri.joinPath(folder, name)))
}

async function contentOf(file: Uri, limit: number): Promise<ClientRequests['merit/readFile']['result']> {
  const bytes = await orNothing(workspace.fs.readFile(file))
  return bytes ? { text: new TextDecoder().decode(bytes.subarray(0, limit)), cut: bytes.length > limit } : null
}

const orNothing = <T>(result: Thenable<T>): Thenable<T | undefined> => result.then(undefined, () => undefined)
