/** Grades, stages, disqualifications and promises. */
import { fold } from '@merit-lang/runtime'
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { textOf } from '../syntax/source.ts'
import { type Checking, say } from './checking.ts'
import { constantOf } from './constants.ts'
import { checkCondition, checkNumber } from './expressions.ts'
import type { GradeSymbol } from './model.ts'
import { type Definition, named, type Score, type Stage } from './names.ts'

/** The labels of each grade, joined ones after those that they join. */
export function settleLabels(cx: Checking, order: readonly Definition[]): void {
  for (const symbol of order) {
    if (symbol.kind === 'grade') (symbol as { labels: readonly string[] }).labels = labelsOf(cx, symbol)
  }
}

/** More labels than anybody would name are left open. */
const manyLabels = 10_000

function labelsOf(cx: Checking, { declaration }: GradeSymbol): string[] {
  const { rows = [], otherwise, joined } = declaration
  if (!joined) return [...new Set([...rows.map(({ label }) => label.text), ...(otherwise ? [otherwise.text] : [])])]
  const parts = joined
    .map(part => cx.meanings.get(part))
    .map(meaning => (meaning?.kind === 'grade' ? meaning.labels : []))
  return parts.reduce<string[]>(
    (labels, next) => (labels.length * next.length > manyLabels ? labels : labels.flatMap(a => next.map(b => a + b))),
    [''],
  )
}

export function checkGrade(cx: Checking, { declaration }: GradeSymbol): void {
  const { rows = [], from } = declaration
  for (const { at, when, label } of rows) {
    if (at) checkNumber(cx, at, `The cut-off of ${label.text}`)
    if (when) checkCondition(cx, when)
    if (at && !from) say(cx, problem.cutOffWithoutScore, at.span, { label: label.text, grade: declaration.name.text })
    if (when && from) say(cx, problem.conditionInCutOffs, when.span, { label: label.text, score: from.text })
  }
  checkLabels(cx, declaration)
  checkFalling(cx, rows)
}

function checkLabels(cx: Checking, { rows = [], otherwise }: Ast.GradeDecl): void {
  const seen = new Map<string, Ast.Label>()
  for (const label of [...rows.map(row => row.label), ...(otherwise ? [otherwise] : [])]) {
    const before = seen.get(fold(label.text))
    const related = before ? [{ span: before.span, message: 'it stands here already' }] : []
    if (before) say(cx, problem.duplicateLabel, label.span, { label: label.text }, related)
    else seen.set(fold(label.text), label)
  }
}

function checkFalling(cx: Checking, rows: readonly Ast.GradeRow[]): void {
  let last: { readonly row: Ast.GradeRow; readonly value: number } | undefined
  for (const row of rows) {
    const value = row.at && constantOf(cx, row.at)
    if (value === undefined) continue
    if (last && value >= last.value) {
      const related = [{ span: last.row.span, message: 'the row before it' }]
      const params = { label: row.label.text, at: value, before: last.row.label.text, beforeAt: last.value }
      say(cx, problem.cutOffsNotFalling, row.span, params, related)
    }
    last = { row, value }
  }
}

/** Which score `at` reads: the one that is named, else `total`, else the only one. */
export function settleStages(cx: Checking): void {
  const scores = named(cx.names, 'score')
  const implied = scores.find(({ name }) => name === 'total') ?? (scores.length === 1 ? scores[0] : undefined)
  for (const stage of named(cx.names, 'stage')) {
    for (const line of stage.lines)
      if (line.declaration.at) line.score = scoreOfLine(cx, line.declaration, implied, scores)
  }
}

function scoreOfLine(
  cx: Checking,
  { of, span, at }: Ast.Qualify,
  implied: Score | undefined,
  scores: readonly Score[],
): Score | undefined {
  if (of) {
    const meaning = cx.meanings.get(of)
    return meaning?.kind === 'score' ? (meaning as Score) : undefined
  }
  if (implied) return implied
  const names = scores.map(({ name }) => name)
  if (names.length === 0) say(cx, problem.nothingToScore, span, {})
  else say(cx, problem.whichScore, span, { names, at: at?.span ?? span })
  return undefined
}

export function checkStage(cx: Checking, { lines }: Stage): void {
  for (const { declaration } of lines) {
    const { at, until, when } = declaration
    if (at) checkNumber(cx, at, 'The threshold')
    if (until) checkNumber(cx, until, 'The threshold')
    if (when) checkCondition(cx, when)
    if (at && until) checkUntil(cx, at, until)
  }
}

function checkUntil(cx: Checking, at: Ast.Expr, until: Ast.Expr): void {
  const [enter, leave] = [constantOf(cx, at), constantOf(cx, until)]
  if (enter === undefined || leave === undefined || leave < enter) return
  const params = { at: textOf(at.span), until: textOf(until.span), atSpan: at.span, untilSpan: until.span }
  say(cx, problem.untilAboveAt, until.span, params)
}

export function checkPromise(cx: Checking, { condition, given }: Ast.PromiseDecl): void {
  checkCondition(cx, condition)
  if (given) checkCondition(cx, given)
}
