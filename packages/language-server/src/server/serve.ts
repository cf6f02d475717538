/** The server: documents in, findings and answers out, in the order and with the errors that the protocol asks for. */
import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  type InitializeError,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { failureOf, logging } from './failures.ts'
import type { Answer } from './feature.ts'
import { diagnostics } from './features/diagnostics.ts'
import { features } from './features/index.ts'
import type { Host } from './host.ts'
import { Session } from './session.ts'
import { together } from './together.ts'

const answers = [...features, diagnostics].flatMap(feature => feature.answers)

const ours: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}

/**
 * Answers until the connection ends.
 * @param hostFor where files come from, for a client with these capabilities
 */
export function serve(connection: Connection, hostFor: (client: ClientCapabilities) => Host): void {
  new Server(connection, hostFor).listen()
}

class Server {
  private readonly connection: Connection
  private readonly hostFor: (client: ClientCapabilities) => Host
  /** Absent before `initialize`, and after `shutdown`. */
  private session: Session | undefined
  private ended = false

  constructor(connection: Connection, hostFor: (client: ClientCapabilities) => Host) {
    this.connection = connection
    this.hostFor = hostFor
  }

  listen(): void {
    const { connection } = this
    connection.onInitialize(params => this.initialize(params))
    connection.onInitialized(() => this.tell(session => this.initialized(session)))
    connection.onShutdown(() => this.shutdown())
    connection.onDidOpenTextDocument(({ textDocument }) => this.tell(({ files }) => files.opened(textDocument)))
    connection.onDidChangeTextDocument(params => this.tell(({ files }) => files.edited(params)))
    connection.onDidCloseTextDocument(({ textDocument }) => this.tell(session => session.closed(textDocument.uri)))
    connection.onDidSaveTextDocument(() => this.tell(session => session.saved()))
    connection.onDidChangeConfiguration(({ settings }) => this.tell(session => session.settingsSaid(settings)))
    connection.onDidChangeWatchedFiles(({ changes }) => this.tell(session => session.touched(changes)))
    for (const one of answers) this.answerWith(one)
    connection.onRequest((method: string) => this.refuse(method))
    connection.listen()
  }

  private initialize(params: InitializeParams): InitializeResult | ResponseError<InitializeError> {
    if (this.session || this.ended)
      return new ResponseError(ErrorCodes.InvalidRequest, 'This server was initialized before.')
    this.session = new Session(this.connection, this.hostFor(params.capabilities), params)
    const announced = [...features, ...(this.session.isAsked ? [diagnostics] : [])]
    const capabilities = together([ours, ...announced.map(feature => feature.capabilities(params.capabilities))])
    return { capabilities, serverInfo: { name: 'merit' } }
  }

  /** The library takes the notification about folders for itself when it is initialized. */
  private initialized(session: Session): void {
    this.connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) =>
      this.tell(one => one.foldersChanged(event)),
    )
    session.begin()
  }

  private shutdown(): void {
    this.session?.end()
    this.session = undefined
    this.ended = true
  }

  /** What is told before the beginning or after the end is about nothing. */
  private tell(work: (session: Session) => void): void {
    const { session } = this
    if (session) logging(this.connection, 'A notification', () => work(session))
  }

  private answerWith({ method, give }: Answer): void {
    this.connection.onRequest(method, async (params, token) => {
      const session = this.running()
      const { revision } = session
      try {
        return await answerOf(session, give, params, token)
      } catch (error) {
        // What an answer was being made from may be gone after an edit: then that is why it failed.
        const meant = error instanceof ResponseError || session.revision === revision
        throw meant ? failureOf(this.connection, method, error) : textHasChanged()
      }
    })
  }

  private running(): Session {
    if (this.session) return this.session
    if (this.ended) throw new ResponseError(ErrorCodes.InvalidRequest, 'This server was shut down.')
    throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Send initialize first.')
  }

  private refuse(method: string): never {
    this.running()
    throw new ResponseError(ErrorCodes.MethodNotFound, `This server does not know the method ${method}.`)
  }
}

/** While files are read, answers wait; and what was asked about a text that is another by then has no answer. */
async function answerOf(session: Session, give: Answer['give'], params: unknown, token: CancellationToken) {
  const { settled } = session
  if (settled) {
    const version = session.versionIn(params)
    await Promise.race([settled, cancelled(token)])
    throwIfCancelled(token)
    if (session.versionIn(params) !== version) throw textHasChanged()
  }
  throwIfCancelled(token)
  const answer = await give(params as never, session.context(), token)
  throwIfCancelled(token)
  return answer
}

const cancelled = (token: CancellationToken) =>
  new Promise<void>(resolve => token.onCancellationRequested(() => resolve()))

const textHasChanged = () => new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.')

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.')
}
