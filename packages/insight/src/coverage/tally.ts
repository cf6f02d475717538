/** Coverage in numbers: an outcome that was seen is covered; one that cannot be does not count. */
import type { CoveredGoal, CoveredOutcome, CoveredStatement, GoalKind } from './coverage.ts'

export interface Share {
  readonly covered: number
  readonly all: number
}

export interface Tally extends Share {
  readonly kinds: { readonly [K in GoalKind]: Share }
  /** Proved to be impossible, which are in no other number. */
  readonly impossible: number
}

export function tallyOf(statements: readonly CoveredStatement[]): Tally {
  const goals = statements.flatMap(one => one.goals)
  const ofKind = (kind: GoalKind) => shareOf(goals.filter(goal => goal.kind === kind))
  return {
    ...shareOf(goals),
    kinds: {
      statement: ofKind('statement'),
      condition: ofKind('condition'),
      threshold: ofKind('threshold'),
      band: ofKind('band'),
    },
    impossible: goals.flatMap(({ outcomes }) => outcomes).filter(one => one.impossible).length,
  }
}

function shareOf(goals: readonly CoveredGoal[]): Share {
  const counting = goals.flatMap(({ outcomes }) => outcomes).filter(counts)
  return { covered: counting.filter(isCovered).length, all: counting.length }
}

export const counts = ({ impossible }: CoveredOutcome) => impossible !== true
export const isCovered = ({ seen }: CoveredOutcome) => seen > 0

/** In percent; 100 where there is nothing to cover. */
export function percentOf({ covered, all }: Share): number {
  return all === 0 ? 100 : (100 * covered) / all
}

/** `87.5%`. Rounded down, so that it is 100 only where nothing is left. */
export const percentText = (share: Share) => `${Math.floor(10 * percentOf(share) + 1e-9) / 10}%`

/** How people call them, in the order in which they are shown. */
export const goalTitles = {
  statement: 'statements',
  condition: 'conditions',
  threshold: 'thresholds',
  band: 'bands',
} satisfies { [K in GoalKind]: string }
export const goalKinds = Object.keys(goalTitles) as GoalKind[]

/** The outcomes that no test shows, those that are impossible among them. */
export function openIn(statements: readonly CoveredStatement[]) {
  return statements.flatMap(statement =>
    statement.goals.flatMap(goal =>
      goal.outcomes.filter(one => !isCovered(one)).map(outcome => ({ statement, goal, outcome })),
    ),
  )
}
