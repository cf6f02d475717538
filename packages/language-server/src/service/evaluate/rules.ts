/** The rules of a program, as they stand in the file: the order in which engines number them. */
import type { Block, Program, Rule } from '@merit-lang/runtime'

export function rulesOf({ scores }: Pick<Program, 'scores'>): readonly Rule[] {
  return scores.flatMap(score => (score.kind === 'rules' ? rulesIn(score.block) : []))
}

function rulesIn({ items }: Block): readonly Rule[] {
  return items.flatMap(item => (item.kind === 'rule' ? [item] : rulesIn(item)))
}
