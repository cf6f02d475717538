import { defineDiagnostic } from '../diagnostic.ts'

export interface PatternNotWritten {
  readonly operator: string
  readonly written: string
}

export const patternNotWritten = defineDiagnostic<PatternNotWritten>({
  name: 'pattern-not-written',
  severity: 'error',
  message: ({ operator, written }) =>
    `The pattern after \`${operator}\` must stand here in quotes; \`${written}\` is not known before the leads are.`,
  why: 'Patterns are compiled together with the model.',
  bad: 'lead { title: text  wanted: text }\nwhen title like lead.wanted add 10',
  good: 'lead { title: text  wanted: text }\nwhen title like "vp *" add 10\nwhen title contains lead.wanted add 10',
})
