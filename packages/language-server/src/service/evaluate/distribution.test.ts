import { assert, double, float64Array, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workspaceOf } from '../testing.ts'
import type { Project } from '../workspace.ts'
import { binsOf, histogram, middleOf, thresholdsOf } from './distribution.ts'
import { scorable } from './evaluations.ts'

describe('the middle of scores', () => {
  it.each([
    [[], [0, 0, 0]],
    [[7], [7, 7, 7]],
    [
      [1, 2, 10],
      [1, 2, 10],
    ],
    [
      [-5, 0, 1, 10],
      [-5, 0.5, 10],
    ],
  ])('%j: %j', (points, [min, median, max]) => {
    expect(middleOf(Float64Array.from(points))).toEqual({ min, median, max })
  })
})

describe('bins', () => {
  it.each([
    [[], []],
    [[5, 5], ['5–6: 2']],
    [
      [0, 1, 2],
      ['0–0.2: 1', '1–1.2: 1', '1.8–2: 1'],
    ],
    [
      [-3, 40, 100],
      ['-10–0: 1', '40–50: 1', '90–100: 1'],
    ],
  ])('of %j: %j', (points, expected) => {
    const filled = binsOf(Float64Array.from(points)).filter(({ count }) => count > 0)
    expect(filled.map(({ from, to, count }) => `${from}–${to}: ${count}`)).toEqual(expected)
  })

  it('hold every score once, without gaps, and are few', () => {
    const points = float64Array({ minLength: 1, noNaN: true, min: -1e9, max: 1e9 })
    assert(
      property(points, double({ min: 0.001, max: 1, noNaN: true }), (drawn, scale) => {
        const sorted = drawn.map(one => Math.round(one * scale * 1e6) / 1e6).sort()
        const bins = binsOf(sorted)
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(sorted.length)
        expect(bins.length).toBeLessThanOrEqual(21)
        for (const [i, bin] of bins.entries()) if (i > 0) expect(bin.from).toBe(bins[i - 1]?.to)
        expect(bins[0]?.from).toBeLessThanOrEqual(sorted[0] as number)
        expect(bins.at(-1)?.to).toBeGreaterThanOrEqual(sorted.at(-1) as number)
      }),
    )
  })
})

describe('thresholds', () => {
  it('are where stages and grades compare a score with a number', () => {
    const text = `let enough = 50
when a = b add 10
score other { when a = c add 5 }
score total = 2 * other
grade tier from other { A at 4 else B }
qualify MQL at enough
qualify SQL when other > 3 and a = b
qualify Big when total >= other`
    const project = workspaceOf({ '/m.merit': text.replace('when a = b add 10\n', '') }).projects[0] as Project
    const program = scorable(project)
    expect(project.checked.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const found = program ? thresholdsOf(project, program) : []
    const nameOf = (score: number) => program?.scores[score]?.name
    expect(
      found.map(({ score, at, label, span }) => [
        nameOf(score),
        at,
        label,
        span.source.text.slice(span.start, span.end),
      ]),
    ).toEqual([
      ['total', 50, 'MQL', 'qualify MQL at enough'],
      ['other', 3, 'SQL', 'qualify SQL when other > 3 and a = b'],
      ['other', 4, 'A', 'A at 4'],
    ])
  })

  it('stand in the histogram', () => {
    const lines = histogram(Float64Array.from([0, 5, 5, 100]), [
      { at: 50, label: 'MQL' },
      { at: 100, label: 'Max' },
    ]).split('\n')
    expect(lines.find(line => line.includes('MQL at 50'))).toMatch(/^ *50 … 60 /)
    expect(lines.at(-1)).toMatch(/90 … 100 .*Max at 100/)
  })
})
