/** Scores, grades, stages, disqualifications and promises. */
import type { Condition, Disqualification, Expr, Grade, Promised, Score, Stage, StageLine } from '@merit-lang/runtime'
import type { GradeSymbol, ScoreSymbol, StageSymbol } from '../check/model.ts'
import { reasonOf } from '../check/reason.ts'
import type * as Ast from '../syntax/ast.ts'
import { atMost, choose, constant } from '../words/kernel.ts'
import { allOf, conditionOf, readsOf } from './conditions.ts'
import { place, type Scope } from './context.ts'
import { lowerExpr } from './expressions.ts'
import { lowerOptional } from './modifiers.ts'
import { lowerBlock } from './rules.ts'
import { placeOf, written } from './texts.ts'

export function lowerScore({ name, declaration, items, span }: ScoreSymbol, scope: Scope): Score {
  const doc = declaration?.doc ?? ''
  if (declaration?.formula) return lowerFormula(name, declaration, declaration.formula, scope)
  const head = {
    cap: declaration?.cap,
    floor: declaration?.floor,
    weight: declaration?.weight,
    when: declaration?.when,
  }
  const source = { ...head, name, items: items ?? [], span: declaration?.span ?? span }
  return { kind: 'rules', name, block: lowerBlock(source, { windows: {} }, scope), doc }
}

function lowerFormula(name: string, declaration: Ast.ScoreDecl, ast: Ast.Expr, scope: Scope): Score {
  const { when, doc, span } = declaration
  const formula = lowerExpr(ast, scope)
  return {
    kind: 'formula',
    name,
    text: written(ast.span),
    formula: when ? choose([[lowerExpr(when, scope), formula]], constant(0)) : formula,
    reads: readsOf(ast, scope),
    cap: lowerOptional(declaration.cap, scope),
    floor: lowerOptional(declaration.floor, scope),
    span: placeOf(span),
    doc,
  }
}

export function lowerGrade({ name, declaration }: GradeSymbol, scope: Scope): Grade {
  const { from, rows = [], otherwise, joined, span } = declaration
  const { grades } = scope.program
  if (joined)
    return { kind: 'joined', name, grades: joined.map(({ text }) => place(grades, text)), span: placeOf(span) }
  const cases = rows.map(row => ({ label: row.label.text, when: rowCondition(row, from, scope) }))
  return { kind: 'cases', name, cases, otherwise: otherwise?.text ?? '', span: placeOf(span) }
}

function rowCondition({ at, when }: Ast.GradeRow, from: Ast.Ident | undefined, scope: Scope): Condition {
  const conditions = when ? [conditionOf(when, scope)] : []
  return allOf(at && from ? [reaches(from.text, at, scope), ...conditions] : conditions)
}

/** `at 80`: the score is that or more. */
function reaches(score: string, at: Ast.Expr, scope: Scope): Condition {
  const value: Expr = { op: 'score', index: place(scope.program.scores, score) }
  const expr = atMost(lowerExpr(at, scope), value)
  const reads = [{ text: score, value, as: 'number' as const }, ...readsOf(at, scope)]
  return { expr, parts: [{ text: `${score} at ${written(at.span)}`, holds: expr, reads }] }
}

export function lowerStage({ name, lines }: StageSymbol, scope: Scope): Stage {
  return { name, lines: lines.map(({ declaration, score }) => lowerLine(declaration, score, scope)) }
}

function lowerLine({ at, when, until, span }: Ast.Qualify, score: ScoreSymbol | undefined, scope: Scope): StageLine {
  const threshold = at && score && reaches(score.name, at, scope)
  const condition = when && conditionOf(when, scope)
  return {
    text: written(span),
    when: allOf([threshold, condition].filter(part => part !== undefined)),
    at: at && score && { score: place(scope.program.scores, score.name), threshold: lowerExpr(at, scope) },
    until: lowerOptional(until, scope),
    span: placeOf(span),
  }
}

export function lowerDisqualification(declaration: Ast.Disqualify, scope: Scope): Disqualification {
  const { condition, span } = declaration
  return { reason: reasonOf(declaration), when: conditionOf(condition, scope), span: placeOf(span) }
}

export function lowerPromise({ quantity, condition, given, span }: Ast.PromiseDecl, scope: Scope): Promised {
  return {
    kind: quantity,
    text: written(span),
    condition: conditionOf(condition, scope),
    given: given && conditionOf(given, scope),
    span: placeOf(span),
  }
}
