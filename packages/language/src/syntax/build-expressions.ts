/** Conditions, values and event patterns. */

import { chainTooLong } from '../diagnostics/syntax/chain-too-long.ts'
import type * as Ast from './ast.ts'
import { comparison, orderSign } from './build-comparisons.ts'
import { ident, literal } from './build-literals.ts'
import { type Building, between, has, kid, kids, type Node, token, tokens, which } from './cst.ts'
import type { Token } from './tokens.ts'

/** Longer ones would nest too deeply for whatever walks the tree. */
export const maxChain = 500

export function expression(b: Building, node: Node | undefined, after: Node): Ast.Expr {
  return node ? chain(b, node, disjunctions) : b.hole(after)
}

export function sum(b: Building, node: Node | undefined, after: Node): Ast.Expr {
  return node ? chain(b, node, sums) : b.hole(after)
}

/** A level of precedence: `part sign part sign part`, from the left, each part behind prefixes. */
interface Level {
  readonly part: string
  readonly signs: readonly string[]
  readonly prefix?: { readonly token: string; readonly operator: '-' | 'not' }
  readonly build: (b: Building, node: Node) => Ast.Expr
}

const conjunctions: Level = {
  part: 'comparison',
  signs: ['And'],
  prefix: { token: 'Not', operator: 'not' },
  build: comparison,
}
const disjunctions: Level = { part: 'conjunction', signs: ['Or'], build: (b, node) => chain(b, node, conjunctions) }
const products: Level = {
  part: 'primary',
  signs: ['Star', 'Slash'],
  prefix: { token: 'Minus', operator: '-' },
  build: primary,
}
const sums: Level = { part: 'product', signs: ['Plus', 'Minus'], build: (b, node) => chain(b, node, products) }

function chain(b: Building, node: Node, level: Level): Ast.Expr {
  const parts = kids(node, level.part)
  const operators = tokens(node, ...level.signs)
  if (operators.length > maxChain) return tooLong(b, node)
  let left = partOf(b, node, level, parts[0])
  for (let i = 0; i < operators.length; i++) {
    const operator = operators[i] as Token
    left = binary(left, operator.image as Ast.BinaryOperator, partOf(b, node, level, parts[i + 1], operator))
  }
  return left
}

function partOf(b: Building, node: Node, { prefix, build }: Level, part: Node | undefined, after?: Token): Ast.Expr {
  const value = part ? build(b, part) : b.hole(after ?? node)
  if (!prefix || !has(node, prefix.token)) return value
  const start = after?.startOffset ?? -1
  const signs = tokens(node, prefix.token).filter(
    sign => sign.startOffset > start && sign.startOffset < value.span.start,
  )
  return prefixed(b, signs, prefix.operator, value)
}

function tooLong(b: Building, node: Node): Ast.Hole {
  b.report(chainTooLong, b.span(node), { limit: maxChain })
  return b.hole(node)
}

export function binary(left: Ast.Expr, operator: Ast.BinaryOperator, right: Ast.Expr): Ast.Binary {
  return { kind: 'binary', operator, left, right, span: between(left.span, right.span) }
}

/** Two of them cancel each other out: of many, one or two are kept, so that the tree stays shallow. */
function prefixed(b: Building, signs: readonly Token[], operator: '-' | 'not', operand: Ast.Expr): Ast.Expr {
  const kept = signs.length <= 2 ? signs : signs.slice(0, 2 - (signs.length % 2))
  return kept.reduceRight<Ast.Expr>(
    (inner, sign) => ({ kind: 'unary', operator, operand: inner, span: between(b.spanOf(sign), operand.span) }),
    operand,
  )
}

// ---------------------------------------------------------------- values

export function primary(b: Building, node: Node): Ast.Expr {
  const inner = node.firstNode
  return inner ? primaries[inner.name as keyof typeof primaries](b, inner) : b.hole(node)
}

const primaries = {
  literal,
  named,
  parenthesis: paren,
  list,
  count,
  daysSince,
} satisfies Readonly<Record<string, (b: Building, node: Node) => Ast.Expr>>

export function paren(b: Building, node: Node): Ast.Paren {
  return { kind: 'paren', inner: expression(b, kid(node, 'expression'), node), span: b.span(node) }
}

function named(b: Building, node: Node): Ast.Expr {
  const args = kid(node, 'arguments')
  if (!args && !has(node, 'Of')) return pathName(b, node)
  const name = ident(b, token(node, 'Name'), node)
  if (args) return call(b, name, args)
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

export function call(b: Building, name: Ast.Ident, args: Node): Ast.Call {
  return { kind: 'call', name, args: argumentsOf(b, args), span: between(name.span, b.span(args)) }
}

export function argumentsOf(b: Building, node: Node): Ast.Expr[] {
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
  return prefixed(b, tokens(node, 'Minus'), '-', value ? literal(b, value) : b.hole(node))
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

export function quantified(b: Building, node: Node): Ast.Expr {
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
  return prefixed(b, tokens(node, 'Minus'), '-', quantity(b, kid(node, 'quantity'), node))
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
