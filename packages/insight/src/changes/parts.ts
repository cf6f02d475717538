/** Scores, groups, rules and multipliers of a version, each with where it stands. */
import type { Block, Multiplier, Program, Rule, Score, SourceSpan } from '@merit-lang/runtime'
import type { Side } from './forms.ts'
import type { Versions } from './versions.ts'

interface Placed {
  readonly name: string
  readonly span: SourceSpan
  /** The score, as it is called in its own version. */
  readonly score: string
  /** From the outside, the score's own left out. */
  readonly groups: readonly Block[]
}

export type Part = Placed &
  (
    | { readonly subject: 'score'; readonly item: Score }
    | { readonly subject: 'group'; readonly item: Block }
    | { readonly subject: 'rule'; readonly item: Rule }
    | { readonly subject: 'multiplier'; readonly item: Multiplier }
  )

export type PartOf<S extends Part['subject']> = Extract<Part, { subject: S }>

/** In the order of the text. */
export function partsIn({ scores }: Program): readonly Part[] {
  return scores.flatMap((score): readonly Part[] => {
    const { name } = score
    const span = score.kind === 'rules' ? score.block.span : score.span
    const inside = score.kind === 'rules' ? partsInside(score.block, name, []) : []
    return [{ subject: 'score', item: score, name, score: name, groups: [], span }, ...inside]
  })
}

function partsInside({ items, multipliers }: Block, score: string, groups: readonly Block[]): readonly Part[] {
  const inside = items.flatMap((item): readonly Part[] => {
    if (item.kind === 'rule') return [{ subject: 'rule', item, name: item.id, score, groups, span: item.span }]
    const group: Part = { subject: 'group', item, name: item.name, score, groups, span: item.span }
    return [group, ...partsInside(item, score, [...groups, item])]
  })
  const factors = multipliers.map(
    (item): Part => ({
      ...{ subject: 'multiplier', item, name: item.id },
      ...{ score, groups, span: item.span },
    }),
  )
  return [...inside, ...factors]
}

export const withinOf = ({ subject, score, groups }: Part) =>
  subject === 'score' ? [] : [score, ...groups.map(({ name }) => name)]

const plain: Block = {
  ...{ kind: 'block', name: '', items: [], multipliers: [] },
  span: { path: '', line: 0, column: 0 },
}

/** It only adds up: whether it is there makes no difference. */
export const isPlain = (block: Block, side: Side, { forms }: Versions) =>
  forms.of(side, block) === forms.of(side, plain)
