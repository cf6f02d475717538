/** Where results go: standard output, or a file that appears whole or not at all. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { systemCode, usageError } from './exit.ts'
import { removeAtExit } from './temporary.ts'

export interface Output {
  /** Resolves when more may be written, and bytes may be used for something else. */
  readonly write: (text: string | Uint8Array) => Promise<void> | undefined
  /** Until it is called, a file does not appear. */
  readonly finish: () => Promise<void>
}

/** Written at once. In UTF-16 units. */
const block = 1 << 16

/**
 * Reports are often kept in a folder that only they are in.
 * @throws Stop if it cannot be made.
 */
export function makeFolderOf(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw usageError(`${path} cannot be written: its folder cannot be made (${systemCode(error)}).`)
  }
}

/**
 * @param inputs what the results are made from, which they never replace.
 * @throws Stop if the file cannot be written.
 */
export function openOutput(path: string | undefined, inputs: readonly string[]): Output {
  if (path !== undefined && inputs.some(input => sameFile(input, path)))
    throw usageError(`${path} is read for this; name another file for the results.`)
  return inBlocks(path === undefined ? standardOutput : fileOutput(path))
}

function inBlocks(output: Output): Output {
  let pending: string[] = []
  let length = 0
  const flush = () => {
    const text = pending.join('')
    pending = []
    length = 0
    return text === '' ? undefined : output.write(text)
  }
  return {
    write: text => {
      if (typeof text !== 'string') return then(flush(), () => output.write(text))
      pending.push(text)
      length += text.length
      return length >= block ? flush() : undefined
    },
    finish: async () => {
      await flush()
      await output.finish()
    },
  }
}

/** What is done at once stays so. */
function then(first: Promise<void> | undefined, second: () => Promise<void> | undefined): Promise<void> | undefined {
  return first ? first.then(second) : second()
}

const standardOutput: Output = {
  write: text => {
    if (typeof text !== 'string') return new Promise(resolve => process.stdout.write(text, () => resolve()))
    if (process.stdout.write(text)) return undefined
    return new Promise(resolve => process.stdout.once('drain', resolve))
  },
  finish: async () => {},
}

function fileOutput(path: string): Output {
  requireWritable(path)
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  const file = attempt(path, () => openSync(temporary, 'w'))
  const guard = removeAtExit(temporary)
  return {
    write: text => {
      attempt(path, () => writeAll(file, typeof text === 'string' ? Buffer.from(text) : text))
      return undefined
    },
    finish: async () => {
      attempt(path, () => fsyncSync(file))
      closeSync(file)
      attempt(path, () => renameSync(temporary, path))
      guard.keep()
    },
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function sameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map(path => statSync(path, { throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}

function requireWritable(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw usageError(`${path} is a folder; name the file that is to be written.`)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'you have no permission',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    const code = systemCode(error) ?? ''
    throw usageError(`${path} cannot be written: ${reasons[code] ?? code}.`)
  }
}
