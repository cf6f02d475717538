import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Chunk, LinesPart } from './part.ts'
import { Pool } from './pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'merit-pool-'))
afterAll(() => rmSync(folder, { recursive: true }))

function worker(name: string, body: string): string {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', job => { ${body} })`)
  return file
}

/** Chunks that are told apart by their ends. */
async function* chunks(count: number): AsyncGenerator<Chunk> {
  for (let end = 0; end < count; end++) yield { buffer: new SharedArrayBuffer(8), end, isCut: false }
}

type Ended = LinesPart & { readonly end: number }

async function endsOf(pool: Pool<Ended>, count: number): Promise<number[]> {
  const ends: number[] = []
  for await (const part of pool.parts(chunks(count))) ends.push(part.end)
  return ends
}

describe('scoring threads', () => {
  it('give parts in the order of the chunks, however long each takes', async () => {
    const file = worker(
      'slow',
      'if (job.end % 3 === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20); parentPort.postMessage({ end: job.end })',
    )
    expect(await endsOf(new Pool(file, 3, {}), 12)).toEqual(Array.from({ length: 12 }, (_, end) => end))
  })

  it.each([
    ['throws', "if (job.end === 4) throw new Error('broken'); parentPort.postMessage({ end: job.end })", 'broken'],
    ['ends', 'if (job.end === 4) process.exit(0); parentPort.postMessage({ end: job.end })', 'ended before its work'],
  ])('where one %s, so does the run', async (name, body, message) => {
    await expect(endsOf(new Pool(worker(name, body), 2, {}), 12)).rejects.toThrow(message)
  })
})
