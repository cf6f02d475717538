import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
  type UnchangedDocumentDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { answer, type Context, type Feature } from '../feature.ts'
import { diagnosticsOf } from '../publish.ts'
import { turn } from '../turn.ts'

type Report = FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport

/** For clients that ask for findings. The server announces it only to them, and sends them none. */
export const diagnostics: Feature = {
  capabilities: () => ({
    diagnosticProvider: { identifier: 'merit', interFileDependencies: true, workspaceDiagnostics: true },
  }),
  answers: [
    answer(DocumentDiagnosticRequest.type, ({ textDocument, previousResultId }, context) =>
      reportOn(textDocument.uri, previousResultId, context),
    ),
    answer(WorkspaceDiagnosticRequest.type, async ({ previousResultIds }, context, token) => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [context.pathOf(uri), value]))
      const items: WorkspaceDocumentDiagnosticReport[] = []
      for (const path of context.paths) {
        if (token.isCancellationRequested) break
        items.push(reportOnFile(path, known.get(path), context.now()))
        await turn()
      }
      return { items }
    }),
  ],
}

function reportOnFile(path: string, previous: string | undefined, context: Context): WorkspaceDocumentDiagnosticReport {
  const uri = context.uriOf(path)
  return { uri, version: context.versionOf(path) ?? null, ...reportOn(uri, previous, context) }
}

function reportOn(uri: string, previous: string | undefined, context: Context): Report {
  const items = diagnosticsOf(context.findings(uri), context)
  const resultId = hashOf(JSON.stringify(items))
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items }
}

/** The same for the same findings, and hardly ever for others: 53 bits (cyrb53, a mix of two 32-bit multiplicative hashes). */
function hashOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    high = Math.imul(high ^ text.charCodeAt(i), 2654435761)
    low = Math.imul(low ^ text.charCodeAt(i), 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
