/** Conditions, values and event patterns. */

import { capitalisedKeyword } from '../diagnostics/syntax/capitalised-keyword.ts'
import { chainTooLong } from '../diagnostics/syntax/chain-too-long.ts'
import { isForEquals } from '../diagnostics/syntax/is-for-equals.ts'
import { listInParentheses } from '../diagnostics/syntax/list-in-parentheses.ts'
import { missingValue } from '../diagnostics/syntax/missing-value.ts'
import type * as Ast from './ast.ts'
import { ident, identOf, literal } from './build-literals.ts'
import { type Building, between, has, kid, kids, type Node, token, tokens, which } from './cst.ts'
import { keywordOf } from './keywords.ts'
import { textOf } from './source.ts'
import type { Token } from './tokens.ts'

/** Longer ones would nest too deeply for whatever walks the tree. */
export const maxChain = 500

export function expression(b: Building, node: Node | undefined, after: Node): Ast.Expr {
  return node ? chain(b, node, 'conjunction', ['Or'], conjunction) : b.hole(after)
}

function conjunction(b: Building, node: Node): Ast.Expr {
  return chain(b, node, 'negation', ['And'], negation)
}

function negation(b: Building, node: Node): Ast.Expr {
  const inner = kid(node, 'comparison')
  return prefixed(b, node, tokens(node, 'Not'), 'not', inner ? comparison(b, inner) : b.hole(node))
}

export function sum(b: Building, node: Node | undefined, after: Node): Ast.Expr {
  return node ? chain(b, node, 'product', ['Plus', 'Minus'], product) : b.hole(after)
}

function product(b: Building, node: Node): Ast.Expr {
  return chain(b, node, 'unary', ['Star', 'Slash'], unary)
}

function unary(b: Building, node: Node): Ast.Expr {
  const inner = kid(node, 'primary')
  return prefixed(b, node, tokens(node, 'Minus'), '-', inner ? primary(b, inner) : b.hole(node))
}

/** `a op b op c`, from the left. */
function chain(
  b: Building,
  node: Node,
  part: string,
  signs: readonly string[],
  build: (b: Building, node: Node) => Ast.Expr,
): Ast.Expr {
  const parts = kids(node, part)
  const [first] = parts
  if (!first) return b.hole(node)
  let left = build(b, first)
  const operators = signs.length === 1 && parts.length === 1 ? [] : tokens(node, ...signs)
  if (operators.length > maxChain) return tooLong(b, node)
  for (const [i, operator] of operators.entries()) {
    const next = parts[i + 1]
    left = binary(left, operator.image as Ast.BinaryOperator, next ? build(b, next) : b.hole(operator))
  }
  return left
}

function tooLong(b: Building, node: Node): Ast.Hole {
  b.report(chainTooLong, b.span(node), { limit: maxChain })
  return b.hole(node)
}

function binary(left: Ast.Expr, operator: Ast.BinaryOperator, right: Ast.Expr): Ast.Binary {
  return { kind: 'binary', operator, left, right, span: between(left.span, right.span) }
}

function prefixed(
  b: Building,
  node: Node,
  signs: readonly Token[],
  operator: '-' | 'not',
  operand: Ast.Expr,
): Ast.Expr {
  if (signs.length > maxChain) return tooLong(b, node)
  let result = operand
  for (let i = signs.length - 1; i >= 0; i--) {
    const span = between(b.spanOf(signs[i] as Token), operand.span)
    result = { kind: 'unary', operator, operand: result, span }
  }
  return result
}

// ---------------------------------------------------------------- tests of a value

function comparison(b: Building, node: Node): Ast.Expr {
  const events = kid(node, 'quantified')
  if (events) return quantified(b, events)
  const value = sum(b, kid(node, 'sum'), node)
  const test = kid(node, 'test')
  return test ? testOf(b, value, test) : value
}

function testOf(b: Building, value: Ast.Expr, node: Node): Ast.Expr {
  const sign = kid(node, 'comparisonSign')
  if (sign) return binary(value, signOf(sign), sum(b, kid(node, 'sum'), node))
  const known = kid(node, 'knownTest')
  if (known) return knownTest(b, value, known)
  const wordy = kid(node, 'wordyTest')
  const span = between(value.span, b.span(node))
  return wordy ? wordyTest(b, { value, negated: has(node, 'Not'), span }, wordy) : { kind: 'hole', span }
}

