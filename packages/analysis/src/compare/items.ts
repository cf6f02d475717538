/** What a block adds up, whatever groups it stands in. */
import type { Block } from '@merit-lang/runtime'

/** Points of a single event or rule from which on sums might reach the limit of the language: groups are then left as they are. */
const LARGE = 1e6

/** Items with those of groups that add nothing of their own. */
export function itemsOf(block: Block): readonly Block['items'][number][] {
  return block.items.flatMap(item =>
    item.kind === 'block' && isPlain(item) && !mayBeLarge(item) ? itemsOf(item) : [item],
  )
}

/** It only adds up. */
export function isPlain({ when, multipliers, cap, floor, weight = 1 }: Block): boolean {
  return !when && multipliers.length === 0 && !cap && !floor && weight === 1
}

function mayBeLarge(block: Block): boolean {
  return block.items.some(item =>
    item.kind === 'block'
      ? mayBeLarge(item)
      : item.cases.some(({ points }) => points.op === 'const' && Math.abs(Number(points.value)) > LARGE),
  )
}
