/** Tables that are rules for each row on the other side, which is no change. */
import type { Case, Condition, Rule } from '@merit-lang/runtime'
import type { Forms, Side } from './forms.ts'
import { isTable } from './rules.ts'
import { joined } from './said.ts'

/** A rule, and what it stands in. */
export interface Standing {
  readonly item: Rule
  readonly place: string
}

/** Those of either side that a table on one and rules on the other say alike. */
export function rewritten<T extends Standing>(before: readonly T[], after: readonly T[], forms: Forms): ReadonlySet<T> {
  const found = new Set<T>()
  for (const [tables, rules, side] of [[before, after, 0] as const, [after, before, 1] as const])
    for (const table of tables) {
      const open = rules.filter(rule => rule.place === table.place && !found.has(rule))
      for (const one of sameAs(table, open, side, forms) ?? []) found.add(one)
    }
  return found
}

/** The table and a rule for each of its rows; nothing where a row has none. */
function sameAs<T extends Standing>(table: T, rules: readonly T[], side: Side, forms: Forms): readonly T[] | undefined {
  const rows = isTable(table.item) ? rowsOf(table.item, side, forms) : undefined
  if (!rows) return undefined
  const others = new Map(rules.flatMap(rule => (isTable(rule.item) ? [] : keyed(rule, side === 0 ? 1 : 0, forms))))
  const partners = rows.flatMap(row => others.get(row) ?? [])
  return partners.length === rows.length ? [table, ...partners] : undefined
}

function keyed<T extends Standing>(rule: T, side: Side, forms: Forms): readonly (readonly [string, T])[] {
  return (rowsOf(rule.item, side, forms) ?? []).map(row => [row, rule] as const)
}

/**
 * Of rows of which one holds at most: of `points by`, and the only one of a rule. What gives no points is left out. Nothing where what one
 * gives depends on the others.
 */
function rowsOf(rule: Rule, side: Side, forms: Forms): readonly string[] | undefined {
  const { on, when, cases, subject, cap, floor, weight = 1 } = rule
  if (on || cap || floor || weight !== 1 || (isTable(rule) && !subject)) return undefined
  const giving = cases.filter(({ points }) => points.op !== 'const' || points.value !== 0)
  return giving.map(one => {
    const condition = one.when ?? (subject && elseOf(cases))
    return `${forms.of(side, joined([when, condition]))} ${forms.of(side, one.points)}`
  })
}

/** That no row but `else` holds. */
function elseOf(cases: readonly Case[]): Condition {
  const of = cases.flatMap(({ when }) => (when ? [when.expr] : []))
  return { expr: { op: 'not', of: { op: 'or', of } }, parts: [] }
}
