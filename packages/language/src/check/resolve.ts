/** Names in expressions: each gets its meaning, or is reported; on the way, uses leave clues to undeclared types. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { findTextOperator } from '../words/lookup.ts'
import { chainKind, chainOf } from './chains.ts'
import { type Checking, say, suggest } from './checking.ts'
import { alike, suggestKind } from './clues.ts'
import { resolveLoneValues } from './lone-values.ts'
import { pathName } from './names.ts'
import { resolvePattern } from './resolve-patterns.ts'
import { ownerOf, resolveName, resolveOf, type Scope, use } from './scope.ts'
import { broken } from './types.ts'

type Resolve<E> = (cx: Checking, expr: E, scope: Scope) => void

const nothing = () => {}

const resolving = {
  name: resolveName,
  number: nothing,
  percent: nothing,
  duration: nothing,
  date: nothing,
  text: nothing,
  boolean: nothing,
  hole: nothing,
  unary: (cx, expr, scope) =>
    expr.operator === '-' ? resolveNumber(cx, expr.operand, scope) : resolveCondition(cx, expr.operand, scope),
  binary: resolveBinary,
  membership: (cx, expr, scope) => {
    resolve(cx, expr.value, scope)
    resolveIn(cx, expr, scope)
  },
  wordTest: resolveWordTest,
  knownTest: (cx, expr, scope) => resolve(cx, expr.value, scope),
  ageTest: (cx, expr, scope) => {
    resolveDate(cx, expr.value, scope)
    resolve(cx, expr.duration, scope)
  },
  momentTest: (cx, expr, scope) => {
    resolveDate(cx, expr.value, scope)
    resolveDate(cx, expr.moment, scope)
  },
  quantified: (cx, expr, scope) => {
    if (expr.count) resolveNumber(cx, expr.count, scope)
    resolvePattern(cx, expr.pattern, scope)
  },
  aggregate: resolveAggregate,
  daysSince: (cx, expr, scope) =>
    expr.of.kind === 'pattern' ? void resolvePattern(cx, expr.of, scope) : resolveDate(cx, expr.of, scope),
  call: resolveCall,
  list: (cx, expr, scope) => {
    for (const element of expr.elements) resolveElement(cx, element, scope)
  },
  paren: (cx, expr, scope) => resolve(cx, expr.inner, scope),
} satisfies { [K in Ast.Expr['kind']]: Resolve<Extract<Ast.Expr, { kind: K }>> }

export function resolve(cx: Checking, expr: Ast.Expr, scope: Scope): void {
  ;(resolving[expr.kind] as Resolve<Ast.Expr>)(cx, expr, scope)
}

export function resolveCondition(cx: Checking, expr: Ast.Expr, scope: Scope): void {
  resolve(cx, expr, scope)
  suggestKind(cx.clues, expr, 'boolean')
}

export function resolveNumber(cx: Checking, expr: Ast.Expr, scope: Scope): void {
  resolve(cx, expr, scope)
  suggestKind(cx.clues, expr, 'number')
}

function resolveDate(cx: Checking, expr: Ast.Expr, scope: Scope): void {
  resolve(cx, expr, scope)
  suggestKind(cx.clues, expr, 'date')
}

/**
 * What stands right of `=`, in `[ ]`, after `contains` or as a case: there a bare name is a `let` or `list` (or, where they
 * are seen, a score) if there is one, else a value.
 */
export function resolveOperand(cx: Checking, expr: Ast.Expr, scope: Scope): void {
  if (expr.kind === 'name' && expr.path.length === 1) resolveBareName(cx, expr, scope)
  else resolve(cx, expr, scope)
}

function resolveElement(cx: Checking, expr: Ast.Expr, scope: Scope): void {
  resolveOperand(cx, expr, scope)
  const taken = expr.kind === 'name' && cx.clues.symbols.get(expr)
  if (taken) cx.clues.symbols.set(expr, { ...taken, inList: true })
}

function resolveBareName(cx: Checking, expr: Ast.NameExpr, scope: Scope): void {
  const name = pathName(expr.path)
  const symbol = cx.names.named.get(name)
  if (symbol && (symbol.kind === 'let' || symbol.kind === 'list' || (symbol.kind === 'score' && scope.sight.scores))) {
    cx.meanings.set(expr, use(cx, symbol, scope))
  } else if (name === 'now' && !cx.names.attributes.has(name)) cx.meanings.set(expr, { kind: 'now' })
  else takeAsSymbol(cx, expr, name, scope)
}

export function takeAsSymbol(cx: Checking, expr: Ast.NameExpr, name: string, { event }: Scope, alone = false): void {
  cx.meanings.set(expr, { kind: 'symbol', value: name })
  cx.clues.symbols.set(expr, { event, alone })
}

