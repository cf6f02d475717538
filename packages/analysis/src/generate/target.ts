/** What generated tests are to show: each is a lead for whom a condition holds. */
import type { Condition, ConditionPart, EventSet, Expr } from '@merit-lang/runtime'
import { always, assuming, every, hasAny, not, signOf } from './logic.ts'

export interface Target {
  /** The rule, stage, grade … that it is about, as people call it. */
  readonly of: string
  /** What such a lead shows of it, in a few words. */
  readonly shows: string
  /** The rule, by its name in tests, whose outcome belongs into the test. */
  readonly rule?: string
  /** The first for which there is a lead is enough; each is more telling than those after it. */
  readonly ways: readonly Expr[]
  /** The comparison that the target is about, where it is about one; its other side, if there is one, is the next target. */
  readonly part?: Expr
}

/** What all targets about one thing have in common. */
export type About = Pick<Target, 'of' | 'rule'>

/** Where a decision is made: for leads for whom all of `given` holds; for each of the events `among`, where there are any. */
export interface Place {
  readonly given: readonly Expr[]
  readonly among?: EventSet
  /** What holds where it is made: that the cases before it do not. */
  readonly where?: readonly Expr[]
}

/** The decision is made, and everything that is listed holds where it is. */
export function at({ given, among, where = [] }: Place, ...tests: readonly Expr[]): Expr {
  if (!among) return every(...given, ...where, ...tests)
  const all = every(...where, ...tests)
  return every(...given, hasAny(all === always ? among : { op: 'filter', set: among, where: all }))
}

/**
 * Each comparison of a decision, once true and once false, where the decision would be another one without it: modified
 * condition / decision coverage, in its masking form.
 */
export function effectsOf(about: About, condition: Condition, place: Place): readonly Target[] {
  return condition.parts.flatMap(part => effectOf(about, condition, part, place))
}

function effectOf(about: About, { expr, parts }: Condition, part: ConditionPart, place: Place): readonly Target[] {
  const { text, holds } = part
  const decides = decidesIn(expr, holds)
  const [shows, showsNot] = wordsFor(about, text, parts.length === 1)
  return [
    { ...about, part: holds, shows, ways: [at(place, holds, decides)] },
    { ...about, part: holds, shows: showsNot, ways: waysWithout(part, place, decides) },
  ]
}

function wordsFor({ of }: About, text: string, isAlone: boolean): readonly [string, string] {
  if (!isAlone) return [`because of ${text}`, `without ${text}`]
  return of.includes(text) ? ['holds', 'does not hold'] : [text, `not ${text}`]
}

/** The decision depends on the part. */
function decidesIn(expr: Expr, part: Expr): Expr {
  const [held, lacked] = [assuming(expr, part, true), assuming(expr, part, false)]
  return signOf(expr, part) < 0 ? every(not(held), lacked) : every(held, not(lacked))
}

/** That it is false says more where nothing is unknown. */
function waysWithout({ holds, reads }: ConditionPart, place: Place, decides: Expr): readonly Expr[] {
  const known = reads.map(({ value }): Expr => ({ op: 'known', of: value }))
  const any = at(place, not(holds), decides)
  return known.length > 0 ? [at(place, not(holds), decides, ...known), any] : [any]
}
