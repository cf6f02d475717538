import { explain, type Program, readLead } from '@merit-lang/runtime'
import { expect, it } from 'vitest'
import { workspaceOf } from '../testing.ts'
import { explanationText } from './markdown.ts'

const now = Date.UTC(2026, 0, 31)

it.each<[string, string, Record<string, unknown>, string]>([
  [
    'rules that matched, and those whose input is missing',
    'lead { a: boolean b: integer c: boolean }\nscore s { when a add 5 when b > 3 add 7 when c add 1 }',
    { a: true, c: false },
    '**s** 5\n\n| points | rule | why |\n| ---: | :--- | :--- |\n| +5 | `when a add 5` | a is true |\n| ? | `when b > 3 add 7` | unknown: b |',
  ],
  [
    'texts with bars and backticks',
    'score s { when title contains "a|`b" add 5 as "x | y" }',
    { title: 'a|`b' },
    '**s** 5\n\n| points | rule | why |\n| ---: | :--- | :--- |\n| +5 | `x \\| y` | title is a\\|\\`b |',
  ],
  [
    'decay, caps and multipliers',
    'score s cap 8 { on visit add 40 decay 30d cap 18 when a multiply by 50% }\nqualify MQL at 8',
    { a: true, events: [{ type: 'visit', at: '2026-01-01T00:00:00Z' }] },
    '**s** 8\n\n| points | rule | why |\n| ---: | :--- | :--- |\n| +18 | `on visit add 40 decay 30d cap 18` | 1 event; 40 before decay 30d; cap 18 |\n' +
      '| −9 | `when a multiply by 50%` | ×0.5; a is true |\n| −1 | `cap 8` |  |\n\n✓ MQL',
  ],
])('%s', (_, text, data, expected) => {
  const program = workspaceOf({ '/m.merit': text }).projects[0]?.lowered()?.program as Program
  expect(explanationText(explain(program, readLead(program, data), now))).toBe(expected)
})
