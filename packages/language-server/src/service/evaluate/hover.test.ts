import { describe, expect, it } from 'vitest'
import { placeOf } from '../testing.ts'
import { atOnce } from './breathe.ts'
import { Evaluations, scorable } from './evaluations.ts'
import { scoreAt, spreadText } from './hover.ts'

const around = (line: string) => `score fit { when a add 10 }\nscore other { when b add 5 }\n${line}`

describe('the score that a place is about', () => {
  it.each<[string, string | undefined]>([
    ['score ▮total = fit + other', 'total'],
    ['score total = fit + oth▮er', 'other'],
    ['qualify MQL at 5▮0 of fit', 'fit'],
    ['qualify M▮QL at 50 of fit', 'fit'],
    ['qualify MQL at 50 of f▮it', 'fit'],
    ['qualify MQL at 50 of fit when ▮a', undefined],
    ['qualify MQL when fi▮t > 3', 'fit'],
    ['grade g from fi▮t { A at 5 else B }', 'fit'],
    ['grade g from fit { A at ▮5 else B }', 'fit'],
    ['grade g from fit { ▮A at 5 else B }', undefined],
    ['when ▮c add 1', undefined],
    ['qualify MQL at ▮', undefined],
  ])('%s: %s', (line, score) => {
    expect(scoreAt(placeOf(around(line)))).toBe(score)
  })
})

it('is told with its distribution, and the thresholds in it', async () => {
  const place = placeOf(
    'lead { size: integer }\nscore ▮s { points by size { >= 0: 0 } when size > 5 add 10 }\nqualify MQL at 8',
  )
  const evaluations = new Evaluations({
    list: async () => ['/leads.json'],
    read: async () => ({ text: '[{"size": 1}, {"size": 9}, {"size": 7}]', cut: false }),
    clock: () => Date.UTC(2026, 0, 1),
  })
  const program = scorable(place.project)
  const samples = await evaluations.samplesOf(place.project, {}, atOnce)
  if (!program || !samples) throw new Error('The model can be scored.')
  const spread = await evaluations.spreadOf(place.project, program, samples, samples.now, atOnce)
  const lines = (spreadText(place, program, samples, spread) ?? '').split('\n')
  expect(lines[0]).toBe('min 0, median 10, max 10 over 3 samples of leads.json as of 2026-01-01')
  expect(lines.filter(line => /[█▏]/.test(line))).toHaveLength(2)
  expect(lines.find(line => line.includes('◂'))).toMatch(/^ *8 … .* ◂ MQL at 8$/)
})
