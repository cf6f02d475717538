/** The program git: run with a list of arguments, never through a shell. */
import { spawnSync } from 'node:child_process'
import { dataError, systemCode, usageError } from '../exit.ts'

export interface Ended {
  readonly ok: boolean
  readonly bytes: Buffer
  /** What it said to people. */
  readonly said: string
}

/** Its output is no larger than what a repository of models holds. In bytes. */
const maxBuffer = 512 * 1024 * 1024

/** @throws Stop where there is no git. */
export function tryGit(args: readonly string[]): Ended {
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
  const { status, stdout, stderr, error } = spawnSync('git', args, { env, maxBuffer, windowsHide: true })
  if (systemCode(error) === 'ENOENT')
    throw usageError(
      'The program git was not found; revisions are read with it.',
      'Install git, or name files instead.',
    )
  if (error) throw dataError(`git could not be run (${systemCode(error) ?? error.message}).`)
  return { ok: status === 0, bytes: stdout, said: stderr.toString('utf8').trim() }
}

/** @throws Stop where git refuses, with its reason. */
export function git(...args: readonly string[]): Buffer {
  const { ok, bytes, said } = tryGit(args)
  if (ok) return bytes
  throw dataError(`git ${args[0]} failed: ${firstLine(said)}`)
}

/** Without `fatal:`. */
export const firstLine = (said: string): string => (said.split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '')

export const lineOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/\r?\n$/, '')

/** What is separated by zero bytes, as with `-z`. */
export const fieldsOf = (bytes: Buffer): string[] => bytes.toString('utf8').split('\0').slice(0, -1)
