/** What a model itself says of a witness. */
import type { Grade, Program, Result } from '@merit-lang/runtime'
import { evaluate, readLead } from '@merit-lang/runtime/reference'
import type { Witness } from '../claims.ts'
import { orderOf } from './grades.ts'
import type { Change, OutcomeKind } from './outcomes.ts'

/** Points, a label, or whether the lead is in the stage or disqualified for the reason. */
export type Seen = number | string | boolean

const outcomes = {
  score: ({ scores }, name) => scores[name] ?? 0,
  grade: ({ grades }, name) => grades[name] ?? '',
  stage: ({ stages }, name) => stages[name] ?? false,
  disqualification: ({ disqualified }, name) => disqualified.includes(name),
} satisfies { [K in OutcomeKind]: (result: Result, name: string) => Seen }

export function seenBy(program: Program, { lead, now }: Witness, kind: OutcomeKind, name: string): Seen {
  return outcomes[kind](evaluate(program, readLead(program, lead), now), name)
}

/** Whether the two go the way that is claimed. */
export function shows(way: Change, [before, after]: readonly [Seen, Seen], grade: Grade | undefined): boolean {
  if (way === 'other') return before !== after
  const labels = (grade && orderOf(grade)) ?? []
  const rank = (seen: Seen) => (typeof seen === 'string' ? -labels.indexOf(seen) : Number(seen))
  return way === 'more' ? rank(after) > rank(before) : rank(after) < rank(before)
}
