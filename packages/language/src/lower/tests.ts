/** Conditions that test one value: membership, words on texts and lists, the age of a date. */
import { type Expr, fold } from '@merit-lang/runtime'
import type * as Ast from '../syntax/ast.ts'
import { atMost, choose, constant, every, folded, less, literalText, some, subtract } from '../words/kernel.ts'
import { findTextOperator, type Many } from '../words/lookup.ts'
import type { TextOperator } from '../words/word.ts'
import { repeatable, type Scope } from './context.ts'
import { lowerExpr, negatedIf } from './expressions.ts'
import { compare, inRange, type Operand, operand } from './operands.ts'

export function lowerMembership(ast: Ast.Membership, scope: Scope): Expr {
  const value = operand(ast.value, scope)
  const test = ast.in.kind === 'range' ? inRange(value, ast.in, scope) : inList(value, ast.in, scope)
  return negatedIf(ast.negated, test)
}

/** Constants become one look-up; dates and names of values are compared one by one. */
export function inList(value: Operand, list: Ast.Expr, scope: Scope): Expr {
  const elements = elementsOf(list, scope)
  if (!elements) return { op: 'has', list: lowerExpr(list, scope), item: value.expr }
  const constants = elements.flatMap(({ expr, day }) => (day ? [] : memberOf(expr)))
  const others = elements.filter(({ expr, day }) => day || expr.op !== 'const')
  const tests = others.map(other => compare('=', value, other))
  if (constants.length > 0 || tests.length === 0)
    tests.unshift({ op: 'member', of: value.expr, values: [...new Set(constants)] })
  return some(...tests)
}

/** An unknown constant equals nothing. */
function memberOf(expr: Expr): readonly (string | number)[] {
  if (expr.op !== 'const') return []
  return typeof expr.value === 'string' || typeof expr.value === 'number' ? [expr.value] : []
}

/** What `[…]` or the name of a `list` holds, lists in it included; nothing for a list that only the lead knows. */
export function elementsOf(list: Ast.Expr, scope: Scope): readonly Operand[] | undefined {
  if (list.kind === 'paren') return elementsOf(list.inner, scope)
  if (list.kind === 'list')
    return list.elements.flatMap(element => elementsOf(element, scope) ?? [operand(element, scope)])
  const meaning = list.kind === 'name' ? scope.program.model.meanings.get(list) : undefined
  if (meaning?.kind !== 'list') return undefined
  return meaning.values.map(value => ({ expr: folded(constant(value)) }))
}

export function lowerWordTest(ast: Ast.WordTest, scope: Scope): Expr {
  const tests = wordTests(ast, scope)
  return negatedIf(ast.negated, joined[manyOf(ast, scope)](tests))
}

const joined = {
  one: ([test]) => test ?? some(),
  any: tests => some(...tests),
  all: tests => every(...tests),
} satisfies { [K in Many]: (tests: readonly Expr[]) => Expr }

function found(ast: Ast.WordTest, { program }: Scope) {
  return findTextOperator(
    program.model.vocabulary,
    ast.words.map(({ text }) => text),
  )
}

const manyOf = (ast: Ast.WordTest, scope: Scope): Many => found(ast, scope)?.many ?? 'one'

/** One test for each of the texts that are looked for. */
function wordTests(ast: Ast.WordTest, scope: Scope): readonly Expr[] {
  const { operator, many } = found(ast, scope) ?? {}
  if (!operator) return []
  const isList = scope.program.model.types.get(ast.value)?.kind === 'list'
  const value = repeatable(lowerExpr(ast.value, scope), scope)
  const one = (item: Expr) =>
    isList && operator.lowerList ? operator.lowerList(value, folded(item)) : onText(operator, value, item)
  return operandsOf(ast.operand, many === 'one', scope).map(one)
}

function onText(operator: TextOperator, value: Expr, item: Expr): Expr {
  return operator.lower(folded(value), operator.operand === 'text' ? folded(item) : item)
}

/** As written, since a pattern is not folded before it is read; each text once. */
function operandsOf(ast: Ast.Expr, single: boolean, scope: Scope): readonly Expr[] {
  if (single) return [lowerExpr(ast, scope)]
  const elements = listed(ast, scope)
  const seen = new Set<string>()
  return elements.filter(expr => expr.op !== 'const' || firstTime(seen, fold(literalText(expr))))
}

function firstTime(seen: Set<string>, text: string): boolean {
  return seen.size < seen.add(text).size
}

function listed(ast: Ast.Expr, scope: Scope): readonly Expr[] {
  if (ast.kind === 'paren') return listed(ast.inner, scope)
  if (ast.kind === 'list') return ast.elements.flatMap(element => listed(element, scope))
  const meaning = ast.kind === 'name' ? scope.program.model.meanings.get(ast) : undefined
  return meaning?.kind === 'list' ? meaning.values.map(value => constant(value)) : [lowerExpr(ast, scope)]
}

/** `per match`: how many of the listed values the condition's `any of` finds. */
export function matchCount(condition: Ast.Expr, scope: Scope): Expr {
  const test = anyOfTest(condition, scope)
  const found = test ? wordTests(test, scope) : []
  return found
    .map(when => choose([[when, constant(1)]], constant(0)))
    .reduce((left, right): Expr => ({ op: 'add', left, right }), constant(0))
}

function anyOfTest(ast: Ast.Expr, scope: Scope): Ast.WordTest | undefined {
  if (ast.kind === 'paren') return anyOfTest(ast.inner, scope)
  if (ast.kind === 'wordTest') return manyOf(ast, scope) === 'any' && !ast.negated ? ast : undefined
  if (ast.kind !== 'binary' || ast.operator !== 'and') return undefined
  return anyOfTest(ast.left, scope) ?? anyOfTest(ast.right, scope)
}

/** `within 30d`: 0 ≤ age < 30d. `older than 30d`: age ≥ 30d. `in next 30d`: 0 ≤ what is still to go < 30d. */
const ages = {
  within: (date, duration) => every(atMost(date, now), less(subtract(now, date), duration)),
  older: (date, duration) => atMost(duration, subtract(now, date)),
  next: (date, duration) => every(atMost(now, date), less(subtract(date, now), duration)),
} satisfies { [K in Ast.AgeTest['relation']]: (date: Expr, duration: Expr) => Expr }

const now: Expr = { op: 'now' }

export function lowerAgeTest({ negated, value, relation, duration }: Ast.AgeTest, scope: Scope): Expr {
  const date = repeatable(lowerExpr(value, scope), scope)
  return negatedIf(negated, ages[relation](date, lowerExpr(duration, scope)))
}
