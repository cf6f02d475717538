/** What the catalogue of diagnostics offers for what is found at a place. */
import { type Diagnostic, type Fix, fixesOf, recordOf } from '@merit-lang/language'
import type { Span } from '../text.ts'
import type { Action, Project, Workspace } from '../workspace.ts'
import { mend } from './mend/mend.ts'

/** Of everything that touches the span. */
export function quickFixes(workspace: Workspace, span: Span): readonly Action[] {
  const touching = diagnosticsIn(workspace, span.source.path).filter(
    ({ span: at }) => at.start <= span.end && span.start <= at.end,
  )
  return touching.flatMap(diagnostic => fixesFor(workspace, diagnostic))
}

function fixesFor(workspace: Workspace, diagnostic: Diagnostic): readonly Action[] {
  const { name, span } = diagnostic
  const [own, others] = [fixesOf(diagnostic), mend(workspace, diagnostic)]
  const best = diagnostic.severity === 'error' || isSafe(diagnostic) ? theBest(own, others) : undefined
  return [...own, ...others].map(fix => ({
    title: fix.title,
    kind: 'quickfix',
    edits: () => fix.edits,
    fixes: { name, span },
    ...(fix === best && { preferred: true }),
  }))
}

/** A misspelt name is more likely than one that nobody declared. */
function theBest(own: readonly Fix[], others: readonly Fix[]): Fix | undefined {
  const likelier = own.length > 0 ? own : others
  return likelier.length === 1 ? likelier[0] : undefined
}

/** Of a file, in the models that it belongs to. */
export function diagnosticsIn(workspace: Workspace, path: string): readonly Diagnostic[] {
  return diagnosticsOf(workspace.projectsOf(path), path)
}

/** In the order of places for each model; what several of them find in a file that they share is there once. */
export function diagnosticsOf(projects: readonly Project[], path: string): readonly Diagnostic[] {
  const found = projects.flatMap(({ diagnostics }) => diagnostics)
  const here = found.filter(({ span }) => span.source.path === path)
  const keyOf = ({ name, span }: Diagnostic) => `${name} ${span.start} ${span.end}`
  return [...new Map(here.map(one => [keyOf(one), one])).values()]
}

/** Whether what the catalogue offers may be done unasked. */
export function isSafe(diagnostic: Diagnostic): boolean {
  return recordOf(diagnostic.name)?.safe === true && fixesOf(diagnostic).length === 1
}
