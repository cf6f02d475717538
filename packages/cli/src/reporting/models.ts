/** The models that a report is about. */
import { statSync } from 'node:fs'
import { usageError } from '../exit.ts'
import { isBundle } from '../models/find.ts'
import { placeInFolder, readPlace } from '../models/places.ts'
import { modelsAmong } from '../models/roots.ts'
import { type ModelVersion, openPairs } from '../models/versions.ts'

export interface ReportedModel {
  /** As people write it. */
  readonly path: string
  readonly after: ModelVersion
  readonly before?: ModelVersion
  /** It was to be compared, and was not there. */
  readonly isNew: boolean
  /** Its file, where it may have tests. */
  readonly source?: string
  /** Files beside it that may have tests of it. */
  readonly tests: readonly string[]
}

/**
 * Each once; those of a folder are the ones that others do not import.
 * @throws Stop where one is not there, or a folder has none.
 */
export function openReported(paths: readonly string[], base: string | undefined): readonly ReportedModel[] {
  if (base !== undefined && readPlace(base).kind === 'path') requireThere(base)
  const models = paths.flatMap(path => {
    requireThere(path)
    return base === undefined ? modelsIn(path) : comparedIn(path, base)
  })
  return [...new Map(models.map(model => [model.path, model])).values()]
}

function requireThere(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    throw usageError(`${path}: there is no such file or folder.`)
}

function modelsIn(written: string): readonly ReportedModel[] {
  const place = placeInFolder(written)
  const files = filesIn(written)
  const models = place.kind === 'folder' ? modelsAmong(place.texts()) : [place.path]
  if (models.length === 0) throw usageError(`There is no model in ${written}.`)
  return models.map(path => {
    const after = { label: path, path, load: () => place.load(path) }
    return { path, after, isNew: false, ...testsOf(path, files) }
  })
}

/** What is only in the base is not reported about. */
function comparedIn(written: string, base: string): readonly ReportedModel[] {
  const files = filesIn(written)
  const models = openPairs(base, written).flatMap(({ before, after }) =>
    after ? [{ path: after.label, after, before, isNew: before === undefined, ...testsOf(after.path, files) }] : [],
  )
  if (models.length === 0) throw usageError(`There is no model in ${written}.`)
  return models
}

/** Files of a folder; of a file none but itself. */
function filesIn(written: string): readonly string[] {
  const place = placeInFolder(written)
  return place.kind === 'folder' ? place.texts().map(({ path }) => path) : []
}

function testsOf(path: string, files: readonly string[]): Pick<ReportedModel, 'source' | 'tests'> {
  return isBundle(path) ? { tests: [] } : { source: path, tests: files.filter(file => file !== path) }
}
