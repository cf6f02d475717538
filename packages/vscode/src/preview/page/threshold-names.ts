/** Where the names of thresholds stand above a histogram: in as many rows as keep them from covering each other. */
import type { Threshold } from '@merit-lang/language-server'
import { points } from './numbers.ts'

/** In units of the picture. A letter is taken as wide as most are. */
const ROW = 11
const LETTER = 5
const GAP = 8

export interface PlacedName {
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly label: string
}

type Named = Pick<Threshold, 'at' | 'label'>

/**
 * Thresholds at the same value share a name: `B, Hot 60`. The lowest row is filled first.
 * @param across from a value to its place.
 */
export function placed(
  thresholds: readonly Named[],
  across: (value: number) => number,
  width: number,
): { readonly names: readonly PlacedName[]; readonly height: number } {
  const ends: number[] = []
  const rows = together(thresholds).map(({ at, label }) => {
    const x = across(at)
    const size = label.length * LETTER + GAP
    const anchor = x + size > width ? ('end' as const) : ('start' as const)
    const left = anchor === 'end' ? x - size : x
    const free = ends.findIndex(end => end <= left)
    const row = free < 0 ? ends.length : free
    ends[row] = left + size
    return { x, row, anchor, label }
  })
  const height = Math.max(1, ends.length) * ROW + 5
  return { names: rows.map(({ row, ...name }) => ({ ...name, y: height - 5 - row * ROW })), height }
}

function together(thresholds: readonly Named[]): readonly Named[] {
  const labels = new Map<number, Set<string>>()
  for (const { at, label } of thresholds) labels.set(at, (labels.get(at) ?? new Set()).add(label))
  return [...labels]
    .sort(([a], [b]) => a - b)
    .map(([at, all]) => ({ at, label: `${[...all].join(', ')} ${points(at)}` }))
}