function resolveBinary(cx: Checking, expr: Ast.Binary, scope: Scope): void {
  const kind = chainKind(expr)
  if (kind === 'equality') resolveEquality(cx, expr, scope)
  else if (kind === 'order') resolveOrder(cx, expr, scope)
  else if (kind === 'arithmetic') for (const operand of chainOf(expr).operands) resolveNumber(cx, operand, scope)
  else resolveLoneValues(cx, chainOf(expr).operands, scope)
}

function resolveEquality(cx: Checking, { left, right }: Ast.Binary, scope: Scope): void {
  resolve(cx, left, scope)
  resolveOperand(cx, right, scope)
  alike(cx.clues, left, right)
}

function resolveOrder(cx: Checking, { left, right }: Ast.Binary, scope: Scope): void {
  resolve(cx, left, scope)
  if (isPlainValue(cx, right, scope)) resolveOperand(cx, right, scope)
  else resolve(cx, right, scope)
  for (const side of [left, right]) suggestKind(cx.clues, side, 'orderable')
  alike(cx.clues, left, right)
}

/** The name of a value, which has no order: said where the comparison is checked. */
function isPlainValue(cx: Checking, expr: Ast.Expr, { event }: Scope): boolean {
  if (expr.kind !== 'name' || expr.path.length > 1 || event || cx.names.openLead) return false
  const name = pathName(expr.path)
  return !cx.names.named.has(name) && !cx.names.attributes.has(name) && ownerOf(cx, name) !== undefined
}

export function resolveRange(cx: Checking, value: Ast.Expr, { low, high }: Ast.Range, scope: Scope): void {
  for (const bound of [low, high]) {
    if (!bound) continue
    resolve(cx, bound, scope)
    alike(cx.clues, value, bound)
  }
}

/** `in` takes a range, a list in brackets, or the name of a list. */
function resolveIn(cx: Checking, expr: Ast.Membership, scope: Scope): void {
  const set = expr.in
  if (set.kind === 'range') resolveRange(cx, expr.value, set, scope)
  else if (set.kind === 'list') resolveElements(cx, expr.value, set, scope)
  else if (resolveListName(cx, set, scope)) alike(cx.clues, expr.value, set)
}

function resolveElements(cx: Checking, value: Ast.Expr, list: Ast.ListLit, scope: Scope): void {
  for (const element of list.elements) {
    resolveElement(cx, element, scope)
    alike(cx.clues, value, element)
  }
}

/** The name of a list; anything else is reported. */
export function resolveListName(cx: Checking, expr: Ast.Expr, scope: Scope): boolean {
  if (expr.kind === 'hole') return false
  const name = expr.kind === 'name' ? pathName(expr.path) : undefined
  const symbol = name === undefined ? undefined : cx.names.named.get(name)
  if (expr.kind === 'name' && symbol?.kind === 'list') {
    cx.meanings.set(expr, use(cx, symbol, scope))
    return true
  }
  const suggestion = name === undefined ? undefined : suggest(cx, name, listNames(cx))
  say(cx, problem.listNeeded, expr.span, { written: name, suggestion })
  cx.types.set(expr, broken)
  return false
}

function listNames(cx: Checking): string[] {
  return [...cx.names.named.values()].filter(({ kind }) => kind === 'list').map(({ name }) => name)
}

function resolveWordTest(cx: Checking, expr: Ast.WordTest, scope: Scope): void {
  resolve(cx, expr.value, scope)
  const found = findTextOperator(
    cx.vocabulary,
    expr.words.map(word => word.text),
  )
  if (!found || found.many === 'one' || expr.operand.kind === 'list') resolveOperand(cx, expr.operand, scope)
  else resolveListName(cx, expr.operand, scope)
  const bare = (expr.operand.kind === 'list' ? expr.operand.elements : [expr.operand]).some(element =>
    isBare(cx, element),
  )
  suggestKind(cx.clues, expr.value, found?.operator.lowerList && bare ? 'list' : 'text')
}

function isBare(cx: Checking, expr: Ast.Expr): boolean {
  return expr.kind === 'name' && cx.meanings.get(expr)?.kind === 'symbol'
}

function resolveAggregate(cx: Checking, expr: Ast.Aggregate, scope: Scope): void {
  const event = resolvePattern(cx, expr.pattern, scope)
  if (!expr.of) return
  if (!resolveOf(cx, expr, event)) resolve(cx, expr.of, { ...scope, event })
  const word = cx.vocabulary.aggregates.find(({ name }) => name === expr.name.text)
  if (word && word.of !== 'any') suggestKind(cx.clues, expr.of, word.of)
}

function resolveCall(cx: Checking, expr: Ast.Call, scope: Scope): void {
  const word = cx.vocabulary.functions.find(({ name }) => name === expr.name.text)
  expr.args.forEach((arg, i) => {
    resolve(cx, arg, scope)
    const type = word?.parameters[i] ?? word?.parameters.at(-1)
    if (type) suggestKind(cx.clues, arg, type)
  })
}
