import { describe, expect, it } from 'vitest'
import type { JudgedMutant, MutationPlace, Verdict } from './mutation.ts'
import { mergedPlaces, mutationScore, mutationTally, spread } from './tally.ts'

const source = { path: './model.merit', text: 'on visit add 5' }
const span = { source, start: 13, end: 14 }
const placeWith = (...verdicts: readonly Verdict[]): MutationPlace<JudgedMutant> => ({
  ...{ kind: 'rule', name: 'on visit add 5', span: { ...span, start: 0 } },
  mutants: verdicts.map((verdict, i) => ({
    ...{ kind: 'points', span, replacement: String(i), before: 'add 5', after: `add ${i}` },
    verdict,
  })),
})

describe('the score', () => {
  it.each<[readonly Verdict[], number]>([
    [['noticed', 'missed'], 50],
    [['noticed', 'noticed', 'unsure', 'missed'], 50],
    [['noticed', 'alike', 'refused'], 100],
    [['alike'], 100],
    [['unsure'], 0],
  ])('of %j is %d', (verdicts, expected) => {
    expect(mutationScore(mutationTally({ places: [placeWith(...verdicts)] }))).toBe(expected)
  })
})

it('of a file that several models import, what any of them says counts', () => {
  const places = [placeWith('missed', 'alike', 'refused'), placeWith('noticed', 'missed', 'unsure')]
  const [merged, ...others] = mergedPlaces(places, path => path)
  expect(others).toEqual([])
  expect(merged?.mutants.map(({ verdict }) => verdict)).toEqual(['noticed', 'missed', 'unsure'])
})

it('each beginning of the order is spread', () => {
  expect([...spread(50)].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i))
  const first = spread(50)
    .slice(0, 10)
    .toSorted((a, b) => a - b)
  expect(first.every((place, i) => place - (first[i - 1] ?? place) <= 10)).toBe(true)
})
