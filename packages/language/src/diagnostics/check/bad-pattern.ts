import { defineDiagnostic } from '../diagnostic.ts'

export interface BadPattern {
  readonly operator: string
  readonly reason: string
}

export const badPattern = defineDiagnostic<BadPattern>({
  name: 'bad-pattern',
  severity: 'error',
  message: ({ operator, reason }) => `This pattern after \`${operator}\` cannot be read: ${reason}`,
  why: 'Patterns are compiled together with the model, in the syntax of RE2, which always runs in time proportional to the text.',
  bad: 'when title matches "(vp" add 10',
  good: 'when title matches "^(vp|vice president)" add 10',
})
