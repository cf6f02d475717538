/** The built command in folders of its own. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

const root = join(import.meta.dirname, '../..')
export const merit = join(root, 'packages/cli/dist/merit.mjs')

beforeAll(() => {
  if (!existsSync(merit)) spawnSync(process.execPath, [join(root, 'packages/cli/build.mjs')], { stdio: 'inherit' })
}, 60_000)

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

export type Files = Readonly<Record<string, string | Buffer>>

/** A new folder with these files, and the command in it, or in a folder inside. */
export function folderWith(files: Files, inside = '') {
  const folder = mkdtempSync(join(tmpdir(), 'merit-cli-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return {
    folder,
    read: (name: string) => readFileSync(join(folder, name), 'utf8'),
    names: () => readdirSync(folder).sort(),
    run: (line: string, input = '', env: Readonly<Record<string, string>> = {}) =>
      run(join(folder, inside), line, input, env),
  }
}

export interface Ended {
  readonly out: string
  readonly err: string
  readonly exit: number | null
  /** All three, as a page. */
  readonly page: string
}

const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '')

function run(cwd: string, line: string, input: string, extra: Readonly<Record<string, string>>): Ended {
  const { FORCE_COLOR: _, ...env } = process.env
  const ended = spawnSync(process.execPath, [merit, ...wordsOf(line)], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...env, NO_COLOR: '1', GITHUB_STEP_SUMMARY: '', ...extra },
  })
  const out = ended.stdout.replace(/\b[0-9a-f]{12}\b/g, '<revision>').replace(/\b[0-9a-f]{64}\b/g, '<hash>')
  const err = ended.stderr
  const parts = [
    `$ merit ${line}`,
    ...(out ? [out] : []),
    ...(err ? [`(stderr)\n${err}`] : []),
    `(exit ${ended.status})`,
  ]
  return { out, err, exit: ended.status, page: `${parts.map(part => part.trimEnd()).join('\n')}\n` }
}

/** A page in this folder, where a person can read it: what the command prints is compared with it. */
export const page = (name: string) => join(import.meta.dirname, `${name}.txt`)
