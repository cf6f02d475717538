/** What is different in promises. */
import type { Promised } from '@merit-lang/runtime'
import type { Change } from './change.ts'
import type { Side } from './forms.ts'
import { changesOf, type Kind } from './kinds.ts'
import { leavesOf } from './likeness.ts'
import { overlap, pairUp } from './pairs.ts'
import { saidCondition } from './said.ts'
import { aspectOf, texts, type Versions } from './versions.ts'

export function promiseChanges(versions: Versions): readonly Change[] {
  const [before, after] = [versions.programs[0].promises, versions.programs[1].promises]
  const { forms, programs } = versions
  const form = ({ kind, condition, given }: Promised, side: Side) =>
    [kind, forms.of(side, condition), forms.of(side, given)].join(' ')
  const leaves = ({ condition, given }: Promised, side: Side) => leavesOf([condition.expr, given?.expr], programs[side])
  const pairs = pairUp(before, after, [
    { key: form },
    { key: ({ text }) => text },
    { likeness: (one, other) => Math.max(0, overlap(leaves(one, 0), leaves(other, 1)) - 0.5) },
  ])
  return changesOf(before, after, pairs, promises, versions)
}

/** A promise is what it says: of one that was changed, its text is its name. */
const promises: Kind<Promised> = {
  subject: 'promise',
  name: ({ text }) => text,
  shown: false,
  span: ({ span }) => span,
  aspects: (before, after, versions) => {
    const [one, other] = versions.programs
    return [
      ...texts('condition', before.kind, after.kind),
      ...aspectOf('condition', saidCondition(before.condition, one), saidCondition(after.condition, other), versions),
      ...aspectOf('condition', saidCondition(before.given, one), saidCondition(after.given, other), versions),
    ]
  },
}
