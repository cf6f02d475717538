/** Files as the client sees them, for a server that sees no disk, or not that one. */
import { CancellationTokenSource, type ClientCapabilities, type Connection } from 'vscode-languageserver'
import type { ClientRequests, Experimental } from '../service/protocol.ts'
import type { Host } from './host.ts'

/** A client that takes longer than this, in milliseconds, has no such file. */
const PATIENCE = 10_000

export function clientHost(connection: Connection): Host {
  const ask = <M extends keyof ClientRequests>(method: M, params: ClientRequests[M]['params']) =>
    answerInTime<ClientRequests[M]['result']>(connection, method, params)
  return {
    find: async folders => (await ask('merit/findModels', { folders })) ?? [],
    list: async folder => (await ask('merit/listFiles', { folder })) ?? [],
    read: async (uri, limit) => (await ask('merit/readFile', { uri, limit })) ?? undefined,
    page: () => undefined,
  }
}

/** Nothing where the client does not answer. */
async function answerInTime<R>(connection: Connection, method: string, params: unknown): Promise<R | undefined> {
  const patience = new CancellationTokenSource()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<undefined>(resolve => {
    timer = setTimeout(() => {
      patience.cancel()
      resolve(undefined)
    }, PATIENCE)
  })
  const answer = connection.sendRequest<R>(method, params, patience.token).catch(() => undefined)
  const first = await Promise.race([answer, tooLate])
  clearTimeout(timer)
  return first
}

export function hasFiles({ experimental }: ClientCapabilities): boolean {
  return (experimental as Experimental | undefined)?.merit?.files === true
}
