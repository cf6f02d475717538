/** What the catalogue of diagnostics offers for what is found at a place. */
import { type Diagnostic, fixesOf, recordOf } from '@merit-lang/language'
import type { Span } from '../text.ts'
import type { Action, Workspace } from '../workspace.ts'
import { fixesInTree } from './tree-fixes.ts'

/** Of everything that touches the span. */
export function quickFixes(workspace: Workspace, span: Span): readonly Action[] {
  const touching = diagnosticsIn(workspace, span.source.path).filter(
    ({ span: at }) => at.start <= span.end && span.start <= at.end,
  )
  return touching.flatMap(diagnostic => fixesFor(workspace, diagnostic))
}

function fixesFor(workspace: Workspace, diagnostic: Diagnostic): readonly Action[] {
  const { name, span } = diagnostic
  const fixes = [...fixesOf(diagnostic), ...fixesInTree(workspace, diagnostic)]
  const preferred = fixes.length === 1 && (diagnostic.severity === 'error' || isSafe(diagnostic))
  return fixes.map(({ title, edits }) => ({
    title,
    kind: 'quickfix',
    edits: () => edits,
    fixes: { name, span },
    ...(preferred && { preferred }),
  }))
}

/** In the order of places; what several models find in a file that they share is there once. */
export function diagnosticsIn(workspace: Workspace, path: string): readonly Diagnostic[] {
  const found = workspace.projectsOf(path).flatMap(({ checked }) => checked.diagnostics)
  const here = found.filter(({ span }) => span.source.path === path)
  const keyOf = ({ name, span }: Diagnostic) => `${name} ${span.start} ${span.end}`
  return [...new Map(here.map(one => [keyOf(one), one])).values()]
}

/** Whether what the catalogue offers may be done unasked. */
export function isSafe(diagnostic: Diagnostic): boolean {
  return recordOf(diagnostic.name)?.safe === true && fixesOf(diagnostic).length === 1
}
