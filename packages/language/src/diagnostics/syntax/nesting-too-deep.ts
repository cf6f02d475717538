import { defineDiagnostic } from '../diagnostic.ts'

export interface NestingTooDeep {
  readonly limit: number
}

export const nestingTooDeep = defineDiagnostic<NestingTooDeep>({
  name: 'nesting-too-deep',
  severity: 'error',
  message: ({ limit }) => `Brackets are nested more than ${limit} deep here.`,
  why: 'No one can read this, and it could not be worked out within bounds. Give names to parts with `let` or `segment`.',
  bad: 'when ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((customer)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) add 5',
  good: 'when ((customer)) add 5',
})
