/** The outline of a file: blocks, groups, rules with what they give, tests. */
import { type Ast, reasonOf, ruleId, type Span, textOf } from '@merit-lang/language'
import { pointsOf } from './symbols/points.ts'
import type { FileSymbol, SymbolKind } from './symbols/symbol.ts'
import type { Workspace } from './workspace.ts'

export type { FileSymbol, SymbolKind } from './symbols/symbol.ts'

const known = new WeakMap<Ast.File, readonly FileSymbol[]>()

export function documentSymbols(workspace: Workspace, path: string): readonly FileSymbol[] {
  const file = workspace.parsed(path)?.ast
  if (!file) return []
  const symbols = known.get(file) ?? file.statements.flatMap(symbolsOf)
  known.set(file, symbols)
  return symbols
}

function symbolsOf(statement: Ast.Statement): readonly FileSymbol[] {
  return (statements[statement.kind] as (statement: Ast.Statement) => readonly FileSymbol[])(statement)
}

interface Parts {
  readonly name: string
  readonly nameSpan?: Span
  readonly detail?: string
  readonly children?: readonly FileSymbol[]
}

function symbol(kind: SymbolKind, { span }: { readonly span: Span }, parts: Parts): FileSymbol {
  const { name, detail = '', nameSpan = firstWord(span), children = [] } = parts
  const inside = nameSpan.start >= span.start && nameSpan.end <= span.end
  return { kind, name: name || '…', detail, span, nameSpan: inside ? nameSpan : firstWord(span), children }
}

function firstWord({ source, start, end }: Span): Span {
  const [word = ''] = /^[\p{L}\p{N}_]*/u.exec(source.text.slice(start, Math.min(end, start + 40))) ?? []
  return { source, start, end: start + word.length }
}

const nothing = () => []
const named = ({ text, span }: Ast.Ident) => ({ name: text, nameSpan: span })
const written = (part: Ast.TextLit | Ast.Hole) =>
  part.kind === 'text' ? { name: part.value, nameSpan: part.span } : { name: '' }
const textIf = (part: { readonly span: Span } | undefined) => (part ? textOf(part.span) : '')

const statements = {
  model: node => [symbol('model', node, written(node.name))],
  timezone: nothing,
  import: nothing,
  lead: node => [symbol('lead', node, { name: 'lead', children: fieldsOf(node.fields, 'attribute') })],
  event: node => [
    symbol('event', node, {
      ...named(node.name),
      detail: node.derivation ? `from ${textOf(node.derivation.span)}` : '',
      children: fieldsOf(node.fields ?? [], 'property'),
    }),
  ],
  listDecl: node => [symbol('list', node, { ...named(node.name), detail: textOf(node.list.span) })],
  let: node => [symbol('let', node, { ...named(node.name), detail: textOf(node.value.span) })],
  segment: node => [symbol('segment', node, { ...named(node.name), detail: textOf(node.condition.span) })],
  score: node => [
    symbol('score', node, {
      ...named(node.name),
      detail: textIf(node.formula),
      children: (node.items ?? []).flatMap(symbolsOf),
    }),
  ],
  group: node => [symbol('group', node, { ...named(node.name), children: node.items.flatMap(symbolsOf) })],
  default: nothing,
  rule: node => [ruleSymbol(node)],
  grade: node => [symbol('grade', node, { ...named(node.name), detail: textIf(node.from), children: labelsOf(node) })],
  qualify: node => [stageSymbol(node)],
  disqualify: node => [
    symbol('disqualification', node, {
      name: reasonOf(node),
      nameSpan: node.reason?.span,
      detail: node.reason ? textOf(node.condition.span) : '',
    }),
  ],
  promise: node => [symbol('promise', node, { name: textOf(node.span) })],
  test: node => [symbol('test', node, written(node.name))],
} satisfies { [K in Ast.Statement['kind']]: (node: Extract<Ast.Statement, { kind: K }>) => readonly FileSymbol[] }

function fieldsOf(fields: readonly Ast.Field[], kind: 'attribute' | 'property'): readonly FileSymbol[] {
  return fields.map(field =>
    symbol(field.fields ? 'record' : kind, field, {
      ...named(field.name),
      detail: textIf(field.type),
      children: fieldsOf(field.fields ?? [], kind),
    }),
  )
}

function ruleSymbol(rule: Ast.RuleDecl): FileSymbol {
  const label = rule.modifiers.find(modifier => modifier.kind === 'label')?.text
  return symbol('rule', rule, { name: ruleId(rule).id, nameSpan: label?.span, detail: pointsOf(rule) })
}

function labelsOf({ rows = [], otherwise }: Ast.GradeDecl): readonly FileSymbol[] {
  const labels = rows.map(row =>
    symbol('label', row, {
      name: row.label.text,
      nameSpan: row.label.span,
      detail: row.at ? `at ${textOf(row.at.span)}` : `when ${textIf(row.when)}`,
    }),
  )
  return otherwise ? [...labels, symbol('label', otherwise, { name: otherwise.text, detail: 'else' })] : labels
}

function stageSymbol(node: Ast.Qualify): FileSymbol {
  const { stage, span } = node
  const from = stage ? stage.span.end : span.start + 'qualify'.length
  const detail = span.source.text.slice(from, span.end).trim()
  return symbol('stage', node, { name: stage?.text ?? 'qualified', nameSpan: stage?.span, detail })
}
