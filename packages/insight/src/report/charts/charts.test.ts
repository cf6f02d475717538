import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowDiagram } from './flow.ts'
import { histogram } from './histogram.ts'
import { inRows } from './rows.ts'
import { fitted, widthOf } from './text.ts'
import { ticks } from './ticks.ts'

describe('ticks', () => {
  it.each([
    [0, 100, 5, [0, 20, 40, 60, 80, 100]],
    [-20, 145, 5, [0, 50, 100]],
    [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
    [0, 1, 4, [0, 0.5, 1]],
    [12_000, 12_000, 5, [12_000]],
    [-1e9, 1e9, 4, [-1e9, -5e8, 0, 5e8, 1e9]],
  ])('of %d to %d, about %d', (low, high, about, expected) => expect(ticks(low, high, about)).toEqual(expected))
})

describe('a text', () => {
  it.each([
    ['MQL', 100, 'MQL'],
    ['Marketing qualified lead', 100, 'Marketing q…'],
    ['資料資料資料資料資料', 50, '資料資…'],
    ['a', 0, '…'],
  ])('%s fits in %d', (text, width, expected) => expect(fitted(text, width)).toBe(expected))
})

const names = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 360, noNaN: true }),
    name: fc.string({ maxLength: 60 }),
    more: fc.constant(' 50'),
  }),
  { maxLength: 12 },
)
const spanOf = ({ at, label, anchor }: ReturnType<typeof inRows>[number]) =>
  anchor === 'start' ? ([at, at + widthOf(label)] as const) : ([at - widthOf(label), at] as const)

describe('names of thresholds', () => {
  it('never cover each other, and stay in the picture', () => {
    fc.assert(
      fc.property(names, all => {
        const placed = inRows(all, 360).map(one => ({ row: one.row, span: spanOf(one) }))
        expect(placed).toHaveLength(all.length)
        for (const [i, one] of placed.entries()) {
          expect(one.span[0]).toBeGreaterThanOrEqual(-1e-6)
          expect(one.span[1]).toBeLessThanOrEqual(360 + 1e-6)
          const others = placed.slice(i + 1).filter(other => other.row === one.row)
          for (const other of others) expect(one.span[0] >= other.span[1] || other.span[0] >= one.span[1]).toBe(true)
        }
      }),
    )
  })

  it('stand in one row where there is room', () => {
    const all = [
      { at: 40, name: 'MQL', more: ' 50' },
      { at: 200, name: 'SQL', more: ' 80' },
    ]
    expect(inRows(all, 360).map(({ row }) => row)).toEqual([0, 0])
  })

  it('keep their numbers where they are too long', () => {
    const [placed] = inRows([{ at: 200, name: 'Sales qualified, and called by somebody', more: ' 95' }], 360)
    expect(placed).toMatchObject({ label: 'Sales qualified, and… 95', anchor: 'end' })
  })
})

const points = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const count = fc.nat(1e6)

describe('pictures', () => {
  it('of any numbers have none that is none', () => {
    fc.assert(
      fc.property(
        points,
        fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 20 }),
        fc.array(points, { maxLength: 3 }),
        (low, counts, limits) => {
          const bins = counts.map(([before, after], i) => ({ low: low + i, high: low + i + 1, before, after }))
          const thresholds = limits.map((after, i) => ({ stage: `S${i}`, after }))
          const { text } = histogram({ name: 'fit', bins, thresholds, compared: true })
          expect(text).not.toMatch(/NaN|Infinity|undefined/)
          expect(text.match(/class="now"/g) ?? []).toHaveLength(counts.filter(([, after]) => after > 0).length)
        },
      ),
    )
  })

  it('of flows say who stays, rises and falls', () => {
    const flows = [
      { from: 'A', to: 'A', leads: 5 },
      { from: 'B', to: 'A', leads: 1 },
      { from: 'A', to: 'B', leads: 100_000 },
    ]
    const { text } = flowDiagram({ title: 'Tier', description: '', labels: ['A', 'B'], flows })
    const drawn = [...text.matchAll(/<path class="(\w+)"[^>]*><title>([^<]*)/g)].map(
      ([, way, title]) => `${way} ${title}`,
    )
    expect(drawn).toEqual(['stay A &rarr; A: 5', 'down A &rarr; B: 100,000', 'up B &rarr; A: 1'])
    expect([...text.matchAll(/>([AB] [\d,]+)</g)].map(match => match[1])).toEqual([
      'A 100,005',
      'B 1',
      'A 6',
      'B 100,000',
    ])
  })
})
