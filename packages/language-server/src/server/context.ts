import {
  type ClientCapabilities,
  type Diagnostic,
  type Location,
  type Range,
  TextDocumentEdit,
  type TextDocumentPositionParams,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { type Finding, findingsIn } from '../service/diagnostics.ts'
import type { Models } from '../service/models.ts'
import { linePositionOf, offsetOf } from '../service/positions.ts'
import type { Span } from '../service/text.ts'
import { type TextEdit as Edit, placeIn, type Settings, type Workspace } from '../service/workspace.ts'
import type { Addresses } from './addresses.ts'
import type { Configs } from './configs.ts'
import type { Context } from './feature.ts'
import type { Host } from './host.ts'

/** What the server knows between two requests. */
export interface State {
  readonly client: ClientCapabilities
  readonly models: Models
  readonly addresses: Addresses
  readonly settings: Settings
  readonly configs: Pick<Configs, 'configOf'>
  readonly host: Host
  /** Of open documents only. */
  versionOf(path: string): number | undefined
  /** Why a file is not read, where it is not. */
  refusalOf(path: string): Finding | undefined
  refresh(): void
  now(): Context
  kept<T>(make: (context: Context) => T): T
  show(uri: string, diagnostics: Diagnostic[]): void
}

export function rangeOf({ source, start, end }: Span): Range {
  return { start: linePositionOf(source, start), end: linePositionOf(source, end) }
}

export function contextOf(state: State): Context {
  const { client, models, addresses, settings, host } = state
  const workspace = models.workspace(settings, path => state.configs.configOf(path))
  const pathOf = (uri: string) => addresses.pathOf(uri)
  const source = (uri: string) => (state.refusalOf(pathOf(uri)) ? undefined : models.source(pathOf(uri)))
  return {
    client,
    workspace,
    host,
    paths: models.paths,
    now: () => state.now(),
    kept: make => state.kept(make),
    show: (uri, diagnostics) => state.show(uri, diagnostics),
    versionOf: path => state.versionOf(path),
    refresh: () => state.refresh(),
    findings: uri => findingsOf(state, workspace, pathOf(uri)),
    pathOf,
    uriOf: path => addresses.uriOf(path),
    source,
    project: uri => (source(uri) ? workspace.projectsOf(pathOf(uri))[0] : undefined),
    place: ({ textDocument, position }: TextDocumentPositionParams) => {
      const at = source(textDocument.uri)
      return at && placeIn(workspace, at.path, offsetOf(at, position))
    },
    span: (uri, { start, end }) => {
      const at = source(uri)
      return at && { source: at, start: offsetOf(at, start), end: offsetOf(at, end) }
    },
    range: rangeOf,
    location: (span): Location => ({ uri: addresses.uriOf(span.source.path), range: rangeOf(span) }),
    workspaceEdit: edits => workspaceEditOf(state, edits),
  }
}

function findingsOf(state: State, workspace: Workspace, path: string): readonly Finding[] {
  const refusal = state.refusalOf(path)
  return refusal ? [refusal] : findingsIn(workspace, path)
}

function workspaceEditOf(state: State, edits: readonly Edit[]): WorkspaceEdit {
  const byPath = groupByPath(edits)
  const documents = [...byPath].map(([path, all]) => ({
    textDocument: { uri: state.addresses.uriOf(path), version: state.versionOf(path) ?? null },
    edits: all.map(({ span, text }) => TextEdit.replace(rangeOf(span), text)),
  }))
  if (state.client.workspace?.workspaceEdit?.documentChanges)
    return {
      documentChanges: documents.map(({ textDocument, edits: all }) => TextDocumentEdit.create(textDocument, all)),
    }
  return { changes: Object.fromEntries(documents.map(({ textDocument, edits: all }) => [textDocument.uri, all])) }
}

function groupByPath(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const groups = new Map<string, Edit[]>()
  for (const edit of edits) {
    const { path } = edit.span.source
    const group = groups.get(path)
    if (group) group.push(edit)
    else groups.set(path, [edit])
  }
  return groups
}
