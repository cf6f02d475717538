/** The language server as the rest of the extension sees it: requests with types, and whether it runs. */
import type { Requests } from '@merit-lang/language-server'
import type { CancellationToken, Event } from 'vscode'
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  LSPErrorCodes,
  ResponseError,
  State,
} from 'vscode-languageclient'

/** Starts a server where this extension host can: in a process, or in a worker. */
export type Launch = (options: LanguageClientOptions) => BaseLanguageClient

type Params<M extends keyof Requests> = Requests[M]['params']
type Answer<M extends keyof Requests> = Requests[M]['result']

/** What was asked is no longer of interest, or about a text that is another by now. */
const overtaken: readonly number[] = [
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ServerCancelled,
]

const isOvertaken = (error: unknown) => error instanceof ResponseError && overtaken.includes(error.code)

export class Server {
  private readonly client: BaseLanguageClient

  constructor(client: BaseLanguageClient) {
    this.client = client
  }

  get running(): boolean {
    return this.client.state === State.Running
  }

  get changed(): Event<unknown> {
    return this.client.onDidChangeState
  }

  /** Nothing while the server does not run, and where an edit has overtaken the question. Else fails with the server's message. */
  async request<M extends keyof Requests>(
    method: M,
    params: Params<M>,
    token?: CancellationToken,
  ): Promise<Answer<M> | undefined> {
    if (!this.running) return undefined
    try {
      return await (token ? this.client.sendRequest(method, params, token) : this.client.sendRequest(method, params))
    } catch (error) {
      if (isOvertaken(error)) return undefined
      throw error
    }
  }

  /** Also one that has never started, or has ended by itself. */
  async restart(): Promise<void> {
    if (this.client.needsStop()) await this.client.stop()
    await this.client.start()
  }

  showLog(): void {
    this.client.outputChannel.show()
  }
}
