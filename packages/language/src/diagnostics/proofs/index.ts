/** What is proved of a model without errors, for all leads. Found by the analysis; here is what is said about it. */
import type { AnyDiagnosticRecord } from '../diagnostic.ts'
import * as records from './records.ts'

export const proofDiagnostics: readonly AnyDiagnosticRecord[] = Object.values(records)
