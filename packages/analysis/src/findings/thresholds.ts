/** The numbers that scores are held against. */
import { type Ast, ancestorsOf, type CheckedModel, constantOf, nodesOf, type Span, written } from '@merit-lang/language'
import { toPoints } from '@merit-lang/runtime/reference'
import type { Analysis } from '../analysis.ts'
import type { Witness } from '../claims.ts'
import { scorePoints } from '../search/goal.ts'
import { once, type Steps } from '../steps.ts'
import type { Findings } from './finding.ts'
import { fallsShort, search } from './impossible.ts'

/** Met by a score of `least` or more; where `open`, by more only. */
export interface Threshold {
  /** By its index. */
  readonly score: number
  readonly name: string
  readonly least: number
  readonly open: boolean
  /** The next lower cut-off of its grade, above which it has to stay. */
  readonly lower: number
  /** As written: `at 120`, `fit >= 120`. */
  readonly text: string
  readonly span: Span
  /** The number, where it is written as one. */
  readonly number: Span | undefined
}

/** A threshold, and what is proved of it. */
export interface Judged extends Threshold {
  readonly isUnreachable: () => Steps<boolean>
  readonly isAlwaysMet: () => Steps<boolean>
  /** That were found on the way: on both sides of it, where there are such. Those with few points are looked at quickly. */
  readonly leads: () => Steps<readonly Witness[]>
}

const judged = new WeakMap<Findings, readonly Judged[]>()

/** In stages, grades and conditions; those that depend on the lead are left out. */
export function thresholdsOf(cx: Findings): readonly Judged[] {
  const { model, analysis } = cx
  const known = judged.get(cx) ?? [...inStages(model), ...inGrades(model), ...inConditions(model)].map(judge(analysis))
  judged.set(cx, known)
  return known
}

function judge(analysis: Analysis): (threshold: Threshold) => Judged {
  return threshold => {
    const { name, text, score } = threshold
    const [points, met] = [scorePoints(score), leastMet(threshold)]
    const most = once(() => search(`${name} ${text}`, points, met, 1, analysis))
    const fewest = once(() => search(`${name} ${text}`, points, met - 1, -1, analysis))
    return {
      ...threshold,
      *isUnreachable() {
        return fallsShort(yield* most(), met, 1)
      },
      *isAlwaysMet() {
        return fallsShort(yield* fewest(), met - 1, -1)
      },
      *leads() {
        return [yield* fewest(), yield* most()].flatMap(({ witness }) => witness ?? [])
      },
    }
  }
}

/** Those of the thresholds of which it is proved. */
export function* those(cx: Findings, are: 'isUnreachable' | 'isAlwaysMet'): Steps<readonly Judged[]> {
  const found: Judged[] = []
  for (const threshold of thresholdsOf(cx)) if (yield* threshold[are]()) found.push(threshold)
  return found
}

/** In millionths, of which scores are whole ones. */
function leastMet({ least, open }: Threshold): number {
  const near = Math.round(least * 1e6)
  const isMet = (millionths: number) => (open ? toPoints(millionths) > least : toPoints(millionths) >= least)
  return [near - 1, near].find(isMet) ?? near + 1
}

export function within(inner: Span, outer: Span): boolean {
  return inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end
}

function inStages(model: CheckedModel): Threshold[] {
  return model.stages.flatMap(({ lines }) =>
    lines.flatMap(({ declaration, score }) => atLeast(model, declaration.at, score?.name)),
  )
}

function inGrades(model: CheckedModel): Threshold[] {
  return model.grades.flatMap(({ declaration: { rows = [], from } }) =>
    rows.flatMap(({ at }, i) => atLeast(model, at, from?.text, constantOf(model, rows[i + 1]?.at))),
  )
}

function atLeast(
  model: CheckedModel,
  at: Ast.Expr | undefined,
  name: string | undefined,
  lower = Number.NEGATIVE_INFINITY,
): readonly Threshold[] {
  const least = constantOf(model, at)
  const score = model.scores.findIndex(one => one.name === name)
  if (!at || least === undefined || name === undefined || score < 0) return []
  const text = `at ${written(at.span)}`
  return [{ score, name, least, open: false, lower, text, span: at.span, number: numberIn(at) }]
}

function inConditions(model: CheckedModel): Threshold[] {
  return nodesOf(model, 'binary').flatMap(test => {
    const open = test.operator === '>'
    const symbol = open || test.operator === '>=' ? scoreIn(model, test.left) : undefined
    const least = constantOf(model, test.right)
    if (!symbol || least === undefined || claims(model, test)) return []
    const { span, right } = test
    const [score, lower] = [model.scores.indexOf(symbol), Number.NEGATIVE_INFINITY]
    return [{ score, name: symbol.name, least, open, lower, text: written(span), span, number: numberIn(right) }]
  })
}

function scoreIn(model: CheckedModel, expr: Ast.Expr) {
  const meaning = expr.kind === 'name' ? model.meanings.get(expr) : undefined
  return meaning?.kind === 'score' ? meaning : undefined
}

const numberIn = ({ kind, span }: Ast.Expr) => (kind === 'number' ? span : undefined)

/** A test or a promise may well say what always or never holds. */
function claims(model: CheckedModel, test: Ast.Expr): boolean {
  return [...ancestorsOf(model, test)].some(({ kind }) => kind === 'test' || kind === 'promise')
}
