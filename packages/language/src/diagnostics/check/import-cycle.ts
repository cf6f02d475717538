import { defineDiagnostic } from '../diagnostic.ts'

export interface ImportCycle {
  /** From the first file back to it. */
  readonly path: readonly string[]
}

export const importCycle = defineDiagnostic<ImportCycle>({
  name: 'import-cycle',
  severity: 'error',
  message: ({ path }) =>
    path.length === 2 ? 'This file imports itself.' : `These files import each other: ${path.join(' → ')}.`,
  why: 'An import brings everything that a file declares, so two files that import each other would each have to come first. Put what both need into a third file.',
  bad: {
    'model.merit': 'import "./events.merit"\non visit add 5',
    'events.merit': 'import "./model.merit"\nevent visit',
  },
  good: { 'model.merit': 'import "./events.merit"\non visit add 5', 'events.merit': 'event visit' },
})
