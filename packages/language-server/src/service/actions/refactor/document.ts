/** A documentation comment for what has none. */
import type { Ast } from '@merit-lang/language'
import { indentationAt, insert, lineStart } from '../edits.ts'
import { isCursor, type Refactoring } from '../selection.ts'

export const document: Refactoring = at => {
  const node = at.path.findLast(one => documented.has(one.kind) && 'doc' in one) as Documented | undefined
  if (!node || !isCursor(at) || node.doc !== '' || !isOnItsFirstLine(at.source.text, node, at.start)) return []
  const { source, start } = node.span
  const text = `## What this is for.\n${indentationAt(source, start)}`
  return [
    { title: 'Add a documentation comment', kind: 'refactor.rewrite', edits: () => [insert(source, start, text)] },
  ]
}

type Documented = Extract<Ast.AnyNode, { doc: string }>

const documented: ReadonlySet<Ast.AnyNode['kind']> = new Set([
  'rule',
  'score',
  'group',
  'segment',
  'let',
  'listDecl',
  'event',
  'grade',
  'qualify',
  'disqualify',
  'field',
  'promise',
])

/** First on its line, with the cursor on that line. */
function isOnItsFirstLine(text: string, { span: { start } }: Documented, at: number): boolean {
  const from = lineStart(text, start)
  return text.slice(from, start).trim() === '' && lineStart(text, at) === from
}
