/** Of two rules of a block that give the same points for what the same attributes are, one counts whenever the other does. */
import { type Diagnostic, proofs, report, written } from '@merit-lang/language'
import type { Program, Rule } from '@merit-lang/runtime'
import type { FindingCheck, Findings } from './finding.ts'
import { blocksOf, conditionOf, isPlain, nodeOf, writtenCondition } from './rules.ts'
import { type TruthTable, truthTableOf } from './truth-table.ts'

export const findImpliedRules: FindingCheck = function* (cx) {
  for (const { block } of blocksOf(cx.program)) {
    const alike = new Map<string, Tabled[]>()
    for (const rule of block.items) {
      const tabled = rule.kind === 'rule' ? tabledOf(rule, cx) : undefined
      if (!tabled) continue
      const others = alike.get(tabled.key) ?? []
      alike.set(tabled.key, [...others, tabled])
      yield pairIn(tabled, others, cx)
    }
  }
}

interface Tabled {
  readonly rule: Rule
  readonly table: TruthTable
  /** Equal for rules with the same points whose tables can be compared. */
  readonly key: string
}

/** Only of what is one of several values, or a text: steps of numbers (`>= 10`, `>= 50`) are often meant to add up. */
function tabledOf(rule: Rule, { analysis: { space } }: Findings): Tabled | undefined {
  const points = rule.cases[0]?.points
  const condition = conditionOf(rule)
  if (!isPlain(rule) || rule.weight !== undefined || points?.op !== 'const' || !condition) return undefined
  const table = truthTableOf(condition.expr, space)
  if (!table || table.holdsAt.size === 0 || table.holdsAt.size === table.size) return undefined
  const attributes = table.variables.map(variable => space.variables[variable]?.attribute ?? -1)
  if (!attributes.every(attribute => isNamed(attribute, space.program))) return undefined
  return { rule, table, key: `${points.value} ${table.variables.join()}` }
}

function isNamed(attribute: number, { attributes }: Program): boolean {
  const kind = attributes[attribute]?.type.kind
  return kind === 'enum' || kind === 'text' || kind === 'list'
}

function pairIn(one: Tabled, others: readonly Tabled[], cx: Findings): Diagnostic | undefined {
  for (const other of others) {
    if (isPartOf(one.table, other.table)) return implication(one.rule, other.rule, one.rule, cx)
    if (isPartOf(other.table, one.table)) return implication(other.rule, one.rule, one.rule, cx)
  }
  return undefined
}

/** Wherever the one holds the other does, but not everywhere else. */
function isPartOf({ holdsAt: part }: TruthTable, { holdsAt: whole }: TruthTable): boolean {
  if (part.size >= whole.size) return false
  for (const place of part) if (!whole.has(place)) return false
  return true
}

/** Said at the rule that stands last. */
function implication(narrow: Rule, wide: Rule, last: Rule, cx: Findings): Diagnostic {
  const [from, to] = [narrow, wide].map(rule => writtenCondition(nodeOf(rule, cx)))
  const first = last === narrow ? wide : narrow
  const related = [{ span: nodeOf(first, cx).trigger.span, message: 'The other rule is here.' }]
  const points = narrow.cases[0]?.points
  const params = {
    narrow: from ? written(from.span) : '',
    wide: to ? written(to.span) : '',
    points: points?.op === 'const' ? Math.abs(Number(points.value)) : 0,
  }
  return report(proofs.ruleImplied, nodeOf(last, cx).trigger.span, params, related)
}
