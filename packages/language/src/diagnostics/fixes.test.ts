/** What fixes that do more than write another word make of a model. */
import { describe, expect, it } from 'vitest'
import { check } from '../check/check.ts'
import { fixesOf } from './catalogue.ts'
import type { Edit } from './diagnostic.ts'

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: written }) => result.slice(0, span.start) + written + result.slice(span.end), text)
}

/** The text after each of the fixes for the first diagnostic of this name. */
function fixed(text: string, name: string): readonly string[] {
  const found = check({ path: 'model.merit', text }).diagnostics.find(one => one.name === name)
  expect(found?.name).toBe(name)
  return found ? fixesOf(found).map(({ edits }) => applied(text, edits)) : []
}

const table: readonly (readonly [name: string, text: string, after: string | undefined])[] = [
  ['unknown-timezone', 'timezone "Berlin"', 'timezone "Europe/Berlin"'],
  ['unknown-timezone', 'timezone "europe/berln"', 'timezone "Europe/Berlin"'],
  ['unknown-timezone', 'timezone "New York"', 'timezone "America/New_York"'],
  ['unknown-timezone', 'timezone "+01:00"', undefined],
  ['grade-else-not-last', 'grade x { else B A at 5 }', 'grade x { A at 5 else B }'],
  ['grade-else-not-last', 'grade x { else B, A at 5 }', 'grade x { A at 5, else B }'],
  ['grade-else-not-last', 'grade x {\n  else B\n  A at 5\n}', 'grade x {\n  A at 5\n  else B\n}'],
  ['grade-else-not-last', 'grade x {\n  else B # most\n  A at 5\n}', 'grade x {\n  A at 5 # most\n  else B\n}'],
  ['grade-else-not-last', 'grade x { A at 5 else B else C }', 'grade x { A at 5 else C }'],
  ['else-not-last', 'points first {\n  else: 0\n  a: 5\n}', 'points first {\n  a: 5\n  else: 0\n}'],
  ['else-not-last', 'points by a { else: 0, X: 5 }', 'points by a { X: 5, else: 0 }'],
  ['else-not-last', 'points by a { X, else: 5  Y: 3 }', undefined],
  ['duplicate-case', 'points by a { X: 5  x: 3  else: 0 }', 'points by a { X: 5  else: 0 }'],
  ['duplicate-case', 'points by a { X: 5, x: 3, else: 0 }', 'points by a { X: 5, else: 0 }'],
  ['duplicate-case', 'points by a { X: 5  Y, x: 3  else: 0 }', 'points by a { X: 5  Y: 3  else: 0 }'],
  ['duplicate-case', 'points by a { X: 5\n  x, Y: 3\n  else: 0 }', 'points by a { X: 5\n  Y: 3\n  else: 0 }'],
  ['duplicate-case', 'points by a { X: 5  else: 0  else: 1 }', 'points by a { X: 5  else: 0 }'],
  [
    'duplicate-case',
    'lead { a: number }\npoints by a { 1: 5  1: 3  else: 0 }',
    'lead { a: number }\npoints by a { 1: 5  else: 0 }',
  ],
  ['unterminated-text', 'when a contains "VP add 5', 'when a contains "VP" add 5'],
  ['unterminated-text', 'when a in ["x, y] add 5', 'when a in ["x, y"] add 5'],
  ['unterminated-text', 'model "Acme  \nwhen a add 5', 'model "Acme"  \nwhen a add 5'],
  ['unterminated-text', 'test "a lead {\n  expect a\n}', 'test "a lead" {\n  expect a\n}'],
  ['unterminated-text', 'when a = " add 5', undefined],
  ['chained-comparison', 'when 10 <= a < 50 add 5', 'when a in 10..<50 add 5'],
  ['chained-comparison', 'when 10 <= a <= 50 and b add 5', 'when a in 10..50 and b add 5'],
  ['chained-comparison', 'when 10 < a < 50 add 5', 'when 10 < a and a < 50 add 5'],
  ['chained-comparison', 'when b - 1 <= a < 50 add 5', 'when b - 1 <= a and a < 50 add 5'],
  ['chained-comparison', 'when 9 > c.a >= 5 add 5', 'when 9 > c.a and c.a >= 5 add 5'],
  ['chained-comparison', 'when not 10 <= a < 50 add 5', undefined],
]

describe.each(table)('%s in %j', (name, text, after) => {
  it(`is mended to ${JSON.stringify(after)}`, () => {
    const texts = fixed(text, name)
    expect(texts).toEqual(after === undefined ? [] : [after])
    for (const mended of texts)
      expect(check({ path: 'm', text: mended }).diagnostics.map(one => one.name)).not.toContain(name)
  })
})
