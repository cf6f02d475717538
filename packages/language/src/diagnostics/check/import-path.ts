import { defineDiagnostic, replaceWith } from '../diagnostic.ts'
import { quoted } from './phrases.ts'

export interface ImportPath {
  readonly path: string
}

const isPath = (path: string): boolean => !/^\/|^[a-z]+:/i.test(path)

export const importPath = defineDiagnostic<ImportPath>({
  name: 'import-path',
  severity: 'error',
  message: ({ path }) => {
    if (path.includes('\\')) return 'The path of an import is written with `/`, also on Windows.'
    if (isPath(path)) return `"${path}" is no model: the name of one ends in \`.merit\`.`
    return `"${path}" is no path from this file. Write it like "./schema.merit" or "../shared/schema.merit".`
  },
  why: 'Imports are paths from the file that they stand in, so that a folder of models works wherever it is put.',
  fixes: ({ path }, span) => {
    if (/^\.{0,2}[^:/]*\\/.test(path)) return [replaceWith(span, quoted(path.replaceAll('\\', '/')))]
    return isPath(path) && /\w$/.test(path) && !/\.\w+$/.test(path) ? [replaceWith(span, quoted(`${path}.merit`))] : []
  },
  safe: true,
  bad: { 'model.merit': 'import ".\\\\schema.merit"\non visit add 5', 'schema.merit': 'event visit' },
  good: { 'model.merit': 'import "./schema.merit"\non visit add 5', 'schema.merit': 'event visit' },
})
