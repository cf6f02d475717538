/** Selected rules in a `group` of their own, which gives what they gave. */
import type { Ast } from '@merit-lang/language'
import { indentationAt, lineStart, replace, startWithComments } from '../edits.ts'
import { isCursor, type Refactoring, type Selection, siblingsAt } from '../selection.ts'
import { freshName } from '../spelling.ts'

export const group: Refactoring = at => {
  const selected = isCursor(at) ? [] : siblingsAt(at).filter(({ span }) => span.start < at.end && at.start < span.end)
  if (selected.length === 0 || !selected.every(addsPoints) || !lieApart(at, selected)) return []
  return [{ title: 'Put these rules into a group', kind: 'refactor.rewrite', edits: () => editsOf(at, selected) }]
}

/** What multiplies, resets or is a default speaks of its whole block. */
function addsPoints(node: Ast.Statement): boolean {
  if (node.kind === 'group') return true
  return (
    node.kind === 'rule' &&
    node.action.kind !== 'multiply' &&
    node.action.kind !== 'reset' &&
    node.action.kind !== 'hole'
  )
}

/** Nothing else stands on their lines. */
function lieApart({ source: { text } }: Selection, selected: readonly Ast.Statement[]): boolean {
  const [start, end] = [selected[0]?.span.start ?? 0, selected.at(-1)?.span.end ?? 0]
  return /^\s*$/.test(text.slice(lineStart(text, start), start)) && /^[ \t]*(#.*)?\r?(\n|$)/.test(text.slice(end))
}

function editsOf(at: Selection, selected: readonly Ast.Statement[]) {
  const { source } = at
  const { text } = source
  const start = startWithComments(at.comments, selected[0] as Ast.Statement)
  const from = lineStart(text, start)
  const last = selected.at(-1)?.span.end ?? start
  const next = text.indexOf('\n', last)
  const end = next < 0 ? text.length : next
  const indent = indentationAt(source, start)
  const lines = text
    .slice(from, end)
    .split('\n')
    .map(line => (line.trim() === '' ? line : `  ${line}`))
  const name = freshName(at.project, 'part')
  return [replace({ source, start: from, end }, `${indent}group ${name} {\n${lines.join('\n')}\n${indent}}`)]
}
