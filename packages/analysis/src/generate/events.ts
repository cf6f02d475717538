/** What there is to show of a rule's events: what keeps them out, and what each modifier leaves out. */
import type { EventSet, EventStep, Expr, Rule } from '@merit-lang/runtime'
import { every, hasAny, not } from './logic.ts'
import type { About, Target } from './target.ts'

/** For each condition of the pattern: an event that it alone keeps out, where the rule has no other. */
export function filtersOf(
  about: About,
  { set }: EventStep,
  given: readonly Expr[],
  counted: EventSet,
): readonly Target[] {
  if (set.op !== 'filter') return []
  const { where } = set
  const tests = where.op === 'and' ? where.of : [where]
  return tests.map(test => {
    const others = tests.filter(other => other !== test)
    const outside: EventSet = { op: 'filter', set: set.set, where: every(...others, not(test)) }
    const ways = [every(...given, not(hasAny(counted)), hasAny(outside))]
    return { ...about, shows: `an event is kept out by its ${propertiesIn(test)} alone`, ways }
  })
}

function propertiesIn(test: Expr): string {
  const names = new Set<string>()
  JSON.stringify(test, (_, node) => {
    if (node?.op === 'property') names.add(node.name)
    return node
  })
  return names.size > 0 ? [...names].join(' and ') : 'time'
}

/** Each of a rule's modifiers leaves out an event that those before it let through. */
export function stepsOf(about: About, { on }: Rule, given: readonly Expr[]): readonly Target[] {
  const steps = on?.steps ?? []
  return steps.slice(1).map((step, i) => ({
    ...about,
    shows: `${step.text} leaves one out`,
    ways: [every(...given, isFewer(step.set, (steps[i] as EventStep).set))],
  }))
}

function isFewer(set: EventSet, than: EventSet): Expr {
  return { op: 'less', left: { op: 'count', set }, right: { op: 'count', set: than } }
}
