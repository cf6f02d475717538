import { defineDiagnostic } from '../diagnostic.ts'

export interface MissingPoints {
  readonly after: string
}

export const missingPoints = defineDiagnostic<MissingPoints>({
  name: 'missing-points',
  severity: 'error',
  message: ({ after }) => `This rule does nothing: after \`${after}\` say how many points it gives, as in \`add 10\`.`,
  why: 'A rule says what happens: `add 10`, `subtract 5`, a table of `points`, `multiply by 50%`, or, for events, `reset`.',
  bad: 'when customer',
  good: 'when customer add 5',
})
