/** How parts of a model are said: as they are written, else in the words of the language. */

import { writtenNumber } from '@merit-lang/language'
import type { Condition, ConditionPart, Expr, Program } from '@merit-lang/runtime'
import { writtenExpr } from '../written/expressions.ts'
import type { Said } from './versions.ts'

export function saidExpr(expr: Expr | undefined, program: Program): Said | undefined {
  if (!expr) return undefined
  const full = () => writtenExpr(expr, program)
  return { part: expr, text: full(), full }
}

/** A number that is not there where it changes nothing. */
export function saidShare(share: number | undefined): Said | undefined {
  if (share === undefined || share === 1) return undefined
  const text = `${writtenNumber(Number((share * 100).toPrecision(12)))}%`
  return { part: { op: 'const', value: share }, text, full: () => text }
}

export function saidCondition(condition: Condition | undefined, program: Program): Said | undefined {
  if (!condition) return undefined
  const { expr } = condition
  return { part: condition, text: conditionText(condition, program), full: () => writtenExpr(expr, program) }
}

/** All of them, or none. */
export function joined(conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const some = conditions.filter(condition => condition !== undefined)
  const [first, ...others] = some
  if (!first || others.length === 0) return first
  return { expr: { op: 'and', of: some.map(({ expr }) => expr) }, parts: some.flatMap(({ parts }) => parts) }
}

/** The comparisons as they are written, connected as the expression has them. */
function conditionText({ expr, parts }: Condition, program: Program): string {
  const texts = new Map(parts.map(part => [JSON.stringify(part.holds), part.text]))
  return connected(expr, { texts, parts, program }, 'or')
}

interface Comparisons {
  readonly texts: ReadonlyMap<string, string>
  readonly parts: readonly ConditionPart[]
  readonly program: Program
}

function connected(expr: Expr, comparisons: Comparisons, around: 'or' | 'and' | 'not'): string {
  const text = comparisons.texts.get(JSON.stringify(expr))
  if (text !== undefined) return around === 'not' && / (?:and|or) /.test(text) ? `(${text})` : text
  if (expr.op === 'not') return `not ${connected(expr.of, comparisons, 'not')}`
  if (expr.op !== 'and' && expr.op !== 'or') return writtenExpr(expr, comparisons.program)
  const joined = linksOf(expr.op, expr.of, comparisons).join(` ${expr.op} `)
  return around === 'or' || (around === 'and' && expr.op === 'and') ? joined : `(${joined})`
}

/** A comparison may itself be several tests, which stand in the chain as if they were its own. */
function linksOf(op: 'and' | 'or', of: readonly Expr[], comparisons: Comparisons): readonly string[] {
  const links: string[] = []
  for (let at = 0; at < of.length; ) {
    const rest = of.slice(at)
    const run = comparisons.parts.find(({ holds }) => holds.op === op && startsWith(rest, holds.of))
    if (run) links.push(run.text)
    else links.push(connected(of[at] as Expr, comparisons, op))
    at += run && 'of' in run.holds ? (run.holds.of as readonly Expr[]).length : 1
  }
  return links
}

function startsWith(of: readonly Expr[], start: readonly Expr[]): boolean {
  return start.length > 0 && JSON.stringify(of.slice(0, start.length)) === JSON.stringify(start)
}
