/** Declarations: model, attributes, events, lists, values, segments, grades, stages, promises. */
import { gradeElseNotLast } from '../diagnostics/syntax/grade-else-not-last.ts'
import { missingElse } from '../diagnostics/syntax/missing-else.ts'
import { missingWithin } from '../diagnostics/syntax/missing-within.ts'
import type * as Ast from './ast.ts'
import { bound, expression, list, nameExpr, pattern, rangeOf } from './build-expressions.ts'
import { ident, label, literal, textLit, textOrHole } from './build-literals.ts'
import { type Building, between, has, kid, kids, type Node, token, tokens } from './cst.ts'
import { type Span, textOf } from './source.ts'

const head = (b: Building, node: Node) => ({ doc: b.doc(node), span: b.span(node) })

export function model(b: Building, node: Node): Ast.ModelName {
  return { kind: 'model', name: textOrHole(b, token(node, 'Text'), node), ...head(b, node) }
}

export function timezone(b: Building, node: Node): Ast.Timezone {
  return { kind: 'timezone', name: textOrHole(b, token(node, 'Text'), node), ...head(b, node) }
}

export function importFile(b: Building, node: Node): Ast.Import {
  return { kind: 'import', path: textOrHole(b, token(node, 'Text'), node), ...head(b, node) }
}

// ---------------------------------------------------------------- attributes and properties

export function lead(b: Building, node: Node): Ast.Lead {
  return { kind: 'lead', fields: fields(b, kid(node, 'record')), ...head(b, node) }
}

function fields(b: Building, record: Node | undefined): Ast.Field[] {
  return kids(record, 'field')
    .filter(node => has(node, 'Name'))
    .map(node => field(b, node))
}

function field(b: Building, node: Node): Ast.Field {
  const type = kid(node, 'type')
  const record = kid(node, 'record')
  return {
    kind: 'field',
    name: ident(b, token(node, 'Name'), node),
    ...(type && { type: typeExpr(b, type) }),
    ...(record && { fields: fields(b, record) }),
    ...head(b, node),
  }
}

function typeExpr(b: Building, node: Node): Ast.TypeExpr {
  const base = has(node, 'One') ? 'one' : has(node, 'List') ? 'list' : 'named'
  const values = kid(node, 'list')
  const range = kid(node, 'typeRange')
  return {
    kind: 'type',
    base,
    ...(has(node, 'Name') && { name: ident(b, token(node, 'Name'), node) }),
    ...(values && { values: list(b, values) }),
    ...(range && { range: rangeOf(b, range, 'signedLiteral', signedLiteral) }),
    ...typeMarks(b, kids(node, 'typeMark')),
    span: b.span(node),
  }
}

function signedLiteral(b: Building, node: Node | undefined, after: Node): Ast.Expr {
  const value = kid(node, 'literal')
  const operand = value ? literal(b, value) : b.hole(after)
  const minus = token(node, 'Minus')
  return minus ? { kind: 'unary', operator: '-', operand, span: between(b.spanOf(minus), operand.span) } : operand
}

function typeMarks(b: Building, marks: readonly Node[]): Pick<Ast.TypeExpr, 'required' | 'unknownIn' | 'from'> {
  const unknown = marks.find(mark => has(mark, 'Unknown'))
  const from = token(
    marks.find(mark => has(mark, 'Text')),
    'Text',
  )
  return {
    required: marks.some(mark => has(mark, 'Required')),
    ...(unknown && { unknownIn: unknownIn(b, unknown) }),
    ...(from?.image && { from: textLit(b, from) }),
  }
}

function unknownIn(b: Building, mark: Node): Ast.Expr {
  const values = kid(mark, 'list')
  return values ? list(b, values) : nameExpr(ident(b, token(mark, 'Name'), mark))
}

// ---------------------------------------------------------------- events

