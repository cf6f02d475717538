/** The repository around the working folder: its revisions, and what was where in them. Paths are from its top, with `/`. */
import { realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { usageError } from '../exit.ts'
import { fieldsOf, firstLine, git, lineOf, tryGit } from './git.ts'

/** Forty hexadecimal digits (sixty-four where the repository uses them). */
export type Commit = string

export interface Repository {
  readonly top: string
  /** Of the working folder: empty at the top, else with a `/` at its end. */
  readonly prefix: string
}

/** By working folder. */
const known = new Map<string, Repository>()

/** @throws Stop where the working folder is in none. */
export function repository(): Repository {
  const found = known.get(process.cwd()) ?? findRepository()
  known.set(process.cwd(), found)
  return found
}

function findRepository(): Repository {
  const { ok, bytes, said } = tryGit(['rev-parse', '--show-toplevel', '--show-prefix'])
  if (!ok && /not a git repository/i.test(said))
    throw usageError(
      'This folder is in no git repository, so that there are no revisions of it.',
      'Name files instead.',
    )
  if (!ok) throw usageError(`git cannot use this repository: ${firstLine(said)}`, said.split('\n').slice(1).join('\n'))
  const [top = '', prefix = ''] = bytes.toString('utf8').split('\n')
  return { top, prefix }
}

/** From the top. A path outside the repository begins with `..`. */
export function pathInRepository(path: string): string {
  return relative(repository().top, realPath(resolve(path))).replaceAll('\\', '/')
}

/** Of what does not exist the folder around it. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const folder = resolve(path, '..')
    return folder === path ? path : resolve(realPath(folder), relative(folder, path))
  }
}

// ---------------------------------------------------------------- revisions

/** Nothing where there is no such revision. */
export function findCommit(revision: string): Commit | undefined {
  if (revision === '' || revision.startsWith('-')) return undefined
  const { ok, bytes } = tryGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  return ok ? lineOf(bytes) : undefined
}

/** @throws Stop where there is no such revision, with what may help. */
export function commitOf(revision: string): Commit {
  repository()
  const found = findCommit(revision)
  if (found !== undefined) return found
  if (findCommit('HEAD') === undefined) throw usageError('Nothing is committed on this branch yet.')
  throw usageError(`There is no revision ${revision} in this repository.`, adviceFor(revision))
}

/** What helps where there is no such revision: it may be elsewhere, beyond what a shallow clone has, or written otherwise. */
export function adviceFor(revision: string): string {
  const [, from, to] = /^(.+?)\.{2,3}(.+)$/.exec(revision) ?? []
  if (from !== undefined) return `A range is written as its two sides: ${from} ${to}`
  if (!isInRepository()) return 'This folder is in no git repository, so that there are no revisions of it.'
  if (findCommit(`origin/${revision}`) !== undefined) return `There is origin/${revision}: name that.`
  return isShallow() ? shallowAdvice(revision) : generalAdvice(revision)
}

const isInRepository = () => tryGit(['rev-parse', '--git-dir']).ok

function generalAdvice(revision: string): string {
  const known = 'git branch --all lists the branches there are.'
  const at = atRemote(revision)
  return at ? `git fetch ${at.remote} ${at.name} may bring it; ${known}` : known
}

function shallowAdvice(revision: string): string {
  const at = atRemote(revision)
  return [
    'This is a shallow clone, which lacks most revisions.',
    at
      ? `Fetch it with git fetch --depth=1 ${at.remote} ${at.name}:${at.local}, or all of them with git fetch --unshallow.`
      : 'Fetch them with git fetch --unshallow.',
    'On GitHub, give actions/checkout `fetch-depth: 0`; on GitLab, set GIT_DEPTH to 0.',
  ].join('\n')
}

/** What a branch or tag is called there, and what to call it here so that the revision is found. Nothing where it can be none. */
function atRemote(revision: string) {
  const remotes = lineOf(tryGit(['remote']).bytes).split('\n')
  if (remotes[0] === '' || !isName(revision)) return undefined
  const remote = remotes.find(one => revision.startsWith(`${one}/`))
  if (remote === undefined) return { remote: remotes[0], name: revision, local: revision }
  return { remote, name: revision.slice(remote.length + 1), local: `refs/remotes/${revision}` }
}

/** Perhaps of a branch or tag, rather than a way from one, or a commit's own digits. */
const isName = (revision: string) => /^\w[\w./-]*$/.test(revision) && !/^(?:HEAD|[0-9a-f]{7,})$/.test(revision)

/** Older revisions may be missing. */
export function isShallow(): boolean {
  return lineOf(tryGit(['rev-parse', '--is-shallow-repository']).bytes) === 'true'
}

// ---------------------------------------------------------------- what was where

export type EntryKind = 'file' | 'folder'

/** Nothing where the path was not in the revision. */
export function kindAt(commit: Commit, path: string): EntryKind | undefined {
  if (path === '') return 'folder'
  const { ok, bytes } = tryGit(['cat-file', '-t', `${commit}:${path}`])
  return ok ? kinds[lineOf(bytes)] : undefined
}

const kinds: Readonly<Record<string, EntryKind>> = { blob: 'file', tree: 'folder' }

/** By path, what names the content of each file whose name ends in `.merit`; links and submodules are none. */
export function modelsAt(commit: Commit): ReadonlyMap<string, string> {
  const lines = fieldsOf(git('ls-tree', '-r', '-z', '--full-tree', commit))
  const files = lines.map(line => /^100\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line))
  return new Map(
    files.flatMap(match => {
      const [, content = '', path = ''] = match ?? []
      return path.endsWith('.merit') ? [[path, content] as const] : []
    }),
  )
}

/** Nothing where the path was no file in the revision. */
export function bytesAt(commit: Commit, path: string): Buffer | undefined {
  const { ok, bytes } = tryGit(['cat-file', 'blob', `${commit}:${path}`])
  return ok ? bytes : undefined
}

/**
 * Models that were renamed, as far as git takes them for that: their paths now, with those before.
 * @param after absent: the working folder, where what git does not know yet is not seen.
 */
export function renamesBetween(before: Commit, after: Commit | undefined): ReadonlyMap<string, string> {
  const options = ['-z', '-M', '--name-status', '--diff-filter=R', '--no-relative', '--no-ext-diff']
  const { top } = repository()
  const fields = fieldsOf(git('-C', top, 'diff', ...options, before, ...(after ? [after] : []), '--', '*.merit'))
  const renames = new Map<string, string>()
  for (let at = 0; at + 2 < fields.length; at += 3) renames.set(fields[at + 2] as string, fields[at + 1] as string)
  return renames
}
