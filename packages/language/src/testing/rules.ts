import type { BlockExplanation, Explanation, RuleExplanation } from '@merit-lang/runtime'

/** The rules of this name, in all scores and groups. Multipliers are rules that give no points of their own. */
export function rulesOf({ explained }: Explanation, label: string): readonly RuleExplanation[] {
  return explained.scores
    .flatMap(score => (score.kind === 'rules' ? inBlock(score) : []))
    .filter(({ id }) => id === label)
}

function inBlock(block: BlockExplanation): readonly RuleExplanation[] {
  const inside = block.items.flatMap(item => (item.kind === 'rule' ? [item] : inBlock(item)))
  return [...inside, ...block.multipliers.map(multiplier => asRule(multiplier, block.path))]
}

function asRule({ id, outcome, saw, line }: BlockExplanation['multipliers'][number], path: string): RuleExplanation {
  return { kind: 'rule', id, outcome, missing: [], saw, raw: 0, decayed: 0, bounded: 0, points: 0, line, path }
}
