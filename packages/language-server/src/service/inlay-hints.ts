/** What a model does not say and means all the same, shown in its place. Off unless asked for. */
import { type Ast, childrenOf } from '@merit-lang/language'
import { decays } from './inlay-hints/decays.ts'
import type { Asked, Hints, InlayHint, Shown } from './inlay-hints/hint.ts'
import { points } from './inlay-hints/points.ts'
import { stages } from './inlay-hints/stages.ts'
import { types } from './inlay-hints/types.ts'
import type { Span } from './text.ts'
import type { Workspace } from './workspace.ts'

export type { InlayHint } from './inlay-hints/hint.ts'

const all: readonly Hints[] = [types, stages, decays, points]

/** Those in a piece of a file, in the order of the text. */
export function inlayHints(workspace: Workspace, span: Span): readonly InlayHint[] {
  const { path } = span.source
  const project = workspace.projectsOf(path)[0]
  const found = project?.checked.understood.files.find(({ source }) => source.path === path)
  if (!workspace.settings.inlayHints || !project || !found) return []
  const { source, ast: file } = found
  const asked: Asked = { project, source, file, start: span.start, end: span.end, shown: shownIn(file, span) }
  const hints = all.flatMap(hintsOf => hintsOf(asked)).filter(({ at }) => span.start <= at && at <= span.end)
  return hints.toSorted((a, b) => a.at - b.at)
}

function shownIn(file: Ast.File, { start, end }: Span): readonly Shown[] {
  const shown: Shown[] = []
  const visit = (node: Ast.AnyNode, above: readonly Ast.AnyNode[]) => {
    if (node.span.end < start || node.span.start > end) return
    shown.push({ node, above })
    if (!leaves.has(node.kind)) for (const child of childrenOf(node)) visit(child, [...above, node])
  }
  visit(file, [])
  return shown
}

/** Nothing is said inside of these. */
const leaves: ReadonlySet<Ast.AnyNode['kind']> = new Set(['lead', 'event', 'listDecl', 'test', 'when', 'on'])
