import type { EventSet, ExprOf, Rule } from '@merit-lang/runtime'
import type { Enclosure, Truth } from '@merit-lang/runtime/reference'
import type { Box, EventClass, Space } from '../space/space.ts'
import type { Sums } from './event-sums.ts'
import type { Members } from './members.ts'

/** What scores, grades and stages may be: sums over many rules are bounded elsewhere. */
export interface Totals {
  /** In millionths. */
  score(index: number): Enclosure
  /** Its labels. */
  grade(index: number): ReadonlySet<string>
  stage(index: number): Truth
}

/** A box of leads, open to questions. Nothing is worked out before it is asked for, and nothing twice. */
export interface View {
  readonly space: Space
  readonly box: Box
  readonly totals: Totals
  /** Answers that depend on the whole box. */
  readonly answers: Answers
  /** Answers that depend on the box's events alone. */
  readonly ofEvents: Answers
  /** The lead itself. */
  readonly lead: Scope
}

/** Where an expression is looked at: for the lead, or for an event of a class (then perhaps inside its decay). */
export interface Scope {
  readonly view: View
  readonly event: EventClass | undefined
  readonly amount: Enclosure
  readonly age: Enclosure
}

export interface Answers {
  readonly attributes: (Enclosure | undefined)[]
  readonly values: (Enclosure | undefined)[]
  readonly members: Map<EventSet, Members>
  readonly aggregates: Map<ExprOf<'aggregate'>, Enclosure>
  readonly sums: Map<Rule, Sums>
}

/** Views with the very same counts share what depends on events alone, so that boxes which differ in attributes are cheap. */
export function viewOf(space: Space, box: Box, totals: Totals): View {
  const view = { space, box, totals, answers: noAnswers(), ofEvents: answersOf(box.counts, space) } as unknown as Open
  view.lead = { view, event: undefined, amount: null, age: null }
  return view
}

type Open = { -readonly [K in keyof View]: View[K] }

const shared = new WeakMap<Space, WeakMap<Box['counts'], Answers>>()

function answersOf(counts: Box['counts'], space: Space): Answers {
  const known = shared.get(space) ?? new WeakMap<Box['counts'], Answers>()
  shared.set(space, known)
  const answers = known.get(counts) ?? noAnswers()
  known.set(counts, answers)
  return answers
}

function noAnswers(): Answers {
  return { attributes: [], values: [], members: new Map(), aggregates: new Map(), sums: new Map() }
}

export function scopeOf(view: View, event: EventClass, amount: Enclosure = null, age: Enclosure = null): Scope {
  return { view, event, amount, age }
}

/** The answer to a question that was asked before, or else one that is kept. */
export function remembered<Q, A>(answers: Map<Q, A>, question: Q, work: () => A): A {
  const known = answers.get(question)
  if (known !== undefined) return known
  const answer = work()
  answers.set(question, answer)
  return answer
}

/** As `remembered`, by index. */
export function numbered(answers: (Enclosure | undefined)[], index: number, work: () => Enclosure): Enclosure {
  const known = answers[index]
  if (known !== undefined) return known
  const answer = work()
  answers[index] = answer
  return answer
}

/** Worked out when it is first asked for. */
export function lazily<A extends object>(work: () => A): () => A {
  let known: A | undefined
  return () => {
    known ??= work()
    return known
  }
}
