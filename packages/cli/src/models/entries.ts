/** Which of several model files are checked by themselves: a file that another one imports is checked through that one. */
import type { Checked } from '@merit-lang/language'
import { check } from '@merit-lang/language'
import { normalise } from './paths.ts'
import { importReader, readSource } from './read.ts'

export interface CheckedFile {
  readonly path: string
  readonly checked: Checked
  /** Files that were read on the way, itself not among them. */
  readonly imports: ReadonlySet<string>
}

export function checkFile(path: string): CheckedFile {
  const imports = new Set<string>()
  const read = importReader()
  const checked = check(readSource(path), {
    read: (imported: string) => {
      imports.add(normalise(imported))
      return read(imported)
    },
  })
  return { path, checked, imports }
}

/** Without those that others import, as long as each file is reached: of a circle all are kept. */
export function withoutImported(files: readonly CheckedFile[]): readonly CheckedFile[] {
  const imported = new Set(files.flatMap(({ path, imports }) => [...imports].filter(it => it !== normalise(path))))
  const roots = files.filter(({ path }) => !imported.has(normalise(path)))
  const reached = new Set(roots.flatMap(({ path, imports }) => [normalise(path), ...imports]))
  return [...roots, ...files.filter(({ path }) => !reached.has(normalise(path)))]
}
