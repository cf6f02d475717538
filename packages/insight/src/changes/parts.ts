/** Scores, groups, rules and multipliers of a version, each with where it stands, and which of them stand for which of the other. */
import type { Block, Multiplier, Program, Rule, Score, SourceSpan } from '@merit-lang/runtime'
import type { Side } from './forms.ts'
import { multiplierLikeness, ruleLikeness } from './likeness.ts'
import { type Pairs, pairUp, type Way } from './pairs.ts'
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

// ---------------------------------------------------------------- which stands for which

export function pairsOf(before: readonly Part[], after: readonly Part[], versions: Versions): Pairs<Part> {
  const { forms, renamed } = versions
  const scoreOf = ({ score }: Part, side: Side) => (side === 0 ? (renamed.score.get(score) ?? score) : score)
  const path = (one: Part, side: Side) => JSON.stringify([scoreOf(one, side), withinOf(one).slice(1), one.name])
  const named = (one: Part, side: Side) => JSON.stringify([scoreOf(one, side), one.name])
  const form = <P extends PartOf<'rule' | 'multiplier' | 'group'>>(one: P, side: Side) => `${forms.of(side, one.item)}`
  const formThere = <P extends PartOf<'rule' | 'multiplier' | 'group'>>(one: P, side: Side) =>
    `${scoreOf(one, side)} ${form(one, side)}`
  const alike = <P extends Part>(likeness: (one: P, other: P) => number): readonly Way<P>[] => [
    { likeness: (one, other) => (scoreOf(one, 0) === scoreOf(other, 1) ? likeness(one, other) : 0) },
    { likeness },
  ]
  const of = <S extends Part['subject']>(subject: S, ways: readonly Way<PartOf<S>>[]): Pairs<Part> => {
    const those = (parts: readonly Part[]) => parts.filter((one): one is PartOf<S> => one.subject === subject)
    return pairUp(those(before), those(after), ways)
  }
  const names = [{ key: path }, { key: named }]
  return new Map<Part, Part>([
    ...of('score', [{ key: scoreOf }]),
    ...of('group', [
      ...names,
      { key: (one, side) => (isPlain(one.item, side, versions) ? undefined : formThere(one, side)) },
    ]),
    ...of('rule', [
      ...names,
      { key: formThere },
      { key: form },
      ...alike<PartOf<'rule'>>((one, other) => ruleLikeness(one.item, other.item, versions)),
    ]),
    ...of('multiplier', [
      ...names,
      { key: formThere },
      ...alike<PartOf<'multiplier'>>((one, other) => multiplierLikeness(one.item, other.item, versions)),
    ]),
  ])
}

const plain: Block = {
  ...{ kind: 'block', name: '', items: [], multipliers: [] },
  span: { path: '', line: 0, column: 0 },
}

/** It only adds up: whether it is there makes no difference. */
export const isPlain = (block: Block, side: Side, { forms }: Versions) =>
  forms.of(side, block) === forms.of(side, plain)
