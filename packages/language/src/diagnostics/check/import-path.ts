import { defineDiagnostic, replaceWith } from '../diagnostic.ts'
import { quoted } from './phrases.ts'

export interface ImportPath {
  readonly path: string
}

export const importPath = defineDiagnostic<ImportPath>({
  name: 'import-path',
  severity: 'error',
  message: ({ path }) =>
    path.includes('\\')
      ? 'The path of an import is written with `/`, also on Windows.'
      : `"${path}" is no path from this file. Write it like "./schema.merit" or "../shared/schema.merit".`,
  why: 'Imports are paths from the file that they stand in, so that a folder of models works wherever it is put.',
  fixes: ({ path }, span) =>
    /^\.{0,2}[^:/]*\\/.test(path) ? [replaceWith(span, quoted(path.replaceAll('\\', '/')))] : [],
  bad: { 'model.merit': 'import ".\\\\schema.merit"\non visit add 5', 'schema.merit': 'event visit' },
  good: { 'model.merit': 'import "./schema.merit"\non visit add 5', 'schema.merit': 'event visit' },
})
