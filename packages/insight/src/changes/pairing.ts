/** Which scores, groups, rules and multipliers of one version stand for which of the other. */
import type { Side } from './forms.ts'
import { type Likeness, multiplierLikeness, ruleLikeness } from './likeness.ts'
import { type Pairs, pairUp, type Way } from './pairs.ts'
import { isPlain, type Part, type PartOf, withinOf } from './parts.ts'
import { rewritten } from './tables.ts'
import type { Versions } from './versions.ts'

export interface Pairing {
  readonly pairs: Pairs<Part>
  /** What both have, in other words. */
  readonly rewritten: ReadonlySet<Part>
}

/**
 * By place and name, else by name within the score, else by what they mean, there or in another score, else by likeness, there or in
 * another score.
 */
export function pairingOf(before: readonly Part[], after: readonly Part[], versions: Versions): Pairing {
  const of = <S extends Part['subject']>(subject: S, parts: readonly Part[]) =>
    parts.filter((one): one is PartOf<S> => one.subject === subject)
  const those = <S extends Part['subject']>(subject: S) => [of(subject, before), of(subject, after)] as const
  const rules = rulePairing(...those('rule'), versions)
  const { names, formThere, scoreOf } = keysOf(versions)
  const pairs = new Map<Part, Part>([
    ...pairUp(...those('score'), [{ key: scoreOf }]),
    ...pairUp(...those('group'), [
      ...names,
      { key: (one, side) => (isPlain(one.item, side, versions) ? undefined : formThere(one, side)) },
    ]),
    ...rules.pairs,
    ...pairUp(...those('multiplier'), [
      ...names,
      { key: formThere },
      ...alike<PartOf<'multiplier'>>(ofItems(multiplierLikeness(versions)), scoreOf),
    ]),
  ])
  return { pairs, rewritten: rules.rewritten }
}

type RulePart = PartOf<'rule'>

/** What is sure comes first, so that likeness is looked for only among the rest. */
function rulePairing(before: readonly RulePart[], after: readonly RulePart[], versions: Versions): Pairing {
  const { forms } = versions
  const { names, formThere, scoreOf, standing } = keysOf(versions)
  const sure = pairUp(before, after, [
    ...names,
    { key: formThere },
    { key: (one, side) => `${forms.of(side, one.item)}` },
  ])
  const taken = new Set([...sure.keys(), ...sure.values()])
  const open = (parts: readonly RulePart[], side: Side) =>
    parts.filter(one => !taken.has(one)).map(part => ({ part, item: part.item, place: standing(part, side) }))
  const told = new Set([...rewritten(open(before, 0), open(after, 1), forms)].map(({ part }) => part))
  const left = (parts: readonly RulePart[]) => parts.filter(one => !taken.has(one) && !told.has(one))
  const likely = pairUp(left(before), left(after), alike<RulePart>(ofItems(ruleLikeness(versions)), scoreOf))
  return { pairs: new Map<Part, Part>([...sure, ...likely]), rewritten: told }
}

function keysOf(versions: Versions) {
  const { forms, renamed } = versions
  const scoreOf = ({ score }: Part, side: Side) => (side === 0 ? (renamed.score.get(score) ?? score) : score)
  const path = (one: Part, side: Side) => JSON.stringify([scoreOf(one, side), withinOf(one).slice(1), one.name])
  const named = (one: Part, side: Side) => JSON.stringify([scoreOf(one, side), one.name])
  const formThere = (one: Exclude<Part, PartOf<'score'>>, side: Side) =>
    `${scoreOf(one, side)} ${forms.of(side, one.item)}`
  /** The score, and the groups that do more than add up. */
  const standing = (one: Part, side: Side) => {
    const groups = one.groups.filter(group => !isPlain(group, side, versions))
    return JSON.stringify([scoreOf(one, side), groups.map(group => [group.name, forms.of(side, group)])])
  }
  return { names: [{ key: path }, { key: named }], scoreOf, formThere, standing }
}

const ofItems =
  <T>(likeness: Likeness<T>): Likeness<{ readonly item: T }> =>
  (one, other) =>
    likeness(one.item, other.item)

/** There, then in another score. */
const alike = <P extends Part>(
  likeness: Likeness<P>,
  scoreOf: (one: Part, side: Side) => string,
): readonly Way<P>[] => [
  { likeness: (one, other) => (scoreOf(one, 0) === scoreOf(other, 1) ? likeness(one, other) : 0) },
  { likeness },
]
