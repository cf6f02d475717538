/** Tests: a lead, its events, what is expected. */
import type * as Ast from './ast.ts'
import { element, expression, list, quantity } from './build-expressions.ts'
import { dateOrHole, ident, textLit, textOrHole } from './build-literals.ts'
import { type Building, has, kid, kids, type Node, token, which } from './cst.ts'

export function test(b: Building, node: Node): Ast.Test {
  return {
    kind: 'test',
    name: textOrHole(b, token(node, 'Text'), node),
    lines: kids(node, 'testLine').flatMap(line => testLine(b, line) ?? []),
    doc: b.doc(node),
    span: b.span(node),
  }
}

function testLine(b: Building, node: Node): Ast.TestLine | undefined {
  const form = which(node, 'nowLine', 'leadLine', 'eventLine', 'expectLine')
  const inner = form && kid(node, form)
  return inner && lines[form](b, inner)
}

const lines = { nowLine, leadLine, eventLine, expectLine } satisfies Readonly<
  Record<string, (b: Building, node: Node) => Ast.TestLine>
>

function nowLine(b: Building, node: Node): Ast.TestLine {
  return { kind: 'now', at: dateOrHole(b, token(node, 'Date'), node), span: b.span(node) }
}

function leadLine(b: Building, node: Node): Ast.TestLine {
  return { kind: 'leadData', fields: dataFields(b, kid(node, 'dataRecord')), span: b.span(node) }
}

function dataFields(b: Building, record: Node | undefined): Ast.DataField[] {
  return kids(record, 'dataField')
    .filter(node => has(node, 'Name'))
    .map(node => dataField(b, node))
}

function dataField(b: Building, node: Node): Ast.DataField {
  const record = kid(node, 'dataRecord')
  const value = record ? { fields: dataFields(b, record) } : { value: dataValue(b, kid(node, 'dataValue'), node) }
  return { kind: 'dataField', name: ident(b, token(node, 'Name'), node), ...value, span: b.span(node) }
}

function dataValue(b: Building, node: Node | undefined, after: Node): Ast.DataValue {
  const brackets = kid(node, 'list')
  if (brackets) return list(b, brackets)
  const single = kid(node, 'element')
  const value = single ? element(b, single) : b.hole(node ?? after)
  const name = value.kind === 'name' ? value.path[0] : undefined
  return name?.text === 'unknown' && !name.quoted ? { kind: 'unknownValue', span: value.span } : value
}

function eventLine(b: Building, node: Node): Ast.TestLine {
  const time = has(node, 'At')
    ? { at: dateOrHole(b, token(node, 'Date'), node) }
    : { ago: quantity(b, kid(node, 'timeAgo'), node) }
  return {
    kind: 'eventData',
    type: ident(b, token(node, 'Name'), node),
    args: kids(kid(node, 'dataArguments'), 'dataArgument').map(part => dataArgument(b, part)),
    ...time,
    span: b.span(node),
  }
}

function dataArgument(b: Building, node: Node): Ast.DataArg {
  const name = has(node, 'Name') ? { name: ident(b, token(node, 'Name'), node) } : {}
  return { kind: 'dataArg', ...name, value: dataValue(b, kid(node, 'dataValue'), node), span: b.span(node) }
}

function expectLine(b: Building, node: Node): Ast.TestLine {
  const later = has(node, 'In') ? { in: quantity(b, kid(node, 'quantity'), node) } : {}
  return { kind: 'expect', ...later, that: expectation(b, node), span: b.span(node) }
}

function expectation(b: Building, node: Node): Ast.Expectation {
  const span = b.span(node)
  if (has(node, 'Rule'))
    return { kind: 'rule', label: textOrHole(b, token(node, 'Text'), node), outcome: outcome(node), span }
  if (!has(node, 'Disqualified')) {
    const condition = expression(b, kid(node, 'expression'), node)
    return { kind: 'holds', condition, span: condition.span }
  }
  const reason = token(node, 'Text')
  return { kind: 'disqualified', negated: has(node, 'Not'), ...(reason?.image && { reason: textLit(b, reason) }), span }
}

function outcome(node: Node): 'matched' | 'not matched' | 'input missing' {
  const found = kid(node, 'outcome')
  if (has(found, 'Input')) return 'input missing'
  return has(found, 'Not') ? 'not matched' : 'matched'
}
