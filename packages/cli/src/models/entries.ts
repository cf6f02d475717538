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

/** Without those that others import, as long as each file is reached: of a circle one is kept. */
export function withoutImported(files: readonly CheckedFile[]): readonly CheckedFile[] {
  const imported = new Set(files.flatMap(({ path, imports }) => [...imports].filter(it => it !== normalise(path))))
  const reached = new Set<string>()
  const inOrder = [...files].sort(
    (a, b) => Number(imported.has(normalise(a.path))) - Number(imported.has(normalise(b.path))),
  )
  const kept = inOrder.filter(({ path, imports }) => {
    if (reached.has(normalise(path))) return false
    for (const file of [normalise(path), ...imports]) reached.add(file)
    return true
  })
  return files.filter(file => kept.includes(file))
}
