/** What is found in a file, with the sentences that an editor shows. */
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
  const found = workspace.projectsOf(path).flatMap(({ checked }) => checked.diagnostics)
  return once(found.filter(({ span }) => span.source.path === path).map(findingOf))
}

export function findingOf(diagnostic: Diagnostic): Finding {
  const { name, severity, span, related } = diagnostic
  return { name, severity, span, message: messageOf(diagnostic), related }
}

/** Two models that import one file find the same in it. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = ({ name, span, message }: Finding) => JSON.stringify([name, span.start, span.end, message])
  return [...new Map(findings.map(finding => [keyOf(finding), finding])).values()]
}
