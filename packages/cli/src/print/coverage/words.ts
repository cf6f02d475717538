/** What tests do not show of a statement, in words. */
import { type CoveredOutcome, type CoveredStatement, type GoalOutcome, openIn } from '@merit-lang/insight'

const words = {
  matched: { open: 'never matched', impossible: 'cannot match' },
  true: { open: 'never true', impossible: 'cannot be true' },
  false: { open: 'never false', impossible: 'cannot be false' },
  unknown: { open: 'never unknown', impossible: 'cannot be unknown' },
  reached: { open: 'never reached', impossible: 'cannot be reached' },
  missed: { open: 'never missed', impossible: 'cannot be missed' },
  applied: { open: 'never applied', impossible: 'cannot apply' },
} satisfies { [K in GoalOutcome]: { readonly open: string; readonly impossible: string } }

export interface Gap {
  /** `never false`, `Retail: never applied` */
  readonly text: string
  readonly isImpossible: boolean
  /** A lead that would show it, in words. */
  readonly example?: string
}

/** Without what goes without saying: what never matched or applied has, where it is all that it has, a condition that was never true. */
export function gapsOf(statement: CoveredStatement): readonly Gap[] {
  const open = openIn([statement])
  const isAlone = statement.goals.length === 2
  const unmatched = open.filter(({ outcome }) => outcome.outcome === 'matched' || outcome.outcome === 'applied')
  const goesWithoutSaying = ({ goal, outcome }: (typeof open)[number]) =>
    implied.includes(outcome.outcome) &&
    unmatched.some(one => one.goal !== goal && (one.goal.kind === 'band' ? one.goal.text === goal.text : isAlone))
  return open
    .filter(one => !goesWithoutSaying(one))
    .map(({ goal, outcome }) => gapOf(goal.kind === 'statement' || isAlone ? '' : `${goal.text}: `, outcome))
}

const implied: readonly GoalOutcome[] = ['true', 'reached', 'applied']

function gapOf(about: string, { outcome, impossible, witness }: CoveredOutcome): Gap {
  const isImpossible = impossible === true
  return {
    text: `${about}${words[outcome][isImpossible ? 'impossible' : 'open']}`,
    isImpossible,
    ...(witness && { example: witness.words }),
  }
}
