import type { CoveredOutcome, CoveredStatement, GoalOutcome } from '@merit-lang/insight'
import { openIn } from '@merit-lang/insight'

const words = {
  matched: { open: 'never matched', impossible: 'cannot match' },
  true: { open: 'never true', impossible: 'cannot be true' },
  false: { open: 'never false', impossible: 'cannot be false' },
  unknown: { open: 'never unknown', impossible: 'cannot be unknown' },
  reached: { open: 'never reached', impossible: 'cannot be reached' },
  missed: { open: 'never missed', impossible: 'cannot be missed' },
  applied: { open: 'never applied', impossible: 'cannot apply' },
} satisfies { [K in GoalOutcome]: { readonly open: string; readonly impossible: string } }

/** What tests do not show of a statement. */
export interface Gap {
  /** `never false`, `Retail: never applied` */
  readonly text: string
  readonly isImpossible: boolean
  /** A lead that would show it, in words. */
  readonly example?: string
}

/** Without what goes without saying: a rule that never matched has a condition that was never true. */
export function gapsOf(statement: CoveredStatement): readonly Gap[] {
  const open = openIn([statement])
  const isAlone = statement.goals.length === 2
  const isUnmatched = open.some(({ outcome }) => outcome.outcome === 'matched')
  return open
    .filter(({ outcome }) => !(isAlone && isUnmatched && implied.includes(outcome.outcome)))
    .map(({ goal, outcome }) => gapOf(goal.kind === 'statement' || isAlone ? '' : `${goal.text}: `, outcome))
}

/** By a statement that matches and has nothing else to show. */
const implied: readonly GoalOutcome[] = ['true', 'reached', 'applied']

function gapOf(about: string, { outcome, impossible, witness }: CoveredOutcome): Gap {
  const isImpossible = impossible === true
  return {
    text: `${about}${words[outcome][isImpossible ? 'impossible' : 'open']}`,
    isImpossible,
    ...(witness && { example: witness.words }),
  }
}
