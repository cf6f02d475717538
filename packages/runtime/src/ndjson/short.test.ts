import { describe, expect, it } from 'vitest'
import { longestShort, numberAt, ShortNumbers } from './short.ts'
import { Source } from './source.ts'

const encoder = new TextEncoder()
const letters = 'abcdéghijklmnop'

function sourceOf(text: string): Source {
  const c = new Source()
  const bytes = new Uint8Array(text.length * 3 + 64)
  encoder.encodeInto(text, bytes)
  c.load(bytes)
  return c
}

/** Of strings of so many bytes, each with its length as its number. */
function numbersOf(strings: readonly string[]): ShortNumbers {
  const numbers = new ShortNumbers()
  for (const string of strings) {
    const { length } = encoder.encode(string)
    numbers.add(sourceOf(string), 0, length, length)
  }
  return numbers
}

const strings = Array.from({ length: longestShort }, (_, length) => letters.slice(0, length))
const numbers = numbersOf(strings)

describe('short strings', () => {
  it.each(strings)('finds %j, whatever follows it', string => {
    const { length } = encoder.encode(string)
    for (const rest of ['', ',', ',"a":"b"', '"""', letters]) {
      const c = sourceOf(`"${string}"${rest}`)
      expect([numberAt(c, 0, numbers), c.end]).toEqual([length, length + 2])
    }
  })

  it.each(['x', 'abcx', 'abcd\\', `${letters}q`, letters.repeat(3)])('does not find %j', string => {
    expect(numberAt(sourceOf(`"${string}"`), 0, numbers)).toBe(-1)
  })

  it('finds each of many', () => {
    const many = new ShortNumbers()
    for (let i = 0; i < 5000; i++) many.add(sourceOf(`${i * 7}`), 0, `${i * 7}`.length, i)
    const found = Array.from({ length: 5000 }, (_, i) => numberAt(sourceOf(`"${i * 7}"`), 0, many))
    expect(found).toEqual(Array.from(found, (_, i) => i))
  })
})
