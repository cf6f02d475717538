/** What tests should show of scores that are made of rules. */
import { always, every, hasAny, not, some, titleOf } from '@merit-lang/analysis'
import type { Ast } from '@merit-lang/language'
import type { Block, Case, Condition, Expr, Multiplier, Rule } from '@merit-lang/runtime'
import { holds, ruleWorth } from '@merit-lang/runtime/reference'
import {
  type Asked,
  comparisonGoals,
  ofLead,
  type Reading,
  type SoughtGoal,
  type SoughtStatement,
  shownBy,
  statementAt,
  statementOf,
} from './sought.ts'
import { conditionBefore, rowsOf, type WrittenRow } from './written.ts'

/** Where a block or rule stands: the score, and the conditions of the blocks around it. */
interface Place {
  readonly of: string
  readonly around: readonly Expr[]
}

export function soughtInBlock(block: Block, { of, around }: Place, reading: Reading): readonly SoughtStatement[] {
  const inside = { of, around: block.when ? [...around, block.when.expr] : around }
  return [
    ...(block.when ? gateOf(block, block.when, inside, reading) : []),
    ...block.items.flatMap(item =>
      item.kind === 'rule' ? soughtInRule(item, inside, reading) : soughtInBlock(item, inside, reading),
    ),
    ...block.multipliers.flatMap(one => multiplierOf(one, inside, reading)),
  ]
}

function gateOf(
  { name, span }: Block,
  when: Condition,
  { of, around }: Place,
  reading: Reading,
): readonly SoughtStatement[] {
  const ast = statementAt(reading, span, 'group') ?? statementAt(reading, span, 'score')
  if (!ast?.when) return []
  const about = {
    kind: 'block',
    name: `${ast.kind} ${name}`,
    of,
    span: { ...ast.span, end: ast.when.span.end },
  } as const
  return [statementOf(about, shownBy('matched', every(...around)), comparisonGoals(when, ast.when, reading))]
}

function multiplierOf(
  { id, when, span }: Multiplier,
  { of, around }: Place,
  reading: Reading,
): readonly SoughtStatement[] {
  const ast = statementAt(reading, span, 'rule')
  if (!ast) return []
  const about = { kind: 'multiplier', name: id, of, span: ast.span } as const
  const matched = shownBy('matched', every(...around, when.expr))
  return [statementOf(about, matched, comparisonGoals(when, conditionBefore(ast), reading))]
}

function soughtInRule(rule: Rule, { of, around }: Place, reading: Reading): readonly SoughtStatement[] {
  const ast = statementAt(reading, rule.span, 'rule')
  if (!ast) return []
  const asked = askedOf(rule)
  const given = rule.when ? [...around, rule.when.expr] : around
  const taken = every(...given, asked(some(...rule.cases.map(conditionOf))))
  // A case may apply and its points be unknown: then the rule gives nothing.
  const matched = shownBy('matched', taken, run => {
    const isActive = around.every(one => holds(one, { run }))
    return ruleWorth(rule, run, isActive).matched
  })
  const about = { kind: 'rule', name: titleOf(rule), of, span: ast.span } as const
  return [statementOf(about, matched, [...gateGoals(rule, ast, reading), ...rowGoals(rule, ast, given, reading)])]
}

/** Where the cases are looked at: for the lead, or for each event that counts. */
function askedOf({ on }: Rule): Asked {
  const set = on?.steps.at(-1)?.set
  if (!set) return ofLead
  return where => hasAny(where === always ? set : { op: 'filter', set, where })
}

const conditionOf = ({ when }: Case): Expr => when?.expr ?? always

/** In `when C add N` the condition is the case's. */
function gateGoals(rule: Rule, ast: Ast.RuleDecl, reading: Reading): readonly SoughtGoal[] {
  const condition = rule.when ?? (isTable(ast) ? undefined : rule.cases[0]?.when)
  return comparisonGoals(condition, conditionBefore(ast), reading)
}

const isTable = ({ action }: Ast.RuleDecl) => action.kind === 'pointsBy' || action.kind === 'pointsFirst'

/** Each row, where those before it do not apply. */
function rowGoals(rule: Rule, ast: Ast.RuleDecl, given: readonly Expr[], reading: Reading): readonly SoughtGoal[] {
  const asked = askedOf(rule)
  return rowsOf(ast).flatMap((row, i) => {
    const one = rule.cases[i]
    if (!one) return []
    const before = rule.cases.slice(0, i).map(other => not(conditionOf(other)))
    const applies = every(...given, asked(every(...before, conditionOf(one))))
    return [bandOf(row, applies), ...comparisonGoals(one.when, row.condition, reading, { asked })]
  })
}

function bandOf({ text, span }: WrittenRow, applies: Expr): SoughtGoal {
  return { kind: 'band', text, span, outcomes: [shownBy('applied', applies)] }
}
