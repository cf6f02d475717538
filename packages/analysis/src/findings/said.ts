/** What checking has said already, with its reason, is not said again as proved. */
import type { Diagnostic } from '@merit-lang/language'

/** Why a condition never holds, or always does, as checking sees it. */
const reasons = new Set(['never-holds', 'window-empty', 'empty-text'])

/** Findings about whole conditions, patterns and cases. */
const consequences = new Set(['rule-never-matches', 'rule-always-matches', 'contradicts-segment', 'case-never-taken'])

export function withoutSaid(found: readonly Diagnostic[], checked: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = checked.filter(({ name }) => reasons.has(name))
  return found.filter(one => !consequences.has(one.name) || !said.some(reason => isWithin(reason, one)))
}

function isWithin({ span: inner }: Diagnostic, { span: outer }: Diagnostic): boolean {
  return inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end
}
