import type { Block, Program } from '@merit-lang/runtime'

/** How many rules a program has, multipliers among them. */
export function rulesIn({ scores }: Program): number {
  return scores.reduce((sum, score) => sum + (score.kind === 'rules' ? rulesOf(score.block) : 0), 0)
}

function rulesOf({ items, multipliers }: Block): number {
  return items.reduce((sum, item) => sum + (item.kind === 'rule' ? 1 : rulesOf(item)), multipliers.length)
}
