/** `merit changelog MODEL`: what changed in a model's meaning, commit by commit; and which commit gave a revision. */
import { changesBetween } from '@merit-lang/insight'
import { type ExitCode, exitCodes, Stop, usageError } from '../exit.ts'
import { commitsOfModels, commitsSince } from '../git/log.ts'
import { type Commit, commitOf, isShallow, kindAt } from '../git/repository.ts'
import { refuseBundles } from '../models/find.ts'
import { History, versionOf } from '../models/history.ts'
import { type Place, placeInFolder, placeInRevision, readPlace, topPathOf } from '../models/places.ts'
import { importReader } from '../models/read.ts'
import { type ChangelogAccount, changelogAsData, type LoggedStep } from '../print/changelog/account.ts'
import { changelogAsMarkdown } from '../print/changelog/markdown.ts'
import { renderChangelog } from '../print/changelog/pretty.ts'
import { startProgress } from '../progress.ts'
import { print, screenOf } from '../terminal.ts'

export const changelogFormats = ['pretty', 'json', 'markdown'] as const

export interface ChangelogOptions {
  readonly format: (typeof changelogFormats)[number]
  readonly since?: string
  readonly revision?: string
  readonly all?: boolean
}

/** Findings where no version has the revision that is asked for. */
export async function changelog(model: string, options: ChangelogOptions): Promise<ExitCode> {
  const place = openModel(model)
  const head = place.commit ?? commitOf('HEAD')
  const path = topPathOf(place)
  if (kindAt(head, path) !== 'file')
    throw usageError(`${model} is not committed: it has no history yet.`, `git add ${model} and git commit begin it.`)
  const since = options.since === undefined ? undefined : commitOf(options.since)
  const steps = [...stepInFolder(place, head, path), ...stepsOf(head, path, since)]
  const account = { ...accountOf(model, steps, options), path }
  print(formats[options.format](account))
  return exitCodes.done
}

function openModel(model: string): Place {
  refuseBundles([model], 'has no history of its own')
  const written = readPlace(model)
  if (written.kind === 'revision' && written.path === undefined)
    throw usageError(`${model} is a revision.`, `Name a model in it: ${model}:models/acme.merit`)
  const place =
    written.kind === 'path' ? placeInFolder(written.path) : placeInRevision(written.revision, written.path ?? '')
  if (place.kind === 'folder') throw usageError(`${model} is a folder; name the model's file.`)
  if (place.kind === 'absent') throw usageError(`${model}: there is no such file.`, whereItWas)
  return place
}

const whereItWas = 'Of a model that was removed, name a revision that has it, as in main:models/acme.merit.'

const formats = {
  pretty: account => renderChangelog(account, screenOf(process.stdout)),
  json: account => JSON.stringify(changelogAsData(account), null, 2),
  markdown: changelogAsMarkdown,
} satisfies { [F in ChangelogOptions['format']]: (account: ChangelogAccount) => string }

// ---------------------------------------------------------------- steps, newest first

/** What is older is read, too, where it has to be compared with. */
function stepsOf(head: Commit, path: string, since: Commit | undefined): readonly LoggedStep[] {
  const commits = commitsOfModels(head)
  const wanted = since === undefined ? undefined : commitsSince(since, head)
  const history = new History(commits, path)
  const asked = commits.filter(({ commit }) => wanted?.has(commit) ?? true)
  const progress = startProgress('commits', 1)
  const steps = asked.flatMap((commit, i) => {
    progress.step(1, i / asked.length)
    return history.step(commit) ?? []
  })
  progress.done()
  return steps
}

/** What lies in the folder, where it means something else than what was committed last. */
function stepInFolder(place: Place, head: Commit, path: string): readonly LoggedStep[] {
  if (place.commit !== undefined) return []
  const after = versionOf(place.path, importReader())
  const before = new History([{ commit: head, parents: [], date: '', author: '', subject: '' }], path).versionAt(
    head,
    path,
  )
  if (after.kind === 'broken') return before.kind === 'broken' ? [] : [{ path, before, after, changes: [] }]
  if (before.kind === 'broken') return [{ path, after, changes: [] }]
  const changes = changesBetween(before.program, after.program).entries
  return changes.length === 0 ? [] : [{ path, before, after, changes }]
}

// ---------------------------------------------------------------- which of them are told

function accountOf(model: string, steps: readonly LoggedStep[], options: ChangelogOptions) {
  const { all, revision } = options
  const cutOff = options.since === undefined && isShallow()
  if (revision !== undefined) return { model, steps: withRevision(steps, revision, model), silent: 0, cutOff }
  const told = steps.filter(step => all || !isSilent(step))
  return { model, steps: told, silent: steps.length - told.length, cutOff }
}

const isSilent = ({ before, after, changes }: LoggedStep) =>
  before !== undefined && after.kind === 'program' && changes.length === 0

/** The commits that brought the revision about. */
function withRevision(steps: readonly LoggedStep[], revision: string, model: string): readonly LoggedStep[] {
  if (!/^[0-9a-f]{4,}$/.test(revision))
    throw usageError(
      `${revision} is no model's revision: those are twelve hexadecimal digits, of which four are enough.`,
    )
  const found = steps.filter(
    ({ before, after }) =>
      after.kind === 'program' &&
      after.program.revision.startsWith(revision) &&
      before?.program.revision !== after.program.revision,
  )
  if (found.length > 0) return found
  const advice =
    'It may be on another branch (REVISION:PATH names a model there), or come from another version of merit.'
  throw new Stop(exitCodes.findings, `No committed version of ${model} has the revision ${revision}.`, advice)
}
