import { defineDiagnostic } from '../diagnostic.ts'

export interface ExpectedSomething {
  /** In plain words. */
  readonly expected: string
  /** As written; absent where something is missing. */
  readonly found: string | undefined
  readonly after: string | undefined
}

export const expectedSomething = defineDiagnostic<ExpectedSomething>({
  name: 'expected-something',
  severity: 'error',
  message: ({ expected, found, after }) => {
    const place = after === undefined ? '' : ` after \`${after}\``
    return found === undefined
      ? `Expected ${expected}${place}.`
      : `Expected ${expected}${place}, but found \`${found}\`.`
  },
  why: 'Something is missing here, or stands in the wrong place. The message says what can follow.',
  bad: 'on visit add 5\nqualify MQL',
  good: 'on visit add 5\nqualify MQL at 70',
})
