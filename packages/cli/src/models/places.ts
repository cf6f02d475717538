/** Where models are looked for: a path in a folder, or in a revision of git. */
import { statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import type { SourceText } from '@merit-lang/language'
import { usageError } from '../exit.ts'
import {
  adviceFor,
  bytesAt,
  type Commit,
  commitOf,
  type EntryKind,
  findCommit,
  kindAt,
  modelsAt,
  pathInRepository,
  repository,
} from '../git/repository.ts'
import { openBundleText } from './bundles.ts'
import { findModels, isBundle, requireModel } from './find.ts'
import { type LoadedProgram, loadProgram, loadText } from './load.ts'
import { normalise } from './paths.ts'
import { readSource, textIn } from './read.ts'

export interface Place {
  readonly kind: EntryKind | 'absent'
  /** In a revision from the top of the repository. */
  readonly path: string
  /** Absent: as it lies in the folder. */
  readonly commit?: Commit
  /** As people write it, of a path in it. */
  readonly labelOf: (path: string) => string
  /** The texts of all files with models in it; of a file its own. */
  readonly texts: () => readonly SourceText[]
  readonly load: (path: string) => Promise<LoadedProgram>
}

/** As it is written; a revision alone has no path yet. */
export type Written =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'revision'; readonly revision: string; readonly path: string | undefined }

/** What exists is a path, whatever it is called; so is what has a drive's letter, and what is called as models are. */
export function readPlace(text: string): Written {
  const [, revision, path] = /^([^:]+):(.*)$/s.exec(text) ?? []
  if (exists(text) || /^[a-z]:[\\/]/i.test(text)) return { kind: 'path', path: text }
  if (revision !== undefined) return { kind: 'revision', revision, path: fromTop(path ?? '') }
  if (text.endsWith('.merit') || isBundle(text)) return { kind: 'path', path: text }
  if (findCommit(text) === undefined)
    throw usageError(`${text} is neither a file nor a folder nor a revision.`, adviceFor(text))
  return { kind: 'revision', revision: text, path: undefined }
}

const exists = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined

/** As git reads it: from the top, unless it begins with `./` or `../`. */
function fromTop(path: string): string {
  const written = /^\.{1,2}(?:\/|$)/.test(path) ? pathInRepository(path) : path
  const parts = written.split('/').filter(part => part !== '' && part !== '.')
  if (parts.includes('..')) throw usageError(`${path} lies outside the repository.`)
  return parts.join('/')
}

// ---------------------------------------------------------------- in a folder

export function placeInFolder(written: string): Place {
  const path = isAbsolute(written) ? written : normalise(written) || '.'
  const found = statSync(path, { throwIfNoEntry: false })
  const kind = found === undefined ? 'absent' : found.isDirectory() ? 'folder' : 'file'
  if (kind === 'file') requireModel(path)
  return {
    ...{ kind, path },
    labelOf: one => one,
    texts: () => (kind === 'absent' ? [] : kind === 'file' ? [readSource(path)] : findModels([path]).map(readSource)),
    load: one => loadProgram(one),
  }
}

// ---------------------------------------------------------------- in a revision

/** @throws Stop where there is no such revision. */
export function placeInRevision(revision: string, path: string): Place {
  const commit = commitOf(revision)
  const labelOf = (one: string) => `${revision}:${one}`
  const read = readerAt(commit, labelOf)
  const kind = kindAt(commit, path) ?? 'absent'
  if (kind === 'file') requireModel(path)
  if (kind === 'absent') sayWhereItIs(commit, path, labelOf)
  const inside = () => [...modelsAt(commit).keys()].filter(one => path === '' || one.startsWith(`${path}/`))
  return {
    ...{ kind, path, commit, labelOf },
    texts: () => (kind === 'absent' ? [] : kind === 'file' ? [path] : inside()).flatMap(one => read(one) ?? []),
    load: async one => loadAt(one, read, labelOf),
  }
}

/** Files of a revision, each read once. */
function readerAt(commit: Commit, labelOf: (path: string) => string) {
  const known = new Map<string, SourceText | undefined>()
  return (path: string): SourceText | undefined => {
    if (!known.has(path)) {
      const bytes = bytesAt(commit, path)
      known.set(path, bytes && { path, text: textIn(labelOf(path), bytes) })
    }
    return known.get(path)
  }
}

async function loadAt(
  path: string,
  read: ReturnType<typeof readerAt>,
  labelOf: Place['labelOf'],
): Promise<LoadedProgram> {
  const label = labelOf(path)
  const source = read(path)
  if (!source) throw usageError(`${label}: there is no such file in that revision.`)
  if (!isBundle(path)) return loadText(source, read, labelOf)
  return { ...(await openBundleText({ path: label, text: source.text }, undefined)), files: [path] }
}

/** @throws Stop where the path was meant from the working folder. */
function sayWhereItIs(commit: Commit, path: string, labelOf: (path: string) => string): void {
  const { prefix } = repository()
  if (prefix === '' || kindAt(commit, `${prefix}${path}`) === undefined) return
  throw usageError(
    `${labelOf(path)}: paths in revisions begin at the top of the repository.`,
    `Write ${labelOf(`./${path}`)}, or ${labelOf(`${prefix}${path}`)}.`,
  )
}

/** Of a path in a folder, and in a revision, the one from the top. */
export function topPathOf({ commit, path }: Place): string {
  return commit === undefined ? pathInRepository(path) : path
}