export function event(b: Building, node: Node): Ast.EventDecl {
  const record = kid(node, 'record')
  const from = kid(node, 'derivation')
  return {
    kind: 'event',
    name: ident(b, token(node, 'Name'), node),
    ...(record && { fields: fields(b, record) }),
    ...(from && { derivation: derivation(b, from) }),
    ...head(b, node),
  }
}

function derivation(b: Building, node: Node): Ast.Derivation {
  const span = b.span(node)
  const [firstPart, secondPart] = kids(node, 'pattern')
  const first = pattern(b, firstPart, node)
  const per = kid(node, 'per')
  const perName = per && ident(b, token(per, 'Name'), per)
  const number = kid(node, 'eventCount')
  if (number) return numberOf(b, { count: countOf(b, number), part: firstPart, pattern: first, per: perName, span })
  if (!has(node, 'Then')) return { kind: 'union', ...union(b, first, kid(node, 'union')), span }
  const [second, within] = takeWithin(b, secondPart, pattern(b, secondPart, node))
  return { kind: 'then', first, second, within, ...(perName && { per: perName }), span }
}

function countOf(b: Building, node: Node): Ast.Expr {
  const value = kid(node, 'literal')
  if (value) return literal(b, value)
  const inner = kid(node, 'parenthesis')
  const span = b.span(node)
  return inner ? { kind: 'paren', inner: expression(b, kid(inner, 'expression'), inner), span } : b.hole(node)
}

interface NumberOf {
  readonly count: Ast.Expr
  readonly part: Node | undefined
  readonly pattern: Ast.Pattern
  readonly per?: Ast.Ident
  readonly span: Ast.Pattern['span']
}

function numberOf(b: Building, { count, part, pattern, per, span }: NumberOf): Ast.Derivation {
  if (per) return { kind: 'nth', count, pattern, per, span }
  const [inner, within] = takeWithin(b, part, pattern)
  return { kind: 'reach', count, pattern: inner, within, span }
}

/** The last window of the pattern belongs to the derivation. */
function takeWithin(b: Building, part: Node | undefined, pattern: Ast.Pattern): [Ast.Pattern, Ast.Expr] {
  const window = pattern.windows.at(-1)
  if (window?.kind === 'within') return [withoutLastWindow(b, part, pattern), window.duration]
  const end = { source: b.source, start: pattern.span.end, end: pattern.span.end }
  if (pattern.name.text !== '') b.report(missingWithin, end, { event: textOf(pattern.name.span) })
  return [pattern, { kind: 'hole', span: end }]
}

function withoutLastWindow(b: Building, part: Node | undefined, pattern: Ast.Pattern): Ast.Pattern {
  const rest = [kid(part, 'arguments'), ...kids(part, 'window').slice(0, -1)].filter(node => node !== undefined)
  const last = rest.at(-1)
  const end = last ? b.span(last).end : pattern.name.span.end
  return { ...pattern, windows: pattern.windows.slice(0, -1), span: { ...pattern.span, end } }
}

function union(
  b: Building,
  first: Ast.Pattern,
  node: Node | undefined,
): Pick<Ast.Derivation & { kind: 'union' }, 'patterns' | 'except'> {
  const patternsOf = (parent: Node | undefined) =>
    parent ? kids(parent, 'pattern').map(part => pattern(b, part, parent)) : []
  return { patterns: [first, ...patternsOf(node)], except: patternsOf(kid(node, 'exception')) }
}

// ---------------------------------------------------------------- names for values

export function listDeclaration(b: Building, node: Node): Ast.ListDecl {
  const values = kid(node, 'list')
  return {
    kind: 'listDecl',
    name: ident(b, token(node, 'Name'), node),
    list: values ? list(b, values) : b.hole(node),
    ...head(b, node),
  }
}

export function letDeclaration(b: Building, node: Node): Ast.Let {
  const name = ident(b, token(node, 'Name'), node)
  return { kind: 'let', name, value: expression(b, kid(node, 'expression'), node), ...head(b, node) }
}

