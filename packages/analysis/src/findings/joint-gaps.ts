/** Leads of whom all is known that a table asks about, and whom none of its cases takes. Gaps of one column are found by checking. */
import { type Diagnostic, proofs, report } from '@merit-lang/language'
import type { Expr, Rule } from '@merit-lang/runtime'
import type { Witness } from '../claims.ts'
import { readsOf } from '../search/reads.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { brief, every, not } from './impossible.ts'
import { blocksOf, conditionOf, nodeOf, type PlacedBlock } from './rules.ts'

export const findJointGaps: FindingCheck = function* (cx) {
  for (const placed of blocksOf(cx.program))
    for (const rule of placed.block.items) if (rule.kind === 'rule' && isOpenTable(rule)) yield gapIn(rule, placed, cx)
}

/** `points first { … }` without `else`, for the lead. */
function isOpenTable({ on, subject, cases }: Rule): boolean {
  return !on && !subject && cases.length > 1 && cases.every(({ when }) => when)
}

function gapIn(rule: Rule, { around }: PlacedBlock, cx: Findings): Diagnostic | undefined {
  const conditions = rule.cases.flatMap(({ when }) => when?.expr ?? [])
  const read = attributesOf(conditions, cx)
  if (!read || read.length < 2 || !read.every(index => isListed(index, cx))) return undefined
  const own = conditionOf(rule)
  const known = read.map((index): Expr => ({ op: 'known', of: { op: 'attribute', index } }))
  const missed = every([...around, ...(own ? [own.expr] : []), ...known, ...conditions.map(not)])
  const verdict = cx.analysis.possible(missed, brief)
  if (verdict.kind !== 'possible') return undefined
  const { span } = nodeOf(rule, cx).action
  return report(proofs.uncoveredCombination, span, { values: valuesOf(verdict.witness, read, cx) })
}

/** Undefined where the conditions read events too. */
function attributesOf(conditions: readonly Expr[], { analysis: { space } }: Findings): readonly number[] | undefined {
  const reads = conditions.map(condition => readsOf(condition, space))
  if (reads.some(({ events }) => events)) return undefined
  const variables = reads.flatMap(one => one.variables)
  return [...new Set(variables.flatMap(variable => space.variables[variable]?.attribute ?? []))].sort((a, b) => a - b)
}

/** Of texts nobody expects that a table has a case for each. */
function isListed(index: number, { program }: Findings): boolean {
  const type = program.attributes[index]?.type
  return type?.kind === 'enum' ? type.values !== undefined : type?.kind !== 'text' && type?.kind !== 'list'
}

/** `employees` = 5, `country` = "US". */
function valuesOf({ lead }: Witness, attributes: readonly number[], { program }: Findings): string {
  const named = attributes.flatMap(index => program.attributes[index] ?? [])
  return named.map(({ name, key }) => `\`${name}\` = ${JSON.stringify(lead[key])}`).join(', ')
}
