/** What the fields of one record promise each other. */
import type { Automaton, Zone } from '../program.ts'

export function automatonProblem({ automaton }: { readonly automaton: Automaton }): string | undefined {
  const leads = (to: number) => to < automaton.length
  const isSound = automaton.every(
    one =>
      one.do === 'match' ||
      (leads(one.next) &&
        (one.do !== 'split' || leads(one.other)) &&
        (one.do !== 'set' || one.ranges.length % 2 === 0)),
  )
  return automaton.length > 0 && isSound ? undefined : 'has an automaton that leads nowhere'
}

export function zoneProblem({ since, offset }: Zone): string | undefined {
  const ascending = since.every((at, i) => i === 0 || at > (since[i - 1] as number))
  const fits = since[0] === Number.MIN_SAFE_INTEGER && since.length === offset.length
  return ascending && fits ? undefined : 'is no table of the offsets of a time zone'
}
