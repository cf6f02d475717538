/** Rules of one block that count for the very same leads, though they are written differently. */
import { type Diagnostic, positionAt, proofs, report, written } from '@merit-lang/language'
import type { EventSet, Expr, Rule } from '@merit-lang/runtime'
import type { Space } from '../space/space.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { blocksOf, conditionOf, isPlain, nodeOf } from './rules.ts'
import { truthTableOf } from './truth-table.ts'

export const findRulesThatRepeat: FindingCheck = function* (cx) {
  for (const { block } of blocksOf(cx.program)) {
    const seen = new Map<string, Rule>()
    for (const rule of block.items) {
      const key = rule.kind === 'rule' ? keyOf(rule, cx.analysis.space) : undefined
      if (key === undefined) continue
      const other = seen.get(key)
      yield other && repetition(rule as Rule, other, cx)
      if (!other) seen.set(key, rule as Rule)
    }
  }
}

/** Equal for rules that count for the same leads or events, in the same way. Undefined for tables, and where it is for nobody or all. */
function keyOf(rule: Rule, space: Space): string | undefined {
  const { on, cases, cap, floor, weight } = rule
  if (isPlain(rule)) return conditionKey(conditionOf(rule)?.expr, space)
  if (!on || cases.length !== 1 || cases[0]?.text !== '') return undefined
  const set = on.steps.at(-1)?.set
  const when = conditionOf(rule)?.expr
  return JSON.stringify([set && settled(set), when && settled(when), on.decay?.points, cap, floor, weight])
}

function conditionKey(condition: Expr | undefined, space: Space): string | undefined {
  if (!condition) return undefined
  const table = truthTableOf(condition, space)
  if (!table) return JSON.stringify(settled(condition))
  const { variables, holdsAt, size } = table
  return holdsAt.size === 0 || holdsAt.size === size ? undefined : `${variables.join()}: ${[...holdsAt].join()}`
}

/** With the parts of each `and` and `or` in one order, however they are written. */
function settled<T extends Expr | EventSet>(part: T): unknown {
  return JSON.parse(JSON.stringify(part), (_, value) =>
    (value?.op === 'and' || value?.op === 'or') && Array.isArray(value.of)
      ? { ...value, of: inOrder(value.of) }
      : value,
  )
}

function inOrder(parts: readonly unknown[]): readonly unknown[] {
  return parts.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

function repetition(rule: Rule, other: Rule, cx: Findings): Diagnostic | undefined {
  const [node, first] = [nodeOf(rule, cx), nodeOf(other, cx)]
  const isSameText = written(node.trigger.span) === written(first.trigger.span)
  // Two rules with the same words and labels of their own are two on purpose; what cancels is said to.
  if (isSameText && (rule.labelled || other.labelled || node.action.kind !== 'add' || opposite(rule, other)))
    return undefined
  const { line } = positionAt(first.span.source, first.span.start)
  const related = [{ span: first.trigger.span, message: 'The other rule is here.' }]
  const params = { trigger: written(node.trigger.span), other: written(first.trigger.span), line }
  return report(proofs.ruleRepeats, node.trigger.span, params, related)
}

function opposite(a: Rule, b: Rule): boolean {
  const [x, y] = [a, b].map(({ cases }) => cases[0]?.points)
  return x?.op === 'const' && y?.op === 'const' && typeof x.value === 'number' && x.value === -(y.value as number)
}
