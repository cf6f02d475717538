/** What mutation came to: what every format of it is printed from. */
import {
  type JudgedMutant,
  type MutationPlace,
  type MutationReport,
  type MutationTally,
  mutationScore,
  mutationTally,
  type Verdict,
} from '@merit-lang/insight'
import { positionAt } from '@merit-lang/language'
import { normalise } from '../../models/paths.ts'
import { counted, grouped } from '../numbers.ts'

export type Place = MutationPlace<JudgedMutant>

export interface MutationAccount {
  /** By file, in the order of the text. */
  readonly places: readonly Place[]
  readonly tally: MutationTally
  /** In percent. */
  readonly score: number
  readonly left: number
}

export function accountOf({ places, left }: MutationReport): MutationAccount {
  const tally = mutationTally({ places })
  const inOrder = places.toSorted((a, b) => compare(fileOf(a), fileOf(b)) || a.span.start - b.span.start)
  return { places: inOrder, tally, score: mutationScore(tally), left }
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))

export const fileOf = ({ span }: Place) => normalise(span.source.path)
export const lineOf = ({ span }: Place) => positionAt(span.source, span.start).line

/** Never rounded up to what it is not; where nothing was judged there is no score. */
export function scoreText({ score, tally: { noticed, missed, unsure } }: MutationAccount): string {
  return noticed + missed + unsure === 0 ? '–' : `${(Math.floor(score * 10 + 1e-7) / 10).toFixed(1)}%`
}

/** How many were looked at, whatever became of them. */
export const triedIn = ({ tally }: Pick<MutationAccount, 'tally'>): number =>
  Object.values(tally).reduce((sum, count) => sum + count, 0)

export const mutantsOf = ({ mutants }: Place, verdict: Verdict) => mutants.filter(one => one.verdict === verdict)

/** Places with changes that no test notices. */
export const unnoticedIn = ({ places }: MutationAccount) => places.filter(one => mutantsOf(one, 'missed').length > 0)

/** `add 25 → add 26`, `without cap 40` */
export function changeText({ kind, before, after }: JudgedMutant): string {
  if (kind === 'rule') return 'left out'
  return after === '' ? `without ${before}` : `${before} → ${after}`
}

/** The test that would notice the most of what no test notices. */
export function bestSuggestion(place: Place): string | undefined {
  const times = new Map<string, number>()
  for (const { suggestion } of mutantsOf(place, 'missed'))
    if (suggestion !== undefined) times.set(suggestion, (times.get(suggestion) ?? 0) + 1)
  return [...times].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** `48 of 65 changes noticed` and what else there is to say of them. */
export function factsOf({ tally: { noticed, missed, unsure, alike }, left }: MutationAccount): readonly string[] {
  const all = noticed + missed + unsure
  return [
    `${grouped(noticed)} of ${counted(all, 'change')} noticed`,
    ...(unsure > 0 ? [`${grouped(unsure)} undecided, which count as not noticed`] : []),
    ...(alike > 0 ? [`${grouped(alike)} proved to change nothing`] : []),
    ...(left > 0 ? [`${grouped(left)} left, since the budget was spent`] : []),
  ]
}
