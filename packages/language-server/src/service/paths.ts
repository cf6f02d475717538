/** The files of a workspace, by what they import. */
import { type Ast, importedPath } from '@merit-lang/language'
import type { Workspace } from './workspace.ts'

export interface ImportedFile {
  readonly written: Ast.TextLit
  /** The path of the file, whether or not there is one. */
  readonly target: string
}

export function importsIn(workspace: Workspace, path: string): readonly ImportedFile[] {
  const statements = workspace.parsed(path)?.ast.statements ?? []
  return statements.flatMap(one =>
    one.kind === 'import' && one.path.kind === 'text'
      ? [{ written: one.path, target: importedPath(path, one.path.value) }]
      : [],
  )
}

/** Entries, and whatever they import. */
export function pathsIn(workspace: Workspace): readonly string[] {
  const paths = new Set(workspace.projects.map(({ path }) => path))
  for (const path of paths) for (const { target } of importsIn(workspace, path)) paths.add(target)
  return [...paths]
}
