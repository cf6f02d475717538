/** A table `points by x { … }` as rules `when x = A add …`. */
import type { Ast, Understood } from '@merit-lang/language'
import { indentationAt, replace } from '../edits.ts'
import { type Refactoring, ruleAt } from '../selection.ts'
import { spaced } from './rows.ts'

export const whens: Refactoring = at => {
  const rule = ruleAt(at)
  const table = rule?.action
  if (!rule || table?.kind !== 'pointsBy' || rule.trigger.kind !== 'always' || rule.modifiers.length > 0) return []
  const { span } = rule
  if (at.comments.some(comment => comment.span.start > span.start && comment.span.end < span.end)) return []
  const rules = rulesOf(at.project.checked.understood, table)
  if (rules.length === 0) return []
  const text = rules.join(`\n${indentationAt(at.source, span.start)}`)
  return [
    { title: 'Write this table as a rule for each row', kind: 'refactor.rewrite', edits: () => [replace(span, text)] },
  ]
}

type Table = Extract<Ast.Action, { kind: 'pointsBy' }>

/** Rows of no points need no rule. None at all where a row cannot be a condition. */
function rulesOf(understood: Understood, { subject, rows }: Table): readonly string[] {
  const value = subject.kind === 'name' || subject.kind === 'call' ? spaced(subject) : `(${spaced(subject)})`
  const named = rows.filter(({ cases }) => !cases.some(({ kind }) => kind === 'else'))
  const conditions = named.map(({ cases }) => conditionOf(understood, value, cases))
  if (conditions.some(one => one === undefined)) return []
  const otherwise =
    conditions.length === 0 ? `${value} is known or ${value} is unknown` : `not (${conditions.join(' or ')})`
  return rows.flatMap(row => {
    const condition = conditions[named.indexOf(row)] ?? otherwise
    const points = pointsIn(row.points)
    return points === undefined ? [] : [`when ${condition} ${points}`]
  })
}

function conditionOf(understood: Understood, value: string, cases: readonly Ast.Case[]): string | undefined {
  const single = cases.filter(one => one.kind === 'value' && !isList(understood, one.value))
  if (single.length > 1 && single.length === cases.length) return `${value} in [${single.map(spaced).join(', ')}]`
  const tests = cases.map(one => (testOf[one.kind] as Test<Ast.Case>)(one, value, understood))
  return tests.every(test => test !== undefined) ? tests.join(' or ') : undefined
}

type Test<C> = (one: C, value: string, understood: Understood) => string | undefined

const testOf = {
  value: ({ value: one }, value, understood) =>
    one.kind === 'hole' ? undefined : `${value} ${isList(understood, one) ? 'in' : '='} ${spaced(one)}`,
  range: (range, value) => (range.form.startsWith('..') ? `${value} in ${spaced(range)}` : `${value} ${spaced(range)}`),
  unknown: (_, value) => `${value} is not known`,
  else: () => undefined,
} satisfies { [K in Ast.Case['kind']]: Test<Extract<Ast.Case, { kind: K }>> }

function isList({ meanings }: Understood, expr: Ast.Expr): boolean {
  return expr.kind === 'name' && meanings.get(expr)?.kind === 'list'
}

function pointsIn(points: Ast.Expr): string | undefined {
  if (points.kind === 'number' && points.value === 0) return undefined
  if (points.kind === 'unary' && points.operator === '-') return `subtract ${spaced(points.operand)}`
  return `add ${spaced(points)}`
}
