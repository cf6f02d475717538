/** Commits in which models were touched. */
import { git, lineOf } from './git.ts'
import type { Commit } from './repository.ts'

export interface LoggedCommit {
  readonly commit: Commit
  /** The nearest older ones in which models are as they were right before it. */
  readonly parents: readonly Commit[]
  /** When it was written: `2026-03-01T10:00:00+01:00`. */
  readonly date: string
  readonly author: string
  readonly subject: string
}

const unit = '\x1f'
const format = ['%H', '%P', '%aI', '%an', '%s'].join('%x1f')

/**
 * Each before its parents, the first with models as they are in `head`. Merges of which one side has the models as they are merged
 * are left out, with the other side.
 */
export function commitsOfModels(head: Commit): readonly LoggedCommit[] {
  const options = ['--topo-order', '--parents', '-z', `--format=${format}`]
  const lines = git('log', ...options, head, '--', ':(top)*.merit')
    .toString('utf8')
    .split('\0')
  return lines.filter(Boolean).map(line => {
    const [commit = '', parents = '', date = '', author = '', subject = ''] = line.split(unit)
    return { commit, parents: parents.split(' ').filter(Boolean), date, author, subject }
  })
}

/** Those that `head` has and `since` has not. */
export function commitsSince(since: Commit, head: Commit): ReadonlySet<Commit> {
  return new Set(lineOf(git('rev-list', head, `^${since}`)).split('\n'))
}
