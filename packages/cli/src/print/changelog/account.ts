/** What `merit changelog` has to tell, whatever it is printed as. */
import type { Step, Version } from '../../models/history.ts'
import { counted } from '../numbers.ts'

export interface ChangelogAccount {
  readonly model: string
  /** Of the model now, from the top of the repository. */
  readonly path: string
  /** Newest first. */
  readonly steps: readonly LoggedStep[]
  /** Commits that touched the model, changed nothing in its meaning and are not among the steps. */
  readonly silent: number
  /** The clone lacks older commits. */
  readonly cutOff: boolean
}

/** What lies in the folder is in no commit yet. */
export type LoggedStep = Omit<Step, 'commit'> & { readonly commit?: Step['commit'] }

export const shortCommit = (commit: string): string => commit.slice(0, 12)

/** `2026-03-01`; of what is not committed, that it is not. */
export const dayOf = ({ commit }: LoggedStep): string => commit?.date.slice(0, 10) ?? 'not committed'

/** `1a2b3c4d5e6f → 9f8e7d6c5b4a`; the same twice is said once. */
export function revisionsOf({ before, after }: LoggedStep): string {
  const [was, is] = [before?.program.revision, revisionOf(after)]
  if (is === undefined) return was ?? ''
  return was === undefined || was === is ? is : `${was} → ${is}`
}

const revisionOf = (version: Version) => (version.kind === 'program' ? version.program.revision : undefined)

/** What stands where there are no changes to list. */
export function remarkOf({ before, after, changes }: LoggedStep, { cutOff }: ChangelogAccount): string | undefined {
  if (after.kind === 'broken') return `cannot be read: ${after.why}`
  if (!before)
    return `${cutOff ? 'the first version in this clone' : 'the first version'}: ${contentsOf(after.program)}`
  return changes.length === 0 ? 'nothing changed in meaning' : undefined
}

function contentsOf({ scores, grades, stages }: Extract<Version, { kind: 'program' }>['program']): string {
  const parts = [counted(scores.length, 'score'), counted(grades.length, 'grade'), counted(stages.length, 'stage')]
  return parts.filter(part => !part.startsWith('0 ')).join(', ') || 'declarations alone'
}

export function summaryOf({ steps, silent }: ChangelogAccount): string {
  const versions = counted(steps.length, 'version')
  return silent === 0 ? `${versions}.` : `${versions}; ${counted(silent, 'commit')} changed nothing in meaning.`
}

export const cutOffText = 'This is a shallow clone: older commits are missing. git fetch --unshallow brings them.'

export function changelogAsData({ model, steps, silent, cutOff }: ChangelogAccount) {
  return { model, versions: steps.map(stepAsData), unchanged: silent, cutOff }
}

function stepAsData(step: LoggedStep) {
  const { commit, path, before, after, changes } = step
  return {
    ...(commit && { commit: commit.commit, date: commit.date, author: commit.author, subject: commit.subject }),
    path,
    ...(before && { before: before.program.revision }),
    ...(after.kind === 'program' ? { after: after.program.revision } : { error: after.why }),
    changes,
  }
}
