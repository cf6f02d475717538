/** Imports lead to the files that they name. */
import { importsIn } from './paths.ts'
import type { Span } from './text.ts'
import type { Workspace } from './workspace.ts'

export interface DocumentLink {
  readonly span: Span
  /** The path of the file. */
  readonly target: string
}

export function documentLinks(workspace: Workspace, path: string): readonly DocumentLink[] {
  return importsIn(workspace, path).map(({ written, target }) => ({ span: written.span, target }))
}
