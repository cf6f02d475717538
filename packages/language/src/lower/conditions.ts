/** A condition with what explain shows of it: its comparisons, and the values that each of them reads. */
import type { Condition, ConditionPart, Expr, Read } from '@merit-lang/runtime'
import type { Meaning, SegmentSymbol, Type } from '../check/model.ts'
import type * as Ast from '../syntax/ast.ts'
import { not } from '../words/kernel.ts'
import { chainOf, partsOfChain } from './chains.ts'
import { repeatable, type Scope } from './context.ts'
import { toWorkOut } from './definitions.ts'
import { combining, lowerExpr } from './expressions.ts'
import { lowerPattern } from './patterns.ts'
import { written } from './texts.ts'

/** Connectives fall apart; everything else is one comparison. */
export function conditionOf(ast: Ast.Expr, scope: Scope): Condition {
  if (ast.kind === 'paren') return conditionOf(ast.inner, scope)
  if (ast.kind === 'unary' && ast.operator === 'not') {
    const { expr, parts } = conditionOf(ast.operand, scope)
    return { expr: not(expr), parts }
  }
  if (ast.kind === 'binary' && isConnective(ast.operator)) return connected(ast, scope)
  const expr = lowerExpr(ast, scope)
  return { expr, parts: [{ text: written(ast.span), holds: expr, reads: distinct(readsOf(ast, scope)) }] }
}

const isConnective = (operator: Ast.BinaryOperator): operator is 'and' | 'or' => operator === 'and' || operator === 'or'

function connected(ast: Ast.Binary, scope: Scope): Condition {
  const { first, links } = chainOf(ast, isConnective)
  const parts: ConditionPart[] = []
  const lowerPart = (part: Ast.Expr): Expr => {
    const condition = conditionOf(part, scope)
    parts.push(...condition.parts)
    return condition.expr
  }
  const expr = links.reduce(
    (left, { operator, right }) => combining[operator as 'and' | 'or'](left, lowerPart(right)),
    lowerPart(first),
  )
  return { expr, parts }
}

/** All of them hold. */
export function allOf(conditions: readonly Condition[]): Condition {
  const [first, ...others] = conditions
  if (first && others.length === 0) return first
  return {
    expr: { op: 'and', of: conditions.map(({ expr }) => expr) },
    parts: conditions.flatMap(({ parts }) => parts),
  }
}

/** The first of each text. */
function distinct(reads: readonly Read[]): readonly Read[] {
  const seen = new Set<string>()
  return reads.filter(({ text }) => seen.size < seen.add(text).size)
}

/** The values that an expression is made of, for a person: those of the lead, of its events, and what has a name. */
export function readsOf(ast: Ast.Expr, scope: Scope): readonly Read[] {
  const reads: (ast: never, scope: Scope) => readonly Read[] = forms[ast.kind]
  return reads(ast as never, scope)
}

const none = (): readonly Read[] => []
const itself = (ast: Ast.Expr, scope: Scope): readonly Read[] => [readOf(ast, scope)]
const ofEach = (parts: readonly Ast.Expr[], scope: Scope): readonly Read[] =>
  parts.flatMap(part => readsOf(part, scope))

const forms = {
  name: readsOfName,
  number: none,
  percent: none,
  duration: none,
  date: none,
  text: none,
  boolean: none,
  unary: ({ operand }, scope) => readsOf(operand, scope),
  binary: (ast, scope) =>
    ofEach(
      partsOfChain(ast, () => true),
      scope,
    ),
  membership: ({ value, in: list }, scope) => {
    const bounds = list.kind === 'range' ? [list.low, list.high].filter(bound => bound !== undefined) : [list]
    return ofEach([value, ...bounds], scope)
  },
  wordTest: ({ value, operand }, scope) => ofEach([value, operand], scope),
  knownTest: ({ value }, scope) => readsOf(value, scope),
  ageTest: ({ value }, scope) => readsOf(value, scope),
  momentTest: ({ value, moment }, scope) => ofEach([value, moment], scope),
  quantified: ({ pattern }, scope) => [countOf(pattern, scope)],
  aggregate: itself,
  daysSince: (ast, scope) => [readOf(ast, scope), ...(ast.of.kind === 'pattern' ? [] : readsOf(ast.of, scope))],
  call: (ast, scope) => [readOf(ast, scope), ...ofEach(ast.args, scope)],
  list: ({ elements }, scope) => ofEach(elements, scope),
  paren: ({ inner }, scope) => readsOf(inner, scope),
  hole: none,
} satisfies { [K in Ast.Expr['kind']]: (ast: Extract<Ast.Expr, { kind: K }>, scope: Scope) => readonly Read[] }

type NamesValue = Exclude<Meaning['kind'], 'segment' | 'list' | 'symbol' | 'now' | 'event' | 'derived'>
const namesValue = {
  attribute: true,
  let: true,
  score: true,
  grade: true,
  stage: true,
  eventProperty: true,
  eventTime: true,
  calendar: true,
} satisfies { [K in NamesValue]: true }

function readsOfName(ast: Ast.NameExpr, scope: Scope): readonly Read[] {
  const meaning = scope.program.model.meanings.get(ast)
  if (!meaning) return []
  if (meaning.kind === 'segment') return readsOfSegment(meaning, scope)
  return Object.hasOwn(namesValue, meaning.kind) && !isConstant(lowerExpr(ast, scope)) ? [readOf(ast, scope)] : []
}

function readsOfSegment(symbol: SegmentSymbol, scope: Scope): readonly Read[] {
  const { segmentReads } = scope
  const open = segmentReads.has(symbol.name) ? [] : toWorkOut(symbol, ['segment'], segmentReads, scope)
  for (const { name, declaration } of open) {
    const { parts } = conditionOf(declaration.condition, scope)
    segmentReads.set(name, distinct(parts.flatMap(part => part.reads)))
  }
  return segmentReads.get(symbol.name) as readonly Read[]
}

const isConstant = (expr: Expr): boolean => expr.op === 'const'

export function readOf(ast: Ast.Expr, scope: Scope): Read {
  const value = repeatable(lowerExpr(ast, scope), scope)
  return { text: written(ast.span), value, as: shownAs(scope.program.model.types.get(ast)) }
}

function countOf(pattern: Ast.Pattern, scope: Scope): Read {
  return { text: written(pattern.span), value: { op: 'count', set: lowerPattern(pattern, scope) }, as: 'number' }
}

const shown = {
  text: 'text',
  enum: 'text',
  number: 'number',
  duration: 'number',
  boolean: 'boolean',
  date: 'date',
  list: 'list',
  broken: 'text',
} as const satisfies { [K in Type['kind']]: Read['as'] }

export function shownAs(type: Type | undefined): Read['as'] {
  return type ? shown[type.kind] : 'text'
}
