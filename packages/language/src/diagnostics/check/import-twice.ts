import { defineDiagnostic, takeOut } from '../diagnostic.ts'

export interface ImportTwice {
  readonly path: string
}

export const importTwice = defineDiagnostic<ImportTwice>({
  name: 'import-twice',
  severity: 'warning',
  message: ({ path }) => `"${path}" is imported already in this file.`,
  why: 'Importing a file twice changes nothing.',
  fixes: (_, span) => [takeOut({ ...span, start: span.source.text.lastIndexOf('import', span.start) })],
  safe: true,
  bad: {
    'model.merit': 'import "./schema.merit"\nimport "./schema.merit"\non visit add 5',
    'schema.merit': 'event visit',
  },
  good: { 'model.merit': 'import "./schema.merit"\non visit add 5', 'schema.merit': 'event visit' },
})
