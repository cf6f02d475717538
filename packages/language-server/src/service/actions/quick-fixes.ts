/** What the catalogue of diagnostics offers for what is found at a place. */
import { canBeIgnored, type Diagnostic, type Fix, fixesOf, recordOf } from '@merit-lang/language'
import { saidOf } from '../diagnostics.ts'
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
  return [...own, ...others, ...ignoring(diagnostic)].map(fix => ({
    title: fix.title,
    kind: 'quickfix',
    edits: () => fix.edits,
    fixes: { name, span },
    ...(fix === best && { preferred: true }),
  }))
}

/** A comment above it, in which the reason is left to be written. */
function ignoring({ name, span }: Diagnostic): readonly Fix[] {
  if (!canBeIgnored(name)) return []
  const { source, start } = span
  const lineStart = start === 0 ? 0 : source.text.lastIndexOf('\n', start - 1) + 1
  const indent = /^[^\S\n]*/.exec(source.text.slice(lineStart, start))?.[0] ?? ''
  const text = `${indent}# merit ignore ${name}: reason\n`
  return [{ title: `Ignore \`${name}\` here`, edits: [{ span: { source, start: lineStart, end: lineStart }, text }] }]
}

/** A misspelt name is more likely than one that nobody declared. */
function theBest(own: readonly Fix[], others: readonly Fix[]): Fix | undefined {
  const likelier = own.length > 0 ? own : others
  return likelier.length === 1 ? likelier[0] : undefined
}

/** Of a file, in the models that it belongs to: what several of them find in a file that they share is there once. */
export function diagnosticsIn(workspace: Workspace, path: string): readonly Diagnostic[] {
  return distinct(saidOf(workspace, path))
}

/** In the order of places for each model. */
export function diagnosticsOf(projects: readonly Project[], path: string): readonly Diagnostic[] {
  const found = projects.flatMap(({ diagnostics }) => diagnostics)
  return distinct(found.filter(({ span }) => span.source.path === path))
}

function distinct(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ name, span }: Diagnostic) => `${name} ${span.start} ${span.end}`
  return [...new Map(found.map(one => [keyOf(one), one])).values()]
}

/** Whether what the catalogue offers may be done unasked. */
export function isSafe(diagnostic: Diagnostic): boolean {
  return recordOf(diagnostic.name)?.safe === true && fixesOf(diagnostic).length === 1
}
