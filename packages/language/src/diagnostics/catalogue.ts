/** All diagnostics, and what their records say about one. */
import { checkDiagnostics } from './check/index.ts'
import type { AnyDiagnosticRecord, Diagnostic, Fix } from './diagnostic.ts'
import { hintDiagnostics } from './hints/index.ts'
import { proofDiagnostics } from './proofs/index.ts'
import { syntaxDiagnostics } from './syntax/index.ts'

export const catalogue: readonly AnyDiagnosticRecord[] = [
  ...syntaxDiagnostics,
  ...checkDiagnostics,
  ...hintDiagnostics,
  ...proofDiagnostics,
]

const byName = new Map(catalogue.map(record => [record.name, record]))

export function recordOf(name: string): AnyDiagnosticRecord | undefined {
  return byName.get(name)
}

/** One sentence, with the diagnostic's own names and values. */
export function messageOf(diagnostic: Diagnostic): string {
  return byName.get(diagnostic.name)?.message(diagnostic.params as never) ?? diagnostic.name
}

export function fixesOf(diagnostic: Diagnostic): readonly Fix[] {
  return byName.get(diagnostic.name)?.fixes?.(diagnostic.params as never, diagnostic.span) ?? []
}
