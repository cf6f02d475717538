/** What a client can do, and what it is asked to do accordingly. */
import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver'

/**
 * Whether the client asks for findings, and is sent none: clients show both, one beside the other. One that could ask and would
 * rather be sent them, mistakes at once and the rest when nothing is typed, says `"findings": "push"` in its options.
 */
export function asksForFindings({ capabilities, initializationOptions }: InitializeParams): boolean {
  return capabilities.textDocument?.diagnostic !== undefined && initializationOptions?.findings !== 'push'
}

/** Files whose changes the client tells of, where it tells of them at all: nothing else is to be looked for on the disk. */
export const tellsOfFiles = ({ workspace }: ClientCapabilities) =>
  workspace?.didChangeWatchedFiles?.dynamicRegistration === true

export function watchFiles(connection: Connection, client: ClientCapabilities, globs: readonly string[]): void {
  if (!tellsOfFiles(client)) return
  const watchers = globs.map(globPattern => ({ globPattern }))
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {})
}

export function watchSettings(connection: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.didChangeConfiguration?.dynamicRegistration)
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'merit' }).catch(() => {})
}

export function refreshHints(connection: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.inlayHint?.refreshSupport) void connection.sendRequest(InlayHintRefreshRequest.method).catch(() => {})
}

/** Asks for what may be another without an edit. */
export function refreshLenses(connection: Connection, { workspace }: ClientCapabilities): void {
  const able = [
    [workspace?.codeLens, CodeLensRefreshRequest.method],
    [workspace?.inlayHint, InlayHintRefreshRequest.method],
    [workspace?.semanticTokens, SemanticTokensRefreshRequest.method],
  ] as const
  for (const [ability, method] of able) if (ability?.refreshSupport) void connection.sendRequest(method).catch(() => {})
}
