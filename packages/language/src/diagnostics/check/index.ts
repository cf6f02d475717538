import type { AnyDiagnosticRecord } from '../diagnostic.ts'

export const checkDiagnostics: readonly AnyDiagnosticRecord[] = []
