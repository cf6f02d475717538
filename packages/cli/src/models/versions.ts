/** Models as they are in two places: files, folders, bundles, or revisions of git, paired. */
import type { SourceText } from '@merit-lang/language'
import { usageError } from '../exit.ts'
import { renamesBetween, repository } from '../git/repository.ts'
import { isBundle } from './find.ts'
import type { LoadedProgram } from './load.ts'
import { type Place, placeInFolder, placeInRevision, readPlace, topPathOf, type Written } from './places.ts'
import { declaredName, modelsAmong } from './roots.ts'

/** One model in one place. */
export interface ModelVersion {
  /** For people, as git writes it: `models/acme.merit`, `main:models/acme.merit`. */
  readonly label: string
  /** Of the file in its place, with `/`; in a revision from the top of the repository. */
  readonly path: string
  /** Forty hexadecimal digits; absent for what lies in a folder. */
  readonly commit?: string
  /** @throws Stop after its errors were printed, if it is refused or cannot be read. */
  readonly load: () => Promise<LoadedProgram>
}

/** A model in both places, or in one of them: new, or removed. */
export interface ModelPair {
  /** Its path now, or, where it was removed, before; of folders within them. */
  readonly name: string
  readonly before?: ModelVersion
  readonly after?: ModelVersion
  /** Where a file was named and is not there: its label. */
  readonly missing?: string
  /** Files were named, not folders. */
  readonly ofFiles: boolean
}

/**
 * Each of `base` and `head` is a file, a folder, a bundle, `REVISION:PATH` as git has it (from the top of the repository; from the working
 * folder with `./`), or a revision alone, which is the path of the other in it. What exists in the folder is no revision.
 * A model that was renamed between the two is one, as far as git sees that.
 * @throws Stop where one of them cannot be read, or neither has a model.
 */
export function openPairs(base: string, head: string): readonly ModelPair[] {
  const [one, other] = openPlaces(readPlace(base), readPlace(head))
  const kinds = new Set([one.kind, other.kind].filter(kind => kind !== 'absent'))
  if (kinds.size === 0) throw usageError(`There is neither ${one.labelOf(one.path)} nor ${other.labelOf(other.path)}.`)
  if (kinds.size > 1)
    throw usageError(`Of ${base} and ${head} one is a folder and the other a file.`, 'Name two files, or two folders.')
  const pairs = kinds.has('file') ? [pairOfFiles(one, other)] : pairsOfFolders(one, other)
  if (pairs.length === 0) throw usageError(`There is no model in ${base} or ${head}.`)
  return pairs
}

function openPlaces(base: Written, head: Written): readonly [Place, Place] {
  const [one, other] = [withPath(base), withPath(head)]
  if (one && other) return [one, other]
  if (one) return [one, sameIn(head, one)]
  if (other) return [sameIn(base, other), other]
  const folder = placeInRevision(revisionOf(head), repository().prefix.replace(/\/$/, ''))
  return [sameIn(base, folder), folder]
}

/** Nothing for a revision alone. */
function withPath(written: Written): Place | undefined {
  if (written.kind === 'path') return placeInFolder(written.path)
  return written.path === undefined ? undefined : placeInRevision(written.revision, written.path)
}

const sameIn = (written: Written, place: Place) => placeInRevision(revisionOf(written), topPathOf(place))
const revisionOf = (written: Written) => (written.kind === 'revision' ? written.revision : '')

// ---------------------------------------------------------------- pairs

function pairOfFiles(before: Place, after: Place): ModelPair {
  const [was, is] = [renamedFrom(before, after), renamedTo(before, after)]
  const missing = was === undefined ? before : is === undefined ? after : undefined
  const pair = pairOf(is ?? after.path, [before, was], [after, is])
  return { ...pair, ofFiles: true, ...(missing && { missing: missing.labelOf(missing.path) }) }
}

/** What the later path was called, where the earlier place does not have it. */
function renamedFrom(before: Place, after: Place): string | undefined {
  if (before.kind === 'file') return before.path
  return samePath(before, after) ? renames(before, after).get(topPathOf(after)) : undefined
}

