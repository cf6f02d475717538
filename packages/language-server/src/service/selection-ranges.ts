/** What a selection grows to, step by step: the name, the comparison, the condition, the rule, the block, the file. */
import { type Ast, childrenOf, type Span } from '@merit-lang/language'
import { nodesAt } from './nodes.ts'
import type { Workspace } from './workspace.ts'

/** From the smallest outwards; each holds the one before it and is larger. Nothing for a file that nobody knows. */
export function selectionsAt(workspace: Workspace, path: string, offset: number): readonly Span[] {
  const file = workspace.parsed(path)?.ast
  if (!file) return []
  const spans = nodesAt(file, offset).flatMap(node => [node.span, ...insideOf(node, offset)])
  return growing(spans.reverse())
}

/** Of a text what stands in its quotes; of a block all its entries. */
function insideOf(node: Ast.AnyNode, offset: number): readonly Span[] {
  const { source, start, end } = node.span
  if (node.kind === 'text' && end - start >= 2) return [{ source, start: start + 1, end: end - 1 }]
  const entries = childrenOf(node).filter(({ kind }) => entryKinds.has(kind))
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last || offset < first.span.start || offset > last.span.end) return []
  return [{ source, start: first.span.start, end: last.span.end }]
}

const entryKinds: ReadonlySet<Ast.AnyNode['kind']> = new Set([
  'rule',
  'group',
  'default',
  'field',
  'byRow',
  'firstRow',
  'gradeRow',
  'leadData',
  'eventData',
  'expect',
  'dataField',
])

function growing(spans: readonly Span[]): readonly Span[] {
  const steps: Span[] = []
  for (const span of spans) {
    const last = steps.at(-1)
    const holds = !last || (span.start <= last.start && span.end >= last.end)
    if (holds && !(last && span.start === last.start && span.end === last.end)) steps.push(span)
  }
  return steps
}
