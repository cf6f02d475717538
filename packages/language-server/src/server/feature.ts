/** How a feature plugs into the server: what it announces, and which requests it answers. All features stand in `features/index.ts`. */
import type {
  CancellationToken,
  ClientCapabilities,
  Location,
  Range,
  RequestType,
  ServerCapabilities,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver'
import type { SourceText, Span } from '../service/text.ts'
import type { Place, Project, TextEdit, Workspace } from '../service/workspace.ts'

export interface Feature {
  readonly capabilities: (client: ClientCapabilities) => Partial<ServerCapabilities>
  readonly answers: readonly Answer[]
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
  /** Nothing for a document that nobody knows. */
  place(params: TextDocumentPositionParams): Place | undefined
  /** The first project that the document belongs to. */
  project(uri: string): Project | undefined
  source(uri: string): SourceText | undefined
  pathOf(uri: string): string
  uriOf(path: string): string
  /** The piece of a document between two positions; nothing for a document that nobody knows. */
  span(uri: string, range: Range): Span | undefined
  range(span: Span): Range
  location(span: Span): Location
  /** With versions of open documents where the client can check them. */
  workspaceEdit(edits: readonly TextEdit[]): WorkspaceEdit
}