function renamedTo(before: Place, after: Place): string | undefined {
  if (after.kind === 'file') return after.path
  if (!samePath(before, after)) return undefined
  const [found] = [...renames(before, after)].find(([, was]) => was === topPathOf(before)) ?? []
  return found
}

/** Of both sides of one repository, of which the earlier one is a revision. */
function samePath(before: Place, after: Place): boolean {
  return before.commit !== undefined && !isBundle(after.path) && topPathOf(before) === topPathOf(after)
}

function renames({ commit = '' }: Place, after: Place): ReadonlyMap<string, string> {
  return renamesBetween(commit, after.commit)
}

type Version = readonly [place: Place, path: string | undefined]

function pairOf(name: string, before: Version, after: Version): ModelPair {
  const [was, is] = [versionOf(before), versionOf(after)]
  return { name, ofFiles: false, ...(was && { before: was }), ...(is && { after: is }) }
}

function versionOf([place, path]: Version): ModelVersion | undefined {
  if (path === undefined) return undefined
  const { commit, labelOf, load } = place
  return { label: labelOf(path), path, ...(commit && { commit }), load: () => load(path) }
}

/** What is a model of its own on one side is compared with its file on the other, whatever it is there. */
function pairsOfFolders(before: Place, after: Place): readonly ModelPair[] {
  const [ofBefore, ofAfter] = [modelsIn(before), modelsIn(after)]
  const formerly = formerNames(before, after, ofBefore, ofAfter)
  const used = new Set(formerly.values())
  const names = [
    ...ofAfter.models,
    ...ofBefore.models.filter(name => !ofAfter.models.includes(name) && !used.has(name)),
  ]
  return names.map(name => {
    const was = formerly.get(name) ?? name
    return pairOf(name, [before, ofBefore.files.get(was)?.path], [after, ofAfter.files.get(name)?.path])
  })
}

interface Models {
  /** By their paths in the folder, those that are models of their own. */
  readonly models: readonly string[]
  /** By their paths in the folder, all files. */
  readonly files: ReadonlyMap<string, SourceText>
}

function modelsIn(place: Place): Models {
  const texts = place.texts()
  return {
    models: modelsAmong(texts).map(path => insideOf(place, path)),
    files: new Map(texts.map(text => [insideOf(place, text.path), text])),
  }
}

function insideOf({ path: folder }: Place, path: string): string {
  const prefix = folder === '' || folder === '.' ? '' : `${folder.replace(/\/+$/, '')}/`
  return path.startsWith(prefix) ? path.slice(prefix.length) : path
}

/** Of what is new in the later folder, what it was called: as git has it, else what calls itself the same. */
function formerNames(before: Place, after: Place, was: Models, is: Models): ReadonlyMap<string, string> {
  const gone = was.models.filter(name => !is.files.has(name))
  const come = is.models.filter(name => !was.files.has(name))
  const known = gone.length > 0 && samePath(before, after) ? renamesInside(before, after) : new Map<string, string>()
  const calledSame = (name: string) => {
    const called = nameIn(is, name)
    const partners = gone.filter(one => called !== undefined && nameIn(was, one) === called)
    return partners.length === 1 ? partners[0] : undefined
  }
  return new Map(
    come.flatMap(name => {
      const formerly = known.get(name) ?? calledSame(name)
      return formerly !== undefined && gone.includes(formerly) ? [[name, formerly] as const] : []
    }),
  )
}

function nameIn({ files }: Models, name: string): string | undefined {
  const source = files.get(name)
  return source && declaredName(source)
}

/** By their paths in the folder; what came from outside is new. */
function renamesInside(before: Place, after: Place): ReadonlyMap<string, string> {
  const prefix = topPathOf(after) === '' ? '' : `${topPathOf(after)}/`
  const inside = [...renames(before, after)].filter(paths => paths.every(path => path.startsWith(prefix)))
  return new Map(inside.map(([is, was]) => [is.slice(prefix.length), was.slice(prefix.length)]))
}
