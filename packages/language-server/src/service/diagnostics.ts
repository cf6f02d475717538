/** What is found in a file, with the sentences that an editor shows. */
import { atLevel } from '@merit-lang/insight'
import { type Diagnostic, messageOf } from '@merit-lang/language'
import type { Span } from './text.ts'
import type { Workspace } from './workspace.ts'

export interface Finding {
  readonly name: string
  readonly severity: Diagnostic['severity']
  readonly span: Span
  readonly message: string
  readonly related: readonly { readonly span: Span; readonly message: string }[]
}

/** All that is found in one file by the models that it belongs to, each once. */
export function findingsIn(workspace: Workspace, path: string): readonly Finding[] {
  return once(saidOf(workspace, path).map(findingOf))
}

/** What the models that a file belongs to have to say of it, at the levels that are said for it. */
export function saidOf(workspace: Workspace, path: string): readonly Diagnostic[] {
  const { levels } = workspace.configOf(path)
  const found = workspace.projectsOf(path).flatMap(({ diagnostics }) => diagnostics)
  return found.filter(({ span }) => span.source.path === path).flatMap(one => atLevel(one, levels) ?? [])
}

/** Mistakes in the file's own text, for which nothing is checked. */
export function mistakesIn(workspace: Workspace, path: string): readonly Finding[] {
  return workspace.parsed(path)?.diagnostics.map(findingOf) ?? []
}

export function findingOf(diagnostic: Diagnostic): Finding {
  const { name, severity, span, related } = diagnostic
  return { name, severity, span, message: messageOf(diagnostic), related }
}

/** The same for what two models find in a file that both import. */
export const keyOf = ({ name, span, message }: Finding): string => JSON.stringify([name, span.start, span.end, message])

function once(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map(finding => [keyOf(finding), finding])).values()]
}
