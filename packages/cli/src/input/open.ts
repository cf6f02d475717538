/** The bytes of a data file, as they come: a path, `-` for standard input, gzip or not. Memory is one chunk. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { TextFile } from '@merit-lang/leads'
import { dataError, systemCode, usageError } from '../exit.ts'
import { decodeUtf8 } from './decode.ts'
import { detectFormat } from './format.ts'

/** Its name is as the user wrote it; `standard input` for `-`. */
export interface DataFile extends TextFile {
  readonly chunks: AsyncIterable<Buffer>
  /** Where the same bytes can be read again, and how many there are: a file on disk that is not compressed. */
  readonly onDisk: { readonly path: string; readonly size: number } | undefined
}

/** @throws Stop if the file is missing, a directory, unreadable, empty or no text. */
export async function openData(path: string): Promise<DataFile> {
  const name = path === '-' ? 'standard input' : path
  const found = path === '-' ? undefined : await requireFile(path)
  const bytes = await peek(
    readable(name, path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 })),
  )
  const packed = isGzip(bytes.head)
  const plain = packed ? await peek(gunzipped(name, bytes.chunks)) : bytes
  const onDisk = found?.isFile() && !packed ? { path, size: found.size } : undefined
  const texts = (invalid: (line: number) => void) => decodeUtf8(plain.chunks, invalid)
  return { name, format: detectFormat(name, plain.head), chunks: plain.chunks, texts, onDisk }
}

/** Bytes on disk, or undefined where only reading would tell (standard input). Compressed files count eightfold. */
export async function sizeOf(path: string): Promise<number | undefined> {
  if (path === '-') return undefined
  const { size } = await requireFile(path)
  return /\.gz$/i.test(path) ? size * 8 : size
}

async function requireFile(path: string) {
  const found = await stat(path).catch(error => {
    throw unreadable(path, error)
  })
  if (found.isDirectory()) throw dataError(`${path} is a folder.`, 'Name one file of leads: CSV, JSON or NDJSON.')
  return found
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission to read it',
  EPERM: 'you have no permission to read it',
  EIO: 'the disk reports an error',
}

/** What the operating system says, for whoever named the file. */
export function unreadable(name: string, error: unknown): Error {
  const code = systemCode(error) ?? ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return usageError(`${name}: there is no such file.`)
  if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return dataError(`${name}: the compressed data is damaged.`)
  return code === '' ? (error as Error) : dataError(`${name} cannot be read: ${reasons[code] ?? code}.`)
}

async function* readable(name: string, stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (error) {
    throw unreadable(name, error)
  }
}

const isGzip = (head: Buffer) => head[0] === 0x1f && head[1] === 0x8b

function gunzipped(name: string, chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const source = Readable.from(chunks)
  const gunzip = createGunzip()
  source.on('error', error => gunzip.destroy(error))
  return readable(name, source.pipe(gunzip))
}

async function peek(stream: AsyncIterable<Buffer>): Promise<{ head: Buffer; chunks: AsyncIterable<Buffer> }> {
  const iterator = stream[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head = first.done ? Buffer.alloc(0) : first.value
  return { head, chunks: rejoined(head, iterator) }
}

async function* rejoined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
