/** Repositories for tests: of this machine's settings they know nothing. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const settings = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann Example',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann Example',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
}

export interface Scratch {
  readonly folder: string
  readonly git: (...args: readonly string[]) => string
  readonly write: (files: Readonly<Record<string, string>>) => void
  /** Everything that lies there. A commit a day, from 2026-03-01 on. */
  readonly commit: (subject: string) => string
  readonly remove: () => void
}

export function emptyFolder(): Scratch {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'merit-git-')))
  let day = 0
  const git = (...args: readonly string[]) => {
    const at = `2026-03-${String(Math.max(1, day)).padStart(2, '0')}T10:00:00Z`
    const env = { ...process.env, ...settings, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at }
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout.trim()
  }
  return {
    folder,
    git,
    write: files => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
    },
    commit: subject => {
      day++
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', subject)
      return git('rev-parse', 'HEAD')
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export function newRepository(files: Readonly<Record<string, string>>): Scratch {
  const scratch = emptyFolder()
  scratch.git('init', '-q', '-b', 'main')
  scratch.write(files)
  scratch.commit('First')
  return scratch
}
