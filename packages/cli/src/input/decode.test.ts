import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from './decode.ts'

async function decode(bytes: Buffer, chunk: number): Promise<{ text: string; invalid: number[] }> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const invalid: number[] = []
  let text = ''
  for await (const part of decodeUtf8(chunks(), line => invalid.push(line))) text += part
  return { text, invalid }
}

describe('decoding bytes', () => {
  it('characters of one to four bytes survive any cut', async () => {
    const text = 'aä€😀\nÜ\n'
    for (let size = 1; size <= 12; size++) expect(await decode(Buffer.from(text), size)).toEqual({ text, invalid: [] })
  })

  it('a byte order mark is left out', async () => {
    expect((await decode(Buffer.from('\uFEFFid\n'), 100)).text).toBe('id\n')
    expect((await decode(Buffer.from('\uFEFFid\n'), 1)).text).toBe('id\n')
  })

  it('names the lines with bytes of another encoding', async () => {
    const bytes = Buffer.concat([Buffer.from('one\n'), Buffer.from('M\xfcller\n', 'latin1'), Buffer.from('three\n')])
    for (const size of [3, 5, 100]) expect((await decode(bytes, size)).invalid).toEqual([2])
  })

  it('names the last line when the file ends in the middle of a character', async () => {
    expect((await decode(Buffer.from('a\n€').subarray(0, 4), 100)).invalid).toEqual([2])
  })
})
