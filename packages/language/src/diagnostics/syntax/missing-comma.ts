import { defineDiagnostic } from '../diagnostic.ts'

export interface MissingComma {
  readonly after: string
}

export const missingComma = defineDiagnostic<MissingComma>({
  name: 'missing-comma',
  severity: 'error',
  message: ({ after }) => `In a list a comma is missing after \`${after}\`.`,
  why: 'The values of a list are separated by commas. A value of several words stands in quotes.',
  fixes: (_, span) => [{ title: 'Add a comma', edits: [{ span: { ...span, end: span.start }, text: ',' }] }],
  safe: true,
  bad: 'when country in [DE AT] add 5',
  good: 'when country in [DE, AT] add 5',
})
