/** What is different in disqualification. */
import type { Disqualification } from '@merit-lang/runtime'
import type { Change } from './change.ts'
import { changesOf, type Kind } from './kinds.ts'
import { pairUp } from './pairs.ts'
import { saidCondition } from './said.ts'
import { aspectOf, type Versions } from './versions.ts'

export function disqualificationChanges(versions: Versions): readonly Change[] {
  const [before, after] = [versions.programs[0].disqualifications, versions.programs[1].disqualifications]
  const { forms } = versions
  const pairs = pairUp(before, after, [
    { key: ({ reason, when }, side) => `${reason}\n${forms.of(side, when)}` },
    { key: ({ reason }) => reason },
    { key: ({ when }, side) => `${forms.of(side, when)}` },
  ])
  return changesOf(before, after, pairs, disqualifications, versions)
}

const disqualifications: Kind<Disqualification> = {
  subject: 'disqualification',
  name: ({ reason }) => reason,
  shown: true,
  span: ({ span }) => span,
  aspects: (before, after, versions) => {
    const [one, other] = versions.programs
    return aspectOf('condition', saidCondition(before.when, one), saidCondition(after.when, other), versions)
  },
}
