/** Names of lines in a chart, above it, in as many rows as keep them from covering each other. */
import { fitted, widthOf } from './text.ts'

export interface Named {
  readonly at: number
  readonly name: string
  /** What follows the name, and is never cut off. */
  readonly more: string
}

export interface PlacedName {
  readonly at: number
  readonly label: string
  /** `end`: it stands to the left of its line. */
  readonly anchor: 'start' | 'end'
  /** From the lowest, counted from 0. */
  readonly row: number
}

/** On both sides of a name. */
const gap = 4

/**
 * A name stands above those that it would cover, and begins at its line: so no line runs through a name, but where some stand to
 * the left of their lines for want of room. What is longer than the chart is cut.
 * @param names with the places of their lines, in units of the chart
 */
export function inRows(names: readonly Named[], width: number): readonly PlacedName[] {
  const all = names.map(name => spanned(name, width))
  const ordered = [...all.filter(isStart).sort(byPlace).reverse(), ...all.filter(one => !isStart(one)).sort(byPlace)]
  const placed: (Spanned & { readonly row: number })[] = []
  for (const one of ordered) {
    const below = placed.filter(other => one.left < other.right && other.left < one.right)
    placed.push({ ...one, row: Math.max(-1, ...below.map(({ row }) => row)) + 1 })
  }
  return placed.map(({ at, label, anchor, row }) => ({ at, label, anchor, row }))
}

interface Spanned extends Omit<PlacedName, 'row'> {
  readonly left: number
  readonly right: number
}

function spanned({ at, name, more }: Named, width: number): Spanned {
  const label = `${fitted(name, Math.max(at, width - at) - widthOf(more) - 2 * gap)}${more}`
  const size = widthOf(label) + 2 * gap
  return at + size > width
    ? { at, label, anchor: 'end', left: at - size, right: at }
    : { at, label, anchor: 'start', left: at, right: at + size }
}

const isStart = ({ anchor }: Spanned) => anchor === 'start'
const byPlace = (one: Spanned, other: Spanned) => one.at - other.at
