import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Chunks, type ReadInto } from './chunks.ts'

/** Reads a few bytes at a time, as streams do. */
function readerOf(bytes: Uint8Array, step: number): ReadInto {
  let at = 0
  return async into => {
    const part = bytes.subarray(at, at + Math.min(step, into.length))
    into.set(part)
    at += part.length
    return part.length
  }
}

async function chunksOf(text: string, size: number, step = 7): Promise<string[]> {
  const chunks = new Chunks(readerOf(Buffer.from(text), step), size)
  const found: string[] = []
  for await (const { buffer, end } of chunks.all()) {
    found.push(Buffer.from(buffer, 0, end).toString())
    chunks.giveBack(buffer)
  }
  return found
}

describe('chunks of a file', () => {
  it.each([
    ['', 10, ['']],
    ['a', 10, ['a\n']],
    ['a\nb\n', 10, ['a\nb\n']],
    ['aaaa\nbbbb\ncccc', 6, ['aaaa\n', 'bbbb\n', 'cccc\n']],
    ['a\nbbbbbbbbbbbb\nc\n', 4, ['a\n', 'bbbbbbbbbbbb\nc\n']],
    ['\uFEFFa\n', 10, ['   a\n']],
  ])('%j, %d bytes each: %j', async (text, size, expected) => {
    expect(await chunksOf(text, size)).toEqual(expected)
  })

  it('are whole lines, and together the file', async () => {
    const file = fc.array(fc.constantFrom('a', 'bb\n', '\n', 'cccccccc', 'é\n', '\r\n'), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 40 }),
        async (parts, size, step) => {
          const text = parts.join('')
          const chunks = await chunksOf(text, size, step)
          expect(chunks.join('')).toBe(text === '' || text.endsWith('\n') ? text : `${text}\n`)
          for (const chunk of chunks) expect(chunk === '' || chunk.endsWith('\n')).toBe(true)
        },
      ),
    )
  })

  it('leave out a line that is too long, and say so', async () => {
    const long = 'x'.repeat((1 << 26) + 10)
    const chunks = new Chunks(readerOf(Buffer.from(`a\n${long}\nb\n`), 1 << 20), 1 << 16)
    const found: [string, boolean][] = []
    for await (const { buffer, end, isCut } of chunks.all()) found.push([Buffer.from(buffer, 0, end).toString(), isCut])
    expect(found).toEqual([
      ['a\n', false],
      ['', true],
      ['b\n', false],
    ])
  })
})
