/** The models of two sides that belong together: two files, or in two folders those of one relative path. */
import { statSync } from 'node:fs'
import { usageError } from '../exit.ts'
import { findModels } from './find.ts'

export interface Pairs {
  readonly pairs: readonly (readonly [before: string, after: string])[]
  /** Models whose folder has a partner that lacks them. */
  readonly onlyIn: { readonly before: readonly string[]; readonly after: readonly string[] }
}

/** @throws Stop if one is a folder and the other is not, or where a folder has no models. */
export function pairsOf(before: string, after: string): Pairs {
  const [folder, other] = [isFolder(before), isFolder(after)]
  if (folder !== other)
    throw usageError(
      `${folder ? before : after} is a folder, ${folder ? after : before} is not.`,
      'Name two files, or two folders.',
    )
  if (!folder) return { pairs: [[before, after]], onlyIn: { before: [], after: [] } }
  const [ofBefore, ofAfter] = [modelsBelow(before), modelsBelow(after)]
  return {
    pairs: [...ofBefore].flatMap(([name, path]) => (ofAfter.has(name) ? [[path, ofAfter.get(name) as string]] : [])),
    onlyIn: { before: without(ofBefore, ofAfter), after: without(ofAfter, ofBefore) },
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** By their paths in the folder. */
function modelsBelow(folder: string): ReadonlyMap<string, string> {
  const prefix = folder === '.' ? 0 : folder.replace(/\/+$/, '').length + 1
  return new Map(findModels([folder]).map(path => [path.slice(prefix), path]))
}

function without(models: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): readonly string[] {
  return [...models].flatMap(([name, path]) => (others.has(name) ? [] : [path]))
}
