/** A model's versions, commit by commit, each held against the one before. */
import { type Change, changesBetween } from '@merit-lang/insight'
import { check, type Diagnostic, lower, placeOf, type SourceText } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { Stop } from '../exit.ts'
import { git } from '../git/git.ts'
import type { LoggedCommit } from '../git/log.ts'
import { type Commit, modelsAt, renamesBetween } from '../git/repository.ts'
import { textIn } from './read.ts'

/** What a commit made of the model. */
export interface Step {
  readonly commit: LoggedCommit
  readonly path: string
  readonly after: Version
  /** The one before that had no errors; of a merge that on the first side. Absent where there was none. */
  readonly before?: ProgramVersion
  /** Of a merge, only what is on neither side. */
  readonly changes: readonly Change[]
}

export type Version = ProgramVersion | { readonly kind: 'broken'; readonly why: string }
export interface ProgramVersion {
  readonly kind: 'program'
  readonly program: Program
}

/** A version with what it was read from: it is that of every commit in which these files are the same. */
interface Read {
  readonly version: Version
  readonly path: string
  /** By path the name of the content; nothing where the file was missing. */
  readonly files: ReadonlyMap<string, string | undefined>
}

export class History {
  private readonly read: Read[] = []
  private readonly models = new Map<Commit, ReadonlyMap<string, string>>()
  private readonly texts = new Map<string, SourceText>()
  private readonly paths = new Map<Commit, string>()
  private readonly commits: ReadonlyMap<Commit, LoggedCommit>

  /**
   * @param commits as they are logged, the first with the model at `path`.
   */
  constructor(commits: readonly LoggedCommit[], path: string) {
    this.commits = new Map(commits.map(one => [one.commit, one]))
    const [first] = commits
    if (first) this.paths.set(first.commit, path)
  }

  /** Nothing for a commit in which neither the model nor what it imports was touched. Commits are asked for in their order. */
  step(commit: LoggedCommit): Step | undefined {
    const path = this.paths.get(commit.commit)
    if (path === undefined) return undefined
    const parents = commit.parents.flatMap(parent => this.versionBefore(parent, commit.commit, path) ?? [])
    const after = this.versionAt(commit.commit, path)
    if (parents.includes(after)) return undefined
    const sound = commit.parents.flatMap(parent => this.soundFrom(parent) ?? [])
    const changes =
      after.kind === 'program' ? inAll(sound.map(({ program }) => changesBetween(program, after.program).entries)) : []
    return { commit, path, after, ...(sound[0] && { before: sound[0] }), changes }
  }

  private versionBefore(parent: Commit, commit: Commit, path: string): Version | undefined {
    const before = this.modelsOf(parent).has(path) ? path : renamesBetween(parent, commit).get(path)
    if (before === undefined) return undefined
    if (!this.paths.has(parent)) this.paths.set(parent, before)
    return this.versionAt(parent, before)
  }

  /** The version of the commit, or, where that has errors, the next older one that has none. */
  private soundFrom(commit: Commit): ProgramVersion | undefined {
    const seen = new Set<Commit>()
    for (let at: Commit | undefined = commit; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const path = this.paths.get(at)
      if (path === undefined) return undefined
      const version = this.versionAt(at, path)
      if (version.kind === 'program') return version
      const [parent]: readonly Commit[] = this.commits.get(at)?.parents ?? []
      if (parent !== undefined) this.versionBefore(parent, at, path)
      at = parent
    }
    return undefined
  }

  versionAt(commit: Commit, path: string): Version {
    const models = this.modelsOf(commit)
    const isSame = (one: Read) =>
      one.path === path && [...one.files].every(([file, content]) => models.get(file) === content)
    const known = this.read.find(isSame) ?? this.readVersion(models, path)
    return known.version
  }

  private readVersion(models: ReadonlyMap<string, string>, path: string): Read {
    const files = new Map<string, string | undefined>()
    const text = (file: string): SourceText | undefined => {
      const content = models.get(file)
      files.set(file, content)
      return content === undefined ? undefined : this.textOf(file, content)
    }
    const found = { version: versionOf(path, text), path, files }
    this.read.push(found)
    return found
  }

  private modelsOf(commit: Commit): ReadonlyMap<string, string> {
    const found = this.models.get(commit) ?? modelsAt(commit)
    this.models.set(commit, found)
    return found
  }

  private textOf(path: string, content: string): SourceText {
    const key = `${content} ${path}`
    const found = this.texts.get(key) ?? { path, text: textIn(path, git('cat-file', 'blob', content)) }
    this.texts.set(key, found)
    return found
  }
}

/** @param read nothing for a missing file. */
export function versionOf(path: string, read: (path: string) => SourceText | undefined): Version {
  try {
    const source = read(path)
    if (!source) return { kind: 'broken', why: `${path} is missing` }
    const { model, diagnostics } = check(source, { read })
    return model ? { kind: 'program', program: lower(model).program } : { kind: 'broken', why: firstError(diagnostics) }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { kind: 'broken', why: error.message }
  }
}

function firstError(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (!first) return ''
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : ''
  return `${placeOf(first.span)} ${first.name}${more}`
}

/** What each of them has. */
function inAll(lists: readonly (readonly Change[])[]): readonly Change[] {
  const [first = [], ...others] = lists
  return first.filter(change => others.every(list => list.some(one => identity(one) === identity(change))))
}

const identity = ({ kind, subject, name, within }: Change) => JSON.stringify([kind, subject, name, within])
