/** A case of a table is taken by no lead, or no event: those before it take all that it would. */
import { type Ast, type Diagnostic, proofs, report, type Span, spanning, written } from '@merit-lang/language'
import type { Case, Expr, Rule } from '@merit-lang/runtime'
import { readsOf } from '../search/reads.ts'
import type { FindingCheck, Findings } from './finding.ts'
import { every, isImpossible, not, some } from './impossible.ts'
import { columnOf, takenInColumn } from './one-column.ts'
import { blocksOf, conditionOf, isPlain, needsOf, nodeOf, type PlacedBlock } from './rules.ts'

export const findCasesNeverTaken: FindingCheck = function* (cx) {
  for (const placed of blocksOf(cx.program))
    for (const rule of placed.block.items) if (rule.kind === 'rule' && !isPlain(rule)) yield* inTable(rule, placed, cx)
}

type Row = Ast.ByRow | Ast.FirstRow

function* inTable(rule: Rule, placed: PlacedBlock, cx: Findings): Generator<Diagnostic | undefined> {
  const { around } = placed
  const rows = rowsOf(nodeOf(rule, cx))
  if (rows.length !== rule.cases.length || isImpossible(cx.analysis, ...around, ...needsOf(rule))) return
  const mayBeTaken = casesTaken(rule, placed, cx)
  for (const i of rows.keys())
    yield isSilent(rule.cases[i]) || mayBeTaken(i) ? undefined : neverTaken(rule, i, rows, placed, cx)
}

/** Of long tables that ask about several things only so many cases are looked at: each is held against all before it. */
const most = { ofLead: 64, ofEvents: 24 }

/** Whether a case may be taken, by its place. */
function casesTaken(rule: Rule, { around }: PlacedBlock, { analysis }: Findings): (i: number) => boolean {
  const { space } = analysis
  const column = rule.on || rule.when || around.length > 0 ? undefined : columnOf(rule.cases, space)
  if (column !== undefined) {
    const classes = [...(space.variables[column]?.classes ?? []).keys()]
    const taken = takenInColumn(rule.cases, classes, space)
    return i => taken[i] === true
  }
  const looked = readsOf(rule, space).events ? most.ofEvents : most.ofLead
  return i => i >= looked || !isImpossible(analysis, ...around, ...taking(rule, takenBy(rule, i)))
}

/** `else: 0` says what would hold without it: it is there for readers. */
function isSilent(one: Case | undefined): boolean {
  return !one?.when && one?.points.op === 'const' && one.points.value === 0
}

/** It holds, and none before it does. */
function takenBy({ cases }: Rule, i: number): readonly Expr[] {
  return [...conditionsOf(cases.slice(0, i)).map(not), ...conditionsOf(cases.slice(i, i + 1))]
}

/** In the order of the program, in which `else` comes last. */
function rowsOf({ action }: Ast.RuleDecl): readonly Row[] {
  const rows: readonly Row[] = action.kind === 'pointsBy' || action.kind === 'pointsFirst' ? action.rows : []
  return [...rows.filter(row => !isElse(row)), ...rows.filter(isElse)]
}

function isElse(row: Row): boolean {
  return row.kind === 'byRow' ? row.cases.some(({ kind }) => kind === 'else') : !row.condition
}

/** That the lead, or an event that counts, takes the case. */
function taking(rule: Rule, own: readonly Expr[]): readonly Expr[] {
  const last = rule.on?.steps.at(-1)
  const when = conditionOf(rule)
  const lead = when ? [when.expr] : []
  return last ? [...lead, some({ op: 'filter', set: last.set, where: every(own) })] : [...lead, ...own]
}

/** With the case that takes all of it, where that is one alone. */
function neverTaken(rule: Rule, i: number, rows: readonly Row[], { around }: PlacedBlock, cx: Findings): Diagnostic {
  const own = conditionsOf(rule.cases.slice(i, i + 1))
  const isNone = (...others: readonly Expr[]) =>
    isImpossible(cx.analysis, ...around, ...taking(rule, [...own, ...others]))
  const row = rows[i] as Row
  const why = isElse(row) ? 'else' : isNone() ? 'impossible' : 'taken'
  const takers =
    why === 'impossible'
      ? []
      : rows.slice(0, i).filter((_, k) => isNone(...conditionsOf(rule.cases.slice(k, k + 1)).map(not)))
  const related = takers.slice(0, 1).map(({ span }) => ({ span, message: 'This case takes them.' }))
  return report(proofs.caseNeverTaken, row.span, { case: written(casesOf(row)), why }, related)
}

function conditionsOf(cases: readonly Case[]): readonly Expr[] {
  return cases.flatMap(({ when }) => when?.expr ?? [])
}

/** Everything in a row before its points. */
function casesOf(row: Row): Span {
  if (row.kind === 'firstRow') return row.condition?.span ?? { ...row.span, end: row.span.start + 'else'.length }
  return spanning((row.cases[0] as Ast.Case).span, (row.cases.at(-1) as Ast.Case).span)
}
