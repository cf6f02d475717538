/** How a feature plugs into the server: what it announces, and which requests it answers. All features stand in `features/index.ts`. */
import type {
  CancellationToken,
  ClientCapabilities,
  Diagnostic,
  Location,
  Range,
  RequestType,
  ServerCapabilities,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver'
import type { Finding } from '../service/diagnostics.ts'
import type { SourceText, Span } from '../service/text.ts'
import type { Place, Project, TextEdit, Workspace } from '../service/workspace.ts'
import type { Host } from './host.ts'

export interface Feature {
  /** Objects and lists of several features are put together. */
  readonly capabilities: (client: ClientCapabilities) => Partial<ServerCapabilities>
  readonly answers: readonly Answer[]
  readonly watched?: Watched
}

/** Files other than models that a feature reads, and what it does when one of them appears, changes or goes. It is told of others too. */
export interface Watched {
  /** In the protocol's notation. */
  readonly globs: readonly string[]
  readonly changed: (uri: string, context: Context) => void
}

export interface Answer {
  readonly method: string
  readonly give: (params: never, context: Context, token: CancellationToken) => unknown
}

/** Keeps the types of a request together. Whatever `give` throws becomes an error of the request, and the server stays up. */
export function answer<P, R>(
  type: RequestType<P, R, unknown>,
  give: (params: P, context: Context, token: CancellationToken) => R | Promise<R>,
): Answer {
  return { method: type.method, give }
}

/** What stands at the time of one request: the newest texts, and how to speak of them in the protocol's terms. */
export interface Context {
  readonly client: ClientCapabilities
  readonly workspace: Workspace
  readonly host: Host
  /** Of all files that are open, found in the workspace or imported. */
  readonly paths: readonly string[]
  /** What stands by now, for answers that let others have their turn: what they took from earlier texts may be gone. */
  now(): Context
  /** What a feature remembers from request to request: made when it is first asked for, one for each client. */
  kept<T>(make: (context: Context) => T): T
  /** Asks the client to ask anew for what may be another without an edit: lenses, hints, colours. */
  refresh(): void
  /** Shows what is found in a file that is no model, in the place of what was shown before. */
  show(uri: string, diagnostics: Diagnostic[]): void
  /** All that is found in a document, or that it cannot be read. */
  findings(uri: string): readonly Finding[]
  /** Nothing for a document that nobody knows, or that cannot be read. */
  place(params: TextDocumentPositionParams): Place | undefined
  /** The first project that the document belongs to, unless it cannot be read. */
  project(uri: string): Project | undefined
  source(uri: string): SourceText | undefined
  pathOf(uri: string): string
  uriOf(path: string): string
  /** Of open documents only. */
  versionOf(path: string): number | undefined
  /** The piece of a document between two positions; nothing for a document that nobody knows. */
  span(uri: string, range: Range): Span | undefined
  range(span: Span): Range
  location(span: Span): Location
  /** With versions of open documents where the client can check them. */
  workspaceEdit(edits: readonly TextEdit[]): WorkspaceEdit
}