function signOf(node: Node): Ast.BinaryOperator {
  const order = kid(node, 'orderSign')
  return order ? orderSign(order) : has(node, 'Equal') ? '=' : '!='
}

type OrderSign = '<' | '<=' | '>' | '>='
const orderSigns = { Less: '<', LessEqual: '<=', Greater: '>', GreaterEqual: '>=' } as const

function orderSign(node: Node): OrderSign {
  return orderSigns[which(node, 'Less', 'LessEqual', 'Greater', 'GreaterEqual') ?? 'Less']
}

function knownTest(b: Building, value: Ast.Expr, node: Node): Ast.Expr {
  const span = between(value.span, b.span(node))
  const inner = kid(node, 'primary')
  if (!inner) return { kind: 'hole', span }
  const word = primary(b, inner)
  const not = has(node, 'Not')
  const name = word.kind === 'name' && word.path.length === 1 ? word.path[0]?.text : undefined
  if (name === 'known' || name === 'unknown')
    return { kind: 'knownTest', negated: not !== (name === 'unknown'), value, span }
  const sign = { source: b.source, start: b.span(node).start, end: word.span.start }
  b.report(isForEquals, sign, { meant: not ? '!=' : '=', value: textOf(word.span) })
  return binary(value, not ? '!=' : '=', word)
}

/** What every test with words has. */
interface Tested {
  readonly value: Ast.Expr
  readonly negated: boolean
  readonly span: Ast.Expr['span']
}

function wordyTest(b: Building, tested: Tested, node: Node): Ast.Expr {
  const member = kid(node, 'membership')
  if (member) return membership(b, tested, member)
  const age = kid(node, 'ageTest')
  if (age) return ageTest(b, tested, age, has(age, 'Within') ? 'within' : 'older')
  const moment = kid(node, 'momentTest')
  if (moment) return momentTest(b, tested, moment)
  const words = kid(node, 'wordTest')
  return words ? wordTest(b, tested, words) : { kind: 'hole', span: tested.span }
}

function membership(b: Building, tested: Tested, node: Node): Ast.Expr {
  if (has(node, 'Next')) return ageTest(b, tested, node, 'next')
  const brackets = kid(node, 'list')
  return { kind: 'membership', ...tested, in: brackets ? list(b, brackets) : range(b, kid(node, 'range'), node) }
}

function ageTest(b: Building, tested: Tested, node: Node, relation: Ast.AgeTest['relation']): Ast.AgeTest {
  return { kind: 'ageTest', ...tested, relation, duration: quantity(b, kid(node, 'quantity'), node) }
}

function momentTest(b: Building, tested: Tested, node: Node): Ast.MomentTest {
  const relation = has(node, 'Before') ? 'before' : 'after'
  return { kind: 'momentTest', ...tested, relation, moment: bound(b, kid(node, 'bound'), node) }
}

function wordTest(b: Building, tested: Tested, node: Node): Ast.Expr {
  const phrase = [...kids(node, 'path'), ...tokens(node, 'Any', 'Of')].sort((x, y) => startOf(x) - startOf(y))
  const operand = kid(node, 'wordOperand')
  const words = phrase.map(word => wordOf(b, word))
  const capitalised = words.find(word => !word.quoted && isCapitalised(word.text))
  if (capitalised) return notLowerCase(b, tested, capitalised)
  if (!operand) return withoutLiteral(b, tested, phrase, words)
  const args = kid(operand, 'arguments')
  if (args && kids(args, 'expression').length > 1 && words.length === 1) return listExpected(b, tested, words, args)
  const isCall = args && words.length > 1 && !isToken(phrase.at(-1))
  if (isCall)
    return { kind: 'wordTest', ...tested, words: words.slice(0, -1), operand: call(b, words.at(-1) as Ast.Ident, args) }
  return { kind: 'wordTest', ...tested, words, operand: wordOperand(b, operand) }
}

const isToken = (part: Node | Token | undefined) => part !== undefined && 'image' in part
const startOf = (part: Node | Token) => ('image' in part ? part.startOffset : (part.location?.startOffset ?? 0))

