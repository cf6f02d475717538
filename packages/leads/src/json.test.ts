import { describe, expect, it } from 'vitest'
import { jsonPieces } from './json.ts'

async function pieces(text: string, chunk = text.length || 1): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < text.length; at += chunk) yield text.slice(at, at + chunk)
  }
  const found: string[] = []
  for await (const { line, text: piece, whole } of jsonPieces(chunks(), ['leads', 'rows'])) {
    found.push(`${line}${whole ? ':' : '!'} ${piece.trim()}`)
  }
  return found
}

describe('values in JSON text', () => {
  it.each([
    ['one object', '{"a": 1}', ['1: {"a": 1}']],
    ['an array, over lines', '[\n {"a": 1},\n {"a": [2, {}]}\n]', ['2: {"a": 1}', '3: {"a": [2, {}]}']],
    [
      'an object that starts on one line and ends on another',
      '[{\n"a": 1}, {"b":\n2}]',
      ['1: {\n"a": 1}', '2: {"b":\n2}'],
    ],
    [
      'an array under a wrapping key',
      '{"v": [1], "leads": [{"a": 1}, {"b": 2}], "more": [3]}',
      ['1: {"a": 1}', '1: {"b": 2}'],
    ],
    ['the second wrapping key', '{"rows" : [{"a": 1}]}', ['1: {"a": 1}']],
    ['a wrapping key inside a lead is its own', '[{"leads": [1]}]', ['1: {"leads": [1]}']],
    ['a text that looks like a wrapping key', '{"x\\"leads": [1]}', ['1: {"x\\"leads": [1]}']],
    ['values one after the other', '{"a": 1}\n{"b": 2}', ['1: {"a": 1}', '2: {"b": 2}']],
    ['brackets and quotes in texts', '[{"a": "}]\\"["}, {"b": "\\\\"}]', ['1: {"a": "}]\\"["}', '1: {"b": "\\\\"}']],
    ['scalars', '[1, "x", null, true]', ['1: 1', '1: "x"', '1: null', '1: true']],
    ['a broken element does not hide the next', '[{"a" 1}, {"b": 2}]', ['1: {"a" 1}', '1: {"b": 2}']],
    ['an element with brackets that do not match', '[{"a": 1], {"b": 2}]', ['1: {"a": 1]', '1: {"b": 2}']],
    ['an empty array', ' [ ] ', []],
    ['an end in the middle', '[{"a": 1},\n{"b": ', ['1: {"a": 1}', '2! {"b":']],
    ['an end in the middle of a text', '[{"a": "x', ['1! {"a": "x']],
    ['a scalar at the end', '42', ['1: 42']],
  ])('%s', async (_, text, expected) => {
    expect(await pieces(text)).toEqual(expected)
    for (let size = 1; size <= 7; size++) expect(await pieces(text, size)).toEqual(expected)
  })
})
