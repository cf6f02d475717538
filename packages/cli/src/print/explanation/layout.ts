/** What the parts of an account share: how much is shown, how wide, in which colours. */
import type { Zone } from '@merit-lang/runtime'
import type { Paint } from '../paint.ts'

export interface Layout {
  readonly paint: Paint
  readonly width: number
  /** In which times are shown. */
  readonly zone: Zone
  /** Also what is usually left out: many events, many rules that did not match. */
  readonly all: boolean
}

/** The first of the items, and how many are left out. */
export function firstOf<T>(
  items: readonly T[],
  most: number,
  { all }: Layout,
): { shown: readonly T[]; rest: readonly T[] } {
  const cut = all || items.length <= most + 1 ? items.length : most
  return { shown: items.slice(0, cut), rest: items.slice(cut) }
}

export function indent(lines: readonly string[], columns: number): string[] {
  return lines.map(line => (line === '' ? '' : ' '.repeat(columns) + line))
}