function wordOf(b: Building, part: Node | Token): Ast.Ident {
  if ('image' in part) return identOf(b, part)
  const names = tokens(part, 'Name')
  if (names.length === 1) return ident(b, names[0], part)
  return { kind: 'ident', text: names.map(name => name.image).join('.'), quoted: false, span: b.span(part) }
}

function isCapitalised(word: string): boolean {
  return word !== word.toLowerCase() && keywordOf(word.toLowerCase()) !== undefined
}

function notLowerCase(b: Building, tested: Tested, word: Ast.Ident): Ast.Hole {
  b.report(capitalisedKeyword, word.span, { written: word.text, meant: word.text.toLowerCase() })
  return { kind: 'hole', span: tested.span }
}

/** Without a literal the last name of the phrase is the operand. */
function withoutLiteral(
  b: Building,
  tested: Tested,
  phrase: readonly (Node | Token)[],
  words: readonly Ast.Ident[],
): Ast.Expr {
  const last = phrase.at(-1) as Node | Token
  if (words.length > 1 && !('image' in last)) {
    return { kind: 'wordTest', ...tested, words: words.slice(0, -1), operand: pathName(b, last) }
  }
  const hole = b.hole(last)
  b.report(missingValue, hole.span, { after: textOf((words.at(-1) as Ast.Ident).span) })
  return { kind: 'wordTest', ...tested, words, operand: hole }
}

function wordOperand(b: Building, node: Node): Ast.Expr {
  const brackets = kid(node, 'list')
  if (brackets) return list(b, brackets)
  const args = kid(node, 'arguments')
  if (args) return { kind: 'paren', inner: expression(b, kid(args, 'expression'), args), span: b.span(args) }
  const value = kid(node, 'literal')
  return value ? literal(b, value) : b.hole(node)
}

function listExpected(b: Building, tested: Tested, words: readonly Ast.Ident[], args: Node): Ast.Expr {
  const operand = listOfArguments(b, args)
  b.report(listInParentheses, operand.span, { inner: textOf(operand.span).slice(1, -1) })
  return { kind: 'wordTest', ...tested, words, operand }
}

function listOfArguments(b: Building, args: Node): Ast.ListLit {
  return { kind: 'list', elements: argumentsOf(b, args), span: b.span(args) }
}

// ---------------------------------------------------------------- values

function primary(b: Building, node: Node): Ast.Expr {
  const name = Object.keys(node.children)[0] as keyof typeof primaries | undefined
  const inner = name && kid(node, name)
  return inner ? primaries[name](b, inner) : b.hole(node)
}

const primaries = {
  literal,
  named,
  parenthesis: paren,
  list,
  count,
  daysSince,
} satisfies Readonly<Record<string, (b: Building, node: Node) => Ast.Expr>>

function paren(b: Building, node: Node): Ast.Paren {
  return { kind: 'paren', inner: expression(b, kid(node, 'expression'), node), span: b.span(node) }
}

function named(b: Building, node: Node): Ast.Expr {
  const args = kid(node, 'arguments')
  const name = ident(b, token(node, 'Name'), node)
  if (args) return call(b, name, args)
  if (!has(node, 'Of')) return pathName(b, node)
  const of = sum(b, kid(node, 'sum'), node)
  return {
    kind: 'aggregate',
    name,
    distinct: false,
    of,
    pattern: pattern(b, kid(node, 'pattern'), node),
    span: b.span(node),
  }
}

function call(b: Building, name: Ast.Ident, args: Node): Ast.Call {
  return { kind: 'call', name, args: argumentsOf(b, args), span: between(name.span, b.span(args)) }
}

function argumentsOf(b: Building, node: Node): Ast.Expr[] {
  const args = kids(node, 'expression').map(part => expression(b, part, node))
  return args.length > 0 ? args : [b.hole(node)]
}

/** Of a node whose names are the parts of a path. */
export function pathName(b: Building, node: Node): Ast.NameExpr {
  const names = tokens(node, 'Name')
  const path = names.length > 0 ? names.map(name => ident(b, name, node)) : [ident(b, undefined, node)]
  return { kind: 'name', path, span: b.span(node) }
}

export function nameExpr(name: Ast.Ident): Ast.NameExpr {
  return { kind: 'name', path: [name], span: name.span }
}

export function list(b: Building, node: Node): Ast.ListLit {
  return { kind: 'list', elements: kids(node, 'element').map(part => element(b, part)), span: b.span(node) }
}

