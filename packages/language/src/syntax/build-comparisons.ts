/** What is asked of a value. */
import { capitalisedKeyword } from '../diagnostics/syntax/capitalised-keyword.ts'
import { isForEquals } from '../diagnostics/syntax/is-for-equals.ts'
import { knownSpelling } from '../diagnostics/syntax/known-spelling.ts'
import { listInParentheses } from '../diagnostics/syntax/list-in-parentheses.ts'
import { missingValue } from '../diagnostics/syntax/missing-value.ts'
import type * as Ast from './ast.ts'
import {
  argumentsOf,
  binary,
  bound,
  call,
  expression,
  list,
  pathName,
  primary,
  quantified,
  quantity,
  range,
  sum,
} from './build-expressions.ts'
import { identOf, literal } from './build-literals.ts'
import { type Building, between, has, kid, kids, type Node, tokens, which } from './cst.ts'
import { keywordOf } from './keywords.ts'
import { textOf } from './source.ts'
import type { Token } from './tokens.ts'

export function comparison(b: Building, node: Node): Ast.Expr {
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

export function orderSign(node: Node): OrderSign {
  return orderSigns[which(node, 'Less', 'LessEqual', 'Greater', 'GreaterEqual') ?? 'Less']
}

/** Other languages' words for what is not known. */
const nothings = new Set(['null', 'nil', 'none', 'empty', 'blank', 'missing', 'undefined'])

function knownTest(b: Building, value: Ast.Expr, node: Node): Ast.Expr {
  const span = between(value.span, b.span(node))
  const inner = kid(node, 'primary')
  if (!inner) return { kind: 'hole', span }
  const word = primary(b, inner)
  const not = has(node, 'Not')
  const name = word.kind === 'name' && word.path.length === 1 ? word.path[0]?.text : undefined
  if (name === 'known' || name === 'unknown')
    return { kind: 'knownTest', negated: not !== (name === 'unknown'), value, span }
  if (nothings.has(name?.toLowerCase() ?? '')) {
    b.report(knownSpelling, { ...span, start: b.span(node).start }, { word: textOf(word.span), not })
    return { kind: 'knownTest', negated: !not, value, span }
  }
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
  const phrase = [...kids(node, 'path'), ...tokens(node, 'Any', 'Of')].sort((x, y) => x.startOffset - y.startOffset)
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

function wordOf(b: Building, part: Node | Token): Ast.Ident {
  if ('image' in part) return identOf(b, part)
  const names = tokens(part, 'Name')
  const [name] = names
  if (name && names.length === 1) return identOf(b, name)
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
