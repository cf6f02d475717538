import { compile } from '@merit-lang/language'
import { expect, it } from 'vitest'
import { analyse } from '../analysis.ts'
import type { EndAnatomy } from './anatomy.ts'
import { ranging } from './ranging.ts'
import { rangeInWords } from './words.ts'

const text = `lead { size: integer 0..10  vip: boolean }
when vip add size * 2
score heat when not vip {
  group web cap 30 { on visit add 5 as "Visits" }
  when size > 5 subtract 10
}
score both = 0.5 * total + heat`

it('scores come first, then their rules, each with the blocks around it', () => {
  const program = compile({ path: 'm.merit', text }).lowered?.program
  const found = program ? [...ranging(analyse(program))] : []
  expect(found.map(({ path, range }) => `${path.join(' / ')}: ${rangeInWords(range)}`)).toEqual([
    'heat: −10 to 30',
    'total: 0 to 20',
    'both: −10 to 30',
    'heat / web / Visits: 0 to ∞',
    'heat / when size > 5 subtract 10: −10 to 0',
    'total / when vip add size * 2: 0 to 20',
  ])
})

it.each<[string, EndAnatomy]>([
  ['0 to 144.57', { points: 144.567, exact: true }],
  ['0 to ∞', { points: null, exact: true }],
  ['0 to at most 145 (140 was found)', { points: 145, exact: false, reached: 140 }],
  ['0 to at most 145', { points: 145, exact: false }],
  ['0 to an unknown end (140 was found)', { points: null, exact: false, reached: 140 }],
])('%s', (words, most) => {
  expect(rangeInWords({ least: { points: 0, exact: true }, most })).toBe(words)
})