export function element(b: Building, node: Node): Ast.Expr {
  const name = token(node, 'Name')
  if (name) return nameExpr(ident(b, name, node))
  const value = kid(node, 'literal')
  return prefixed(b, node, tokens(node, 'Minus'), '-', value ? literal(b, value) : b.hole(node))
}

function count(b: Building, node: Node): Ast.Aggregate {
  const of = kid(node, 'path')
  return {
    kind: 'aggregate',
    name: ident(b, token(node, 'Count'), node),
    distinct: has(node, 'Distinct'),
    ...(of && { of: pathName(b, of) }),
    pattern: pattern(b, kid(node, 'pattern'), node),
    span: b.span(node),
  }
}

function daysSince(b: Building, node: Node): Ast.DaysSince {
  const which = has(node, 'First') ? 'first' : has(node, 'Last') ? 'last' : undefined
  if (which) return { kind: 'daysSince', which, of: pattern(b, kid(node, 'pattern'), node), span: b.span(node) }
  return { kind: 'daysSince', of: bound(b, kid(node, 'bound'), node), span: b.span(node) }
}

// ---------------------------------------------------------------- events

const quantifiers = { Any: 'any', No: 'no', Exactly: 'exactly', Least: 'at least', Most: 'at most' } as const

function quantified(b: Building, node: Node): Ast.Expr {
  const quantifier = quantifiers[which(node, 'Any', 'No', 'Exactly', 'Least', 'Most') ?? 'Any']
  const number = kid(node, 'quantity')
  return {
    kind: 'quantified',
    quantifier,
    ...(number && { count: quantity(b, number, node) }),
    pattern: pattern(b, kid(node, 'pattern'), node),
    span: b.span(node),
  }
}

export function pattern(b: Building, node: Node | undefined, after: Node): Ast.Pattern {
  if (!node) return { kind: 'pattern', name: ident(b, undefined, after), windows: [], span: b.hole(after).span }
  const args = kid(node, 'arguments')
  return {
    kind: 'pattern',
    name: ident(b, token(node, 'Name'), node),
    ...(args && { args: argumentsOf(b, args) }),
    windows: kids(node, 'window').map(part => window(b, part)),
    span: b.span(node),
  }
}

export function window(b: Building, node: Node): Ast.Window {
  const span = b.span(node)
  if (has(node, 'Since')) return { kind: 'sinceLast', pattern: pattern(b, kid(node, 'pattern'), node), span }
  return { kind: has(node, 'Within') ? 'within' : 'older', duration: quantity(b, kid(node, 'quantity'), node), span }
}

// ---------------------------------------------------------------- quantities

export function quantity(b: Building, node: Node | undefined, after: Node): Ast.Expr {
  const value = kid(node, 'literal')
  if (value) return literal(b, value)
  const path = kid(node, 'path')
  if (path) return pathName(b, path)
  const inner = kid(node, 'parenthesis')
  return inner ? paren(b, inner) : b.hole(node ?? after)
}

export function bound(b: Building, node: Node | undefined, after: Node): Ast.Expr {
  if (!node) return b.hole(after)
  return prefixed(b, node, tokens(node, 'Minus'), '-', quantity(b, kid(node, 'quantity'), node))
}

/** Of the rule `range`: one value is not a range. */
export function range(b: Building, node: Node | undefined, after: Node): Ast.Range | Ast.Expr {
  if (!node) return b.hole(after)
  const isRange = kid(node, 'orderSign') || has(node, 'DotDot') || has(node, 'HalfOpen')
  return isRange ? rangeOf(b, node, 'bound', bound) : bound(b, kid(node, 'bound'), node)
}

export function rangeOf(b: Building, node: Node, part: string, build: typeof bound): Ast.Range {
  const sign = kid(node, 'orderSign')
  const [first, second] = kids(node, part).map(limit => build(b, limit, node))
  const span = b.span(node)
  if (!sign) {
    return {
      kind: 'range',
      form: has(node, 'HalfOpen') ? '..<' : '..',
      low: first,
      ...(second && { high: second }),
      span,
    }
  }
  const form = orderSign(sign)
  const limit = first ?? b.hole(node)
  return { kind: 'range', form, ...(form.startsWith('<') ? { high: limit } : { low: limit }), span }
}

/** Between parentheses that belong to a decay's phrase. */
export { paren }
