/** Findings as the protocol has them. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type PublishDiagnosticsClientCapabilities,
} from 'vscode-languageserver'
import type { Finding } from '../service/diagnostics.ts'
import type { Context } from './feature.ts'

/** So many findings of one file are shown: more help nobody, and sending them takes long. */
export const MOST = 1000

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
} satisfies { [S in Finding['severity']]: DiagnosticSeverity }

/** What is never used is shown faded. */
const unnecessary: ReadonlySet<string> = new Set(['never-used', 'default-unused'])

/** The first ones in the text, and how many are left out. */
export function diagnosticsOf(findings: readonly Finding[], context: Context): Diagnostic[] {
  const shown = findings.slice(0, MOST).map(finding => diagnosticOf(finding, context))
  const left = findings.length - shown.length
  return left > 0 ? [...shown, leftOut(left)] : shown
}

export function diagnosticOf({ name, severity, span, message, related }: Finding, context: Context): Diagnostic {
  const able = abilitiesOf(context)
  const href = able.codeDescriptionSupport ? context.host.page(name) : undefined
  return {
    source: 'merit',
    code: name,
    severity: severities[severity],
    range: context.range(span),
    message,
    ...(href !== undefined && { codeDescription: { href } }),
    ...(unnecessary.has(name) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map(one => ({ location: context.location(one.span), message: one.message })),
    }),
  }
}

/** Clients that are sent findings and those that ask for them say in two places what they can show. */
function abilitiesOf({ client }: Context): PublishDiagnosticsClientCapabilities {
  return { ...client.textDocument?.publishDiagnostics, ...client.textDocument?.diagnostic }
}

function leftOut(count: number): Diagnostic {
  const start = { line: 0, character: 0 }
  const message = `${count.toLocaleString('en-US')} more findings in this file are not shown.`
  return { source: 'merit', severity: DiagnosticSeverity.Information, range: { start, end: start }, message }
}
