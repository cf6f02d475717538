/** Imports lead to the files that they name. */
import { importedPath } from '@merit-lang/language'
import type { Span } from './text.ts'
import type { Workspace } from './workspace.ts'

export interface DocumentLink {
  readonly span: Span
  /** The path of the file. */
  readonly target: string
}

export function documentLinks(workspace: Workspace, path: string): readonly DocumentLink[] {
  const statements = workspace.parsed(path)?.ast.statements ?? []
  return statements.flatMap(one =>
    one.kind === 'import' && one.path.kind === 'text'
      ? [{ span: one.path.span, target: importedPath(path, one.path.value) }]
      : [],
  )
}
