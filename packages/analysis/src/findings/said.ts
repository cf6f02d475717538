/** What is said already, with its reason, is not said again as what follows from it. */
import type { Diagnostic } from '@merit-lang/language'

/** Why a condition never holds, or always does, as checking sees it. */
const ofConditions = ['never-holds', 'window-empty', 'empty-text']

/** Findings, each with what gives the reason for it where it stands inside. */
const reasons: ReadonlyMap<string, readonly string[]> = new Map([
  ['rule-never-matches', ofConditions],
  ['rule-always-matches', ofConditions],
  ['contradicts-segment', ofConditions],
  ['case-never-taken', ofConditions],
  ['rule-never-matters', ['rule-repeats', 'rule-implied']],
])

const givesReasons = new Set([...reasons.values()].flat())

export function withoutSaid(found: readonly Diagnostic[], checked: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = [...checked, ...found].filter(({ name }) => givesReasons.has(name))
  return found.filter(
    one => !said.some(reason => reasons.get(one.name)?.includes(reason.name) && isWithin(reason, one)),
  )
}

function isWithin({ span: inner }: Diagnostic, { span: outer }: Diagnostic): boolean {
  return inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end
}
