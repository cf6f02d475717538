import type { EventSet, EventSetOf, Expr, Program, SetOp } from '@merit-lang/runtime'
import { NotQuick } from './writing.ts'

/** What an event of a type must pass to be in a set of which no event decides about another. */
export interface Membership {
  readonly where: readonly Expr[]
  /** atLeast ≤ age < below, in milliseconds. */
  readonly atLeast: number
  readonly below: number
}

const ALL: Membership = { where: [], atLeast: 0, below: Number.POSITIVE_INFINITY }

/** Nothing where the set has no events of the type. */
export function membershipOf(set: EventSet, type: number, program: Program): Membership | undefined {
  const of = memberships[set.op] as (set: EventSet, type: number, program: Program) => Membership | undefined
  return of(set, type, program)
}

const notQuick = (): undefined => {
  throw new NotQuick()
}

const memberships = {
  events: ({ types }, type) => (types.includes(type) ? ALL : undefined),
  sharedSet: ({ index }, type, program) => membershipOf(program.sets[index] as EventSet, type, program),
  filter: ({ set, where }, type, program) => {
    const inner = membershipOf(set, type, program)
    return inner && { ...inner, where: [...inner.where, ...conjuncts(where)] }
  },
  window: ({ set, atLeast = 0, below = Number.POSITIVE_INFINITY }, type, program) => {
    const inner = membershipOf(set, type, program)
    return inner && { ...inner, atLeast: Math.max(inner.atLeast, atLeast), below: Math.min(inner.below, below) }
  },
  union: ({ sets }, type, program) => {
    const [first, ...others] = sets.flatMap(set => membershipOf(set, type, program) ?? [])
    return others.length > 0 ? notQuick() : first
  },
  except: ({ set, without }, type, program) => {
    const left = membershipOf(without, type, program)
    if (left === ALL) return undefined
    return left ? notQuick() : membershipOf(set, type, program)
  },
  moment: notQuick,
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: notQuick,
  reach: notQuick,
  nth: notQuick,
  since: notQuick,
  cooldown: notQuick,
  earliest: notQuick,
  latest: notQuick,
} satisfies { [K in SetOp]: (set: EventSetOf<K>, type: number, program: Program) => Membership | undefined }

/** The parts of which each must hold. */
export function conjuncts(e: Expr): readonly Expr[] {
  return e.op === 'and' ? e.of.flatMap(conjuncts) : [e]
}
