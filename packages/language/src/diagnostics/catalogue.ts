/** All diagnostics, and what their records say about one. */
import { checkDiagnostics } from './check/index.ts'
import type { AnyDiagnosticRecord, Diagnostic, Fix } from './diagnostic.ts'
import { hintDiagnostics } from './hints/index.ts'
import { ignoreDiagnostics } from './ignores/index.ts'
import { proofDiagnostics } from './proofs/index.ts'
import { syntaxDiagnostics } from './syntax/index.ts'

export const catalogue: readonly AnyDiagnosticRecord[] = [
  ...syntaxDiagnostics,
  ...checkDiagnostics,
  ...hintDiagnostics,
  ...proofDiagnostics,
  ...ignoreDiagnostics,
]

const byName = new Map(catalogue.map(record => [record.name, record]))

export function recordOf(name: string): AnyDiagnosticRecord | undefined {
  return byName.get(name)
}

const proofNames = new Set(proofDiagnostics.map(({ name }) => name))

/** Whether it is proved of models that run, not found by checking their text. */
export const isProof = (name: string): boolean => proofNames.has(name)

/** Whether it keeps a model from running: an error, unless it is proved of a model that runs. */
export function keepsFromRunning(name: string): boolean {
  return recordOf(name)?.severity === 'error' && !isProof(name)
}

const aboutIgnoring = new Set(ignoreDiagnostics.map(({ name }) => name))

/** Whether a comment may ignore it. What is said of such comments is mended there. */
export function canBeIgnored(name: string): boolean {
  return byName.has(name) && !keepsFromRunning(name) && !aboutIgnoring.has(name)
}

/** One sentence, with the diagnostic's own names and values. */
export function messageOf(diagnostic: Diagnostic): string {
  return byName.get(diagnostic.name)?.message(diagnostic.params as never) ?? diagnostic.name
}

export function fixesOf(diagnostic: Diagnostic): readonly Fix[] {
  return byName.get(diagnostic.name)?.fixes?.(diagnostic.params as never, diagnostic.span) ?? []
}
