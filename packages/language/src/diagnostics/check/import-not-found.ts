import { defineDiagnostic } from '../diagnostic.ts'

export interface ImportNotFound {
  readonly path: string
  /** Where it was looked for. */
  readonly resolved: string
}

export const importNotFound = defineDiagnostic<ImportNotFound>({
  name: 'import-not-found',
  severity: 'error',
  message: ({ path, resolved }) => `The file "${path}" is not there. It was looked for at ${resolved}.`,
  why: 'The path of an import starts from the folder of the file that it stands in.',
  bad: 'import "./shema.merit"\non visit add 5',
  good: { 'model.merit': 'import "./schema.merit"\non visit add 5', 'schema.merit': 'event visit' },
})
