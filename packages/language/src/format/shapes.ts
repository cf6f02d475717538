/** The few ways in which forms are laid out. */
import type { AnyNode, Binary, BinaryOperator, Expr } from '../syntax/ast.ts'
import { type Cells, inColumns, type Row } from './columns.ts'
import {
  clause,
  concat,
  type Doc,
  group,
  hardLine,
  indent,
  line,
  nothing,
  sequence,
  softLine,
  space,
  text,
  wideLine,
} from './document.ts'
import type { Gap, Reader } from './reader.ts'

/** Forms must be printed in the order in which they stand: the reader goes forward only. */
export interface Printing {
  readonly reader: Reader
  readonly print: (node: AnyNode) => Doc
  readonly cells: (node: AnyNode) => Cells
}

export function words(...docs: readonly Doc[]): Doc {
  return spaced(docs)
}

function spaced(docs: readonly Doc[]): Doc {
  const parts: Doc[] = []
  for (const doc of docs) {
    if (doc === nothing) continue
    if (parts.length > 0) parts.push(space)
    parts.push(doc)
  }
  return sequence(parts)
}

/** The nodes that a node directly holds, as they stand. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = []
  for (const value of Object.values(node)) {
    if (isNode(value)) children.push(value)
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) children.push(item)
  }
  return children.length < 2 ? children : children.sort(byStart)
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'span' in value
}

function byStart(a: AnyNode, b: AnyNode): number {
  return a.span.start - b.span.start
}

/** A node with the keywords before it. */
export function withKeywords(node: AnyNode, { reader, print }: Printing): Doc {
  const before = reader.upTo(node.span.start)
  return before === nothing ? print(node) : sequence([before, space, print(node)])
}

/** Keywords and pieces, with a space between: never ends a line itself. */
export function phrase(node: AnyNode, printing: Printing, children: readonly AnyNode[] = childrenOf(node)): Doc {
  const pieces = children.map(child => withKeywords(child, printing))
  pieces.push(printing.reader.upTo(node.span.end))
  return spaced(pieces)
}

/** Pieces and signs without a space: `-x`, `10..49`, `(a or b)`. */
export function tight(node: AnyNode, { reader, print }: Printing): Doc {
  const pieces = childrenOf(node).flatMap(child => [reader.upTo(child.span.start), print(child)])
  return concat(...pieces, reader.upTo(node.span.end))
}

/** Its first piece, and then each piece on the next line if it does not fit on this one. */
export function fill(node: AnyNode, printing: Printing): Doc {
  const [first, ...rest] = childrenOf(node)
  if (!first) return phrase(node, printing)
  return concat(...clauses(first, rest, printing), lastWords(node, printing))
}

export function clauses(first: AnyNode, rest: readonly AnyNode[], printing: Printing): Doc[] {
  return [withKeywords(first, printing), ...rest.map(child => clause(withKeywords(child, printing)))]
}

function lastWords(node: AnyNode, { reader }: Printing): Doc {
  const last = reader.upTo(node.span.end)
  return last === nothing ? nothing : concat(space, last)
}

/** `a, b, c`: as many on a line as fit. The comma behind the last is left out, comments before a comma go behind it. */
export function series(nodes: readonly AnyNode[], { reader, print }: Printing): Doc {
  return sequence(
    nodes.map((node, i) => {
      const gap = reader.gap('element')
      const comma = gap.comma ? text(',') : nothing
      return i === 0 ? concat(gap.doc, print(node)) : concat(comma, gap.doc, group(line, print(node)))
    }),
  )
}

/** A series in brackets or parentheses: on one line, or between lines with only the sign that opens and closes it. */
export function enclosed(open: string, nodes: readonly AnyNode[], close: string, printing: Printing): Doc {
  const { reader } = printing
  const start = reader.through(open)
  const content = concat(series(nodes, printing), reader.gap('end').doc)
  return group(start, indent(softLine, content), softLine, reader.through(close))
}

interface Entry extends Row {
  readonly gap: Gap
}

/** In braces: one entry a line, or all on one line if they were written so and fit, with two spaces between. */
export function block(node: AnyNode, entries: readonly AnyNode[], printing: Printing): Doc {
  return braces(node, entries, printing, false)
}

/** In braces, one entry a line. */
export function tallBlock(node: AnyNode, entries: readonly AnyNode[], printing: Printing): Doc {
  return braces(node, entries, printing, true)
}

function braces(node: AnyNode, entries: readonly AnyNode[], printing: Printing, tall: boolean): Doc {
  const { reader } = printing
  const open = reader.through('{')
  const broken = tall || reader.hasLineEndBefore(node.span.end)
  const rows = entriesOf(entries, printing)
  const last = reader.gap('end')
  const end = concat(commaOf(last), last.doc)
  const close = reader.through('}')
  if (rows.length === 0) return concat(open, indent(end), end.breakable ? hardLine : nothing, close)
  const edge = broken ? hardLine : line
  const separators = rows.map((_, i) => (i === 0 ? edge : broken ? hardLine : wideLine))
  return group(open, indent(lines(rows, separators), end), edge, close)
}

export function entriesOf(nodes: readonly AnyNode[], { reader, cells }: Printing): Entry[] {
  return nodes.map((node, i) => {
    const gap = reader.gap(i === 0 ? 'first entry' : 'entry')
    return { kind: node.kind, gap, apart: gap.blank, cells: cells(node) }
  })
}

/** Commas between entries are left out, except where one keeps a keyword before it from being read as one. */
function commaOf({ commaMatters }: Gap): Doc {
  return commaMatters ? text(',') : nothing
}

/** Each entry behind its separator. */
export function lines(entries: readonly Entry[], separators: readonly Doc[]): Doc {
  const aligned = inColumns(entries)
  return sequence(
    entries.map((entry, i) =>
      concat(commaOf(entry.gap), separators[i] ?? nothing, entry.gap.doc, aligned[i] ?? nothing),
    ),
  )
}

/** Operators that bind alike: their operands stand in one row. */
const precedence = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
} as const satisfies { [K in BinaryOperator]: number }

export function isLogic(node: AnyNode | undefined): boolean {
  return node?.kind === 'binary' && precedence[node.operator] < precedence['=']
}

/** `a and b and c`: a line ends before an operator, but not before one that compares. */
export function chain(node: Binary, printing: Printing): Doc {
  if (precedence[node.operator] === precedence['=']) return phrase(node, printing)
  const [first, ...rest] = operands(node) as [Expr, ...Expr[]]
  const start = printing.print(first)
  const others = rest.flatMap(operand => [line, withKeywords(operand, printing)])
  return group(first.kind === 'binary' ? indent(start) : start, indent(sequence(others)))
}

function operands(node: Binary): Expr[] {
  const found: Expr[] = []
  let left: Expr = node
  while (left.kind === 'binary' && precedence[left.operator] === precedence[node.operator]) {
    found.push(left.right)
    left = left.left
  }
  return [left, ...found.reverse()]
}