export function segment(b: Building, node: Node): Ast.Segment {
  const name = ident(b, token(node, 'Name'), node)
  return { kind: 'segment', name, condition: expression(b, kid(node, 'expression'), node), ...head(b, node) }
}

// ---------------------------------------------------------------- grades and stages

export function grade(b: Building, node: Node): Ast.GradeDecl {
  const [name, ...names] = tokens(node, 'Name').map(found => ident(b, found, node))
  const common = { kind: 'grade', name: name ?? ident(b, undefined, node), ...head(b, node) } as const
  if (has(node, 'Equal')) return { ...common, joined: names }
  const from = has(node, 'From') ? { from: names[0] ?? ident(b, undefined, node) } : {}
  return has(node, 'LBrace') ? { ...common, ...from, ...gradeRows(b, node) } : { ...common, ...from, rows: [] }
}

function gradeRows(b: Building, node: Node): Pick<Ast.GradeDecl, 'rows' | 'otherwise'> {
  const rows = kids(node, 'gradeRow').filter(row => has(row, 'Label') || has(row, 'Else'))
  const elseAt = rows.findIndex(row => has(row, 'Else'))
  const otherwise = rows[elseAt]
  const closing = token(node, 'RBrace')
  const isWhole = closing !== undefined && kids(node, 'gradeRow').every(row => !row.recoveredNode)
  if (!otherwise && isWhole) b.report(missingElse, b.spanOf(closing), {})
  if (otherwise && elseAt < rows.length - 1) sayElseNotLast(b, rows, elseAt)
  return {
    rows: rows.filter(row => !has(row, 'Else')).map(row => gradeRow(b, row)),
    ...(otherwise && { otherwise: label(b, token(otherwise, 'Label'), otherwise) }),
  }
}

function sayElseNotLast(b: Building, rows: readonly Node[], at: number): void {
  const [row, next, last] = [rows[at], rows[at + 1], rows.at(-1)].map(one => b.span(one as Node)) as [Span, Span, Span]
  const move = has(rows.at(-1), 'Else') ? undefined : { row, next: next.start, last: last.end }
  b.report(gradeElseNotLast, row, { move })
}

function gradeRow(b: Building, node: Node): Ast.GradeRow {
  const test = has(node, 'When')
    ? { when: expression(b, kid(node, 'expression'), node) }
    : { at: bound(b, kid(node, 'bound'), node) }
  return { kind: 'gradeRow', label: label(b, token(node, 'Label'), node), ...test, span: b.span(node) }
}

export function qualify(b: Building, node: Node): Ast.Qualify {
  const names = tokens(node, 'Name').map(name => ident(b, name, node))
  const of = has(node, 'Of') ? (names.pop() ?? ident(b, undefined, node)) : undefined
  const [at, until] = kids(node, 'bound').map(part => bound(b, part, node))
  return {
    kind: 'qualify',
    ...(names[0] && { stage: names[0] }),
    ...(has(node, 'At') && { at: at ?? b.hole(node) }),
    ...(of && { of }),
    ...(has(node, 'Until') && { until: until ?? b.hole(node) }),
    ...(has(node, 'When') && { when: expression(b, kid(node, 'expression'), node) }),
    ...head(b, node),
  }
}

export function disqualify(b: Building, node: Node): Ast.Disqualify {
  const reason = token(node, 'Text')
  return {
    kind: 'disqualify',
    ...(reason?.image && { reason: textLit(b, reason) }),
    condition: expression(b, kid(node, 'expression'), node),
    ...head(b, node),
  }
}

export function promise(b: Building, node: Node): Ast.PromiseDecl {
  const [condition, given] = kids(node, 'expression').map(part => expression(b, part, node))
  return {
    kind: 'promise',
    quantity: has(node, 'Always') ? 'always' : 'never',
    condition: condition ?? b.hole(node),
    ...(has(node, 'When') && { given: given ?? b.hole(node) }),
    ...head(b, node),
  }
}
