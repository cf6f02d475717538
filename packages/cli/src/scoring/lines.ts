/** NDJSON as it lies in the file: chunks of lines, scored by as many threads as there are processors. */
import { open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { type Fields, isFields } from '@merit-lang/leads'
import { peekFirst } from '../input/leads.ts'
import { type DataFile, unreadable } from '../input/open.ts'
import { Chunks, type FileChunk, type ReadInto } from './chunks.ts'
import { type Chunk, type Job, type LinesPart, type Spare, spareOf } from './part.ts'
import { Pool } from './pool.ts'

/** What is done with chunks of lines. */
export interface Work<Plan, P extends LinesPart> {
  /** The file that threads run, which do the same; without it all is done in this one. */
  readonly worker: string | undefined
  readonly scorer: (plan: Plan) => { readonly score: (job: Job) => P }
}

/**
 * Scores a file of NDJSON. The plan may depend on the first lead; parts are handed out in the order of the file, one after
 * the other, and are not to be used when `take` has resolved.
 */
export async function scoreLines<Plan, P extends LinesPart>(
  work: Work<Plan, P>,
  file: DataFile,
  planFor: (first: Fields | undefined) => Plan,
  take: (part: P) => Promise<void>,
): Promise<void> {
  const source = await openBytes(file)
  const chunks = new Chunks(source.read)
  try {
    const { first, all } = await peekFirst(chunks.all())
    const plan = planFor(first && firstRecord(first))
    const pool = first && !first.isLast ? poolFor(work, plan) : undefined
    for await (const part of pool ? pool.parts(all) : partsHere(work.scorer(plan), all)) {
      await take(part)
      chunks.giveBack(part.buffer)
      pool?.giveBack(part)
    }
  } finally {
    await source.close()
  }
}

/** A thread costs its start, which is worth it from the second chunk on. */
function poolFor<Plan, P extends LinesPart>({ worker }: Work<Plan, P>, plan: Plan): Pool<P> | undefined {
  const processors = availableParallelism()
  if (processors < 2 || worker === undefined) return undefined
  return new Pool<P>(require.resolve(worker), processors, plan)
}

async function* partsHere<P extends LinesPart>(
  scorer: { readonly score: (job: Job) => P },
  chunks: AsyncIterable<Chunk>,
): AsyncGenerator<P> {
  let spare: Spare | undefined
  for await (const chunk of chunks) {
    const part = scorer.score({ ...chunk, spare })
    yield part
    spare = spareOf(part)
  }
}

/** Of the first lines that hold one. */
function firstRecord({ buffer, end }: FileChunk): Fields | undefined {
  const bytes = Buffer.from(buffer, 0, end)
  for (let start = 0; start < end; ) {
    const found = bytes.indexOf('\n', start)
    const line = bytes.toString('utf8', start, found)
    const record = parsed(line)
    if (isFields(record)) return record
    start = found + 1
  }
  return undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface ByteSource {
  readonly read: ReadInto
  readonly close: () => Promise<void>
}

/** A file on disk is read where it is to be, without a copy in between. */
async function openBytes({ name, chunks, onDisk }: DataFile): Promise<ByteSource> {
  if (!onDisk) return fromStream(chunks)
  for await (const _ of chunks) break
  const failed = (error: unknown) => {
    throw unreadable(name, error)
  }
  const handle = await open(onDisk.path).catch(failed)
  return {
    read: async bytes => (await handle.read(bytes).catch(failed)).bytesRead,
    close: () => handle.close(),
  }
}

function fromStream(chunks: AsyncIterable<Buffer>): ByteSource {
  const iterator = chunks[Symbol.asyncIterator]()
  let rest: Uint8Array = Buffer.alloc(0)
  const read: ReadInto = async bytes => {
    while (rest.length === 0) {
      const next = await iterator.next()
      if (next.done) return 0
      rest = next.value
    }
    const count = Math.min(rest.length, bytes.length)
    bytes.set(rest.subarray(0, count))
    rest = rest.subarray(count)
    return count
  }
  return { read, close: async () => void (await iterator.return?.()) }
}
