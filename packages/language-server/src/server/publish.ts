import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver'
import type { Finding } from '../service/diagnostics.ts'
import type { Addresses } from './addresses.ts'
import { rangeOf } from './context.ts'

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
} satisfies { [S in Finding['severity']]: DiagnosticSeverity }

/** What is never used is shown faded. */
const unnecessary: ReadonlySet<string> = new Set(['never-used', 'default-unused'])

export function diagnosticOf({ name, severity, span, message, related }: Finding, addresses: Addresses): Diagnostic {
  return {
    source: 'merit',
    code: name,
    severity: severities[severity],
    range: rangeOf(span),
    message,
    ...(unnecessary.has(name) && { tags: [DiagnosticTag.Unnecessary] }),
    relatedInformation: related.map(one => ({
      location: { uri: addresses.uriOf(one.span.source.path), range: rangeOf(one.span) },
      message: one.message,
    })),
  }
}
