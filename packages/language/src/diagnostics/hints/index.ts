import type { AnyDiagnosticRecord } from '../diagnostic.ts'

export const hintDiagnostics: readonly AnyDiagnosticRecord[] = []
