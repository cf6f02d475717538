/** Model files as source texts. */
import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { SourceText } from '@merit-lang/language'
import { dataError, exitCodes, Stop, systemCode, usageError } from '../exit.ts'
import { complain } from '../terminal.ts'

/** Larger files are no models. In bytes. */
const largest = 64 * 1024 * 1024

/** @throws Stop if the file is missing, a folder, unreadable, no UTF-8 text or far too large. */
export function readSource(path: string): SourceText {
  return { path, text: textIn(path, readBytes(path)) }
}

/**
 * What each file gives. Of several files one that cannot be read is complained about, and the others go on.
 * @throws Stop if it is the only one.
 */
export function fromEach<T>(
  paths: readonly string[],
  read: (path: string) => T,
): { readonly given: readonly T[]; readonly unread: readonly string[] } {
  const refused = new Map<string, string>()
  const given = paths.flatMap(path => {
    try {
      return [read(path)]
    } catch (error) {
      if (paths.length === 1 || !(error instanceof Stop) || error.exit !== exitCodes.data) throw error
      refused.set(path, error.text)
      return []
    }
  })
  // An imported file may be refused once for each that imports it.
  for (const text of new Set(refused.values())) complain(text)
  return { given, unread: [...refused.keys()] }
}

/**
 * Reads imported files, each once: a source text is compared by identity. A missing one is for the checker to report.
 * @param read where they are kept, by path.
 */
export function importReader(read = new Map<string, SourceText | undefined>()) {
  return (path: string): SourceText | undefined => {
    if (!read.has(path)) read.set(path, existing(path))
    return read.get(path)
  }
}

function existing(path: string): SourceText | undefined {
  try {
    return { path, text: textIn(path, readFileSync(path)) }
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return undefined
  }
}

const misnamed: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: path => `${path}: there is no such file.`,
  ENOTDIR: path => `${path}: there is no such file.`,
  EISDIR: path => `${path} is a folder; name the model's file.`,
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw unreadable(path, systemCode(error) ?? '')
  }
}

function unreadable(path: string, code: string): Stop {
  const said = misnamed[code]?.(path)
  if (said !== undefined) return usageError(said)
  return dataError(`${path} cannot be read: ${code === 'EACCES' ? 'you have no permission' : code}.`)
}

/** @throws Stop where the bytes are no UTF-8 text, or far too many. */
export function textIn(path: string, bytes: Buffer): string {
  if (bytes.length > largest) throw dataError(`${path} is larger than 64 MB; is it a model?`)
  if (bytes.includes(0))
    throw dataError(`${path} is not a text file.`, 'Models are UTF-8 text; their names end in .merit.')
  if (!isUtf8(bytes))
    throw dataError(`${path}:${invalidLine(bytes)} has bytes that are not UTF-8 text.`, 'Save the file as UTF-8.')
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}

function invalidLine(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n')
  return lines.findIndex(line => !isUtf8(Buffer.from(line, 'latin1'))) + 1
}
