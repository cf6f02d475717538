/** The models that a command is about: files as named, folders with all the `.merit` files in them. */
import { readdirSync, type Stats, statSync } from 'node:fs'
import { dataError, systemCode, usageError } from '../exit.ts'

const skipped = new Set(['node_modules', 'dist'])

/**
 * Each file once; those of a folder sorted by path.
 * @throws Stop if a path does not exist, or no model is found.
 */
export function findModels(paths: readonly string[]): string[] {
  const found = new Set(paths.flatMap(path => (stat(path).isDirectory() ? modelsIn(path) : [requireModel(path)])))
  if (found.size > 0) return [...found]
  throw usageError(
    `There is no .merit file in ${paths.map(path => (path === '.' ? 'this folder' : path)).join(', ')}.`,
    'merit init writes a first one.',
  )
}

function stat(path: string): Stats {
  try {
    return statSync(path)
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')
    if (missing) throw usageError(`${path}: there is no such file or folder.`)
    throw dataError(`${path} cannot be read (${systemCode(error)}).`)
  }
}

/** Whether the path is that of a bundle: one of JSON, where only models are asked for. */
export const isBundle = (path: string) => path.endsWith('.json')

export function requireModel(path: string): string {
  if (path.endsWith('.merit') || isBundle(path)) return path
  throw usageError(`${path} is not a Merit model: their names end in .merit, those of bundles in .json.`)
}

/** @throws Stop if one of the paths is a bundle's, saying what it has none of. */
export function refuseBundles(paths: readonly string[], lacking: string): void {
  const bundle = paths.find(isBundle)
  if (bundle !== undefined)
    throw usageError(`${bundle} is a bundle, which ${lacking}.`, 'Name the model that it was built from.')
}

function modelsIn(folder: string): string[] {
  const prefix = folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !skipped.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      if (entry.isDirectory()) return modelsIn(`${prefix}${entry.name}`)
      return entry.name.endsWith('.merit') ? [`${prefix}${entry.name}`] : []
    })
}
