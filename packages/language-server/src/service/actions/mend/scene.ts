/** What a fix may need to know besides the diagnostic itself. */
import type { Ast, Diagnostic, Fix } from '@merit-lang/language'
import type { Workspace } from '../../workspace.ts'
import { nodesAround } from '../selection.ts'

export interface Scene<P = unknown> {
  readonly diagnostic: Diagnostic<P>
  /** Of all files of the model. */
  readonly statements: readonly Ast.Statement[]
  /** The nodes around the place of the diagnostic, from the outermost inwards. */
  readonly path: readonly Ast.AnyNode[]
}

export type Mending<P> = (scene: Scene<P>) => readonly Fix[]

export function sceneOf(workspace: Workspace, diagnostic: Diagnostic): Scene | undefined {
  const { source } = diagnostic.span
  const files = workspace.projectsOf(source.path)[0]?.checked.understood.files ?? []
  const file = files.find(one => one.source === source)?.ast
  const statements = files.flatMap(({ ast }) => ast.statements)
  return file && { diagnostic, statements, path: nodesAround(file, diagnostic.span) }
}
