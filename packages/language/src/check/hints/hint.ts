import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { CheckedModel } from '../model.ts'

/** Looks at a model without errors and reports what is probably not meant. */
export type Hint = (model: CheckedModel, report: (diagnostic: Diagnostic) => void) => void
