import type { AnyDiagnosticRecord } from '../diagnostic.ts'

export const syntaxDiagnostics: readonly AnyDiagnosticRecord[] = []
