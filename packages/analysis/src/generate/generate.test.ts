import { check, lower } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analysis.ts'
import { type GenerateOptions, generateTests, lineOf } from './generate.ts'

function generated(text: string, options: Partial<GenerateOptions> = {}) {
  const { model } = check({ path: 'model.merit', text })
  if (!model) throw new Error('The model has errors.')
  const { program } = lower(model)
  return generateTests(program, analyse(program), { model: './model.merit', checked: model, ...options })
}

const shownBy = (text: string) => generated(text).cases.flatMap(({ shows }) => shows.map(lineOf))

it('is a file that imports the model', () => {
  const { text } = generated('timezone "Europe/Berlin"\nlead { customer: boolean }\nwhen customer add 5 as "Customer"')
  expect(text).toBe(`# Written by merit generate-tests: 2 leads that show 2 things the model decides, from both sides.

timezone "Europe/Berlin"
import "./model.merit"

test "Customer: customer" {
  now 2026-06-01T12:00:00Z
  lead { customer: true }
  expect total = 5
  expect rule "Customer" matched
}

test "Customer: not customer" {
  now 2026-06-01T12:00:00Z
  lead { customer: false }
  expect total = 0
  expect rule "Customer" not matched
}
`)
})

describe('what is shown', () => {
  it.each([
    [
      'each comparison of a condition, where it decides',
      'lead { a: boolean  b: boolean  c: boolean }\nwhen a and (b or not c) add 1 as "R"',
      ['R: because of a', 'R: without a', 'R: because of b', 'R: without b', 'R: because of c', 'R: without c'],
    ],
    [
      'each case of a table',
      'lead { size: integer 0.. }\npoints by size { < 10: 1  10..49: 2  else: 0 }',
      ['points by size: < 10', 'points by size: 10..49', 'points by size: else'],
    ],
    [
      'both sides of a number',
      'lead { size: integer }\nwhen size >= 200 add 1 as "R"',
      ['R: at its bound, with size = 200', 'R: at its bound, with size = 199'],
    ],
    [
      'both sides of a window',
      'event visit\non visit within 30d add 1 as "R"',
      ['R: at its bound, with an event 719h ago', 'R: at its bound, with an event 30d ago'],
    ],
    [
      'both sides of a threshold, as near as there are leads',
      'lead { a: boolean  b: boolean }\nwhen a add 48\nwhen b add 5\nqualify at 50',
      ['qualified: total at 50, with total = 53', 'qualified: not total at 50, with total = 48'],
    ],
    [
      'what keeps events out',
      'event visit { path: text  seconds: number }\non visit(path = "/", seconds >= 10) add 1 as "R"',
      ['R: an event is kept out by its path alone', 'R: an event is kept out by its seconds alone'],
    ],
    [
      'what a modifier leaves out',
      'event visit\non visit add 1 once per day as "R"',
      ['R: once per day leaves one out'],
    ],
    ['what a cap takes', 'event visit\non visit add 4 cap 10 as "R"', ['R: beyond its cap']],
    ['what a decay takes', 'event visit\non visit add 8 decay 30d as "R"', ['R: fades: decay 30d']],
    [
      'each label, and what beats a stage',
      'lead { a: boolean  b: boolean }\nwhen a add 9\ngrade g from total { A at 5  else B }\nqualify at 5\ndisqualify "gone" when b',
      ['g A: total at 5, with total = 9', 'g B: else', 'qualified: disqualified: gone', 'gone: b', 'gone: not b'],
    ],
  ])('%s', (_, text, shows) => {
    expect(shownBy(text)).toEqual(expect.arrayContaining(shows))
  })
})

describe('what is not shown', () => {
  it('is said to be impossible where that is proved', () => {
    const { impossible, notFound } = generated(
      'lead { a: one of [x, y] }\nwhen a = x and a != y add 4 as "R"\nqualify at 5',
    )
    expect(impossible.map(lineOf)).toEqual(['R: without a != y', 'qualified: total at 5'])
    expect(notFound).toEqual([])
  })

  it('are leads that break promises, since their tests would fail', () => {
    const text = 'lead { a: boolean  b: boolean }\nwhen a add 1 as "R"\npromise never a when not b'
    const { cases } = generated(text)
    expect(cases.filter(({ witness: { lead } }) => lead.a && !lead.b)).toEqual([])
    expect(shownBy(text)).toContain('R: a')
  })
})

it('says how much is done', () => {
  const parts: number[] = []
  generated('lead { a: boolean  b: boolean }\nwhen a add 1\nwhen b add 2', { step: part => parts.push(part) })
  expect(parts.length).toBeGreaterThan(2)
  expect(parts).toEqual([...parts].sort((a, b) => a - b))
})
