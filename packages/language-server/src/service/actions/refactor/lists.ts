/** The same list of values, written otherwise: as equalities joined by `or`, back, and in order. */
import { type Ast, textOf } from '@merit-lang/language'
import { replace } from '../edits.ts'
import { type Refactoring, type Selection, statementAt } from '../selection.ts'
import { namesItself } from './expressions.ts'
import { spaced } from './rows.ts'

/** `x in [a, b]` as `x = a or x = b`. */
export const listToChain: Refactoring = at => {
  const test = at.path.findLast(node => node.kind === 'membership')
  if (test?.in.kind !== 'list' || test.in.elements.length < 2 || namesItself(statementAt(at))) return []
  const [sign, joint] = test.negated ? ['!=', 'and'] : ['=', 'or']
  const chain = test.in.elements.map(one => `${spaced(test.value)} ${sign} ${spaced(one)}`).join(` ${joint} `)
  const text = standsAlone(at, test) ? chain : `(${chain})`
  return [
    { title: `Write the list with \`${joint}\``, kind: 'refactor.rewrite', edits: () => [replace(test.span, text)] },
  ]
}

/** `x = a or x = b or x in [c]` as `x in [a, b, c]`. */
export const chainToList: Refactoring = at => {
  const top = at.path.find(node => node.kind === 'binary' && node.operator === 'or') as Ast.Binary | undefined
  if (!top || namesItself(statementAt(at))) return []
  const tests = operandsOf(top).map(equalityOf)
  const subject = tests[0]?.subject
  if (subject === undefined || tests.some(one => one?.subject !== subject)) return []
  const values = tests.flatMap(one => one?.values ?? [])
  const edits = () => [replace(top.span, `${subject} in [${values.join(', ')}]`)]
  return [{ title: 'Write the `or` as a list', kind: 'refactor.rewrite', edits }]
}

function operandsOf(expr: Ast.Expr): readonly Ast.Expr[] {
  if (expr.kind === 'paren') return operandsOf(expr.inner)
  return expr.kind === 'binary' && expr.operator === 'or'
    ? [...operandsOf(expr.left), ...operandsOf(expr.right)]
    : [expr]
}

function equalityOf(expr: Ast.Expr): { readonly subject: string; readonly values: readonly string[] } | undefined {
  if (expr.kind === 'membership' && !expr.negated && expr.in.kind === 'list')
    return { subject: spaced(expr.value), values: expr.in.elements.map(spaced) }
  if (expr.kind !== 'binary' || expr.operator !== '=' || !literals.has(expr.right.kind)) return undefined
  return { subject: spaced(expr.left), values: [spaced(expr.right)] }
}

const literals: ReadonlySet<Ast.Expr['kind']> = new Set(['name', 'text', 'number'])

/** Nothing binds it to what is beside it. */
function standsAlone({ path }: Selection, test: Ast.Expr): boolean {
  const around = path[path.indexOf(test) - 1]?.kind
  return around !== 'binary' && around !== 'unary'
}

/** Only where the values are not in order yet. Their order means nothing, but in the declaration of a type. */
export const sortList: Refactoring = at => {
  const list = at.path.findLast(node => node.kind === 'list')
  if (!list || namesItself(statementAt(at)) || isCommented(at, list)) return []
  const written = list.elements.map(({ span }) => textOf(span))
  const sorted = written.toSorted(byText)
  if (sorted.every((text, i) => text === written[i])) return []
  const edits = () => list.elements.map(({ span }, i) => replace(span, sorted[i] as string))
  return [{ title: 'Sort the values', kind: 'refactor.rewrite', edits }]
}

const keyOf = (text: string) => text.replace(/^["`]/, '').toLowerCase()

/** Numbers by size, before texts; the same in every locale. */
function byText(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y
  return keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))
}

/** A comment would stay where it is, and be about another value. */
function isCommented({ comments }: Selection, { span }: Ast.ListLit): boolean {
  return comments.some(comment => comment.span.start > span.start && comment.span.end < span.end)
}
