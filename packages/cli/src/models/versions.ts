/** Models as they are in two places: files, folders, bundles, or revisions of git, paired. */
import { dataError } from '../exit.ts'
import type { LoadedProgram } from './load.ts'

/** One model in one place. */
export interface ModelVersion {
  /** For people, as git writes it: `models/acme.merit`, `main:models/acme.merit`. */
  readonly label: string
  /** Of the file in its place, with `/`. */
  readonly path: string
  /** Forty hexadecimal digits; absent for what lies in a folder. */
  readonly commit?: string
  /** @throws Stop after its errors were printed, if it is refused or cannot be read. */
  readonly load: () => Promise<LoadedProgram>
}

/** A model in both places, or in one of them: new, or removed. */
export interface ModelPair {
  /** Its path now, or, where it was removed, before. */
  readonly name: string
  readonly before?: ModelVersion
  readonly after?: ModelVersion
}

/**
 * Each of `base` and `head` is a file, a folder, a bundle, `REVISION:PATH` as git has it (from the top of the repository; from the working
 * folder with `./`), or a revision alone, which is the path of the other in it. What exists in the folder is no revision.
 * A model that was renamed between the two is one.
 * @throws Stop where one of them cannot be read, or neither has a model.
 */
export function openPairs(_base: string, _head: string): readonly ModelPair[] {
  throw dataError('not yet')
}
