/** What can be folded away: whatever has an inside on lines of its own, runs of comments, and the imports. */
import { type Ast, type Comment, childrenOf, positionAt, type SourceText, type Span } from '@merit-lang/language'
import type { Workspace } from './workspace.ts'

export interface Fold {
  /** Lines from 0, both of them included; the first stays in sight. */
  readonly from: number
  readonly to: number
  readonly kind: 'block' | 'comment' | 'imports'
}

export function foldsIn(workspace: Workspace, path: string): readonly Fold[] {
  const parsed = workspace.parsed(path)
  if (!parsed) return []
  const { ast, comments, source } = parsed
  const all = [...blockFolds(ast), ...commentFolds(comments, source), ...importFolds(ast)]
  const widest = new Map<number, Fold>()
  for (const fold of all) if (fold.to > (widest.get(fold.from)?.to ?? fold.from)) widest.set(fold.from, fold)
  return [...widest.values()].sort((a, b) => a.from - b.from)
}

const lineOf = (source: SourceText, offset: number) => positionAt(source, offset).line - 1

function blockFolds(node: Ast.AnyNode): readonly Fold[] {
  const inside = childrenOf(node).flatMap(child => (spansLines(child.span) ? blockFolds(child) : []))
  return node.kind === 'file' ? inside : [blockFold(node.span), ...inside]
}

const spansLines = ({ source, start, end }: Span) => {
  const lineEnd = source.text.indexOf('\n', start)
  return lineEnd >= 0 && lineEnd < end
}

/** The line of a closing sign that stands first on it stays in sight. */
function blockFold({ source, start, end }: Span): Fold {
  const lineStart = source.text.lastIndexOf('\n', end - 1) + 1
  const closes = /^\s*[}\])]/.test(source.text.slice(lineStart, end))
  return { from: lineOf(source, start), to: lineOf(source, end) - (closes ? 1 : 0), kind: 'block' }
}

/** Comments on lines of their own that follow each other without an empty line. */
function commentFolds(comments: readonly Comment[], source: SourceText): readonly Fold[] {
  const folds: { from: number; to: number; kind: 'comment' }[] = []
  for (const { span, ownLine } of comments) {
    if (!ownLine) continue
    const line = lineOf(source, span.start)
    const last = folds.at(-1)
    if (last && last.to === line - 1) last.to = line
    else folds.push({ from: line, to: line, kind: 'comment' })
  }
  return folds
}

function importFolds({ statements }: Ast.File): readonly Fold[] {
  const imports = statements.filter(({ kind }) => kind === 'import')
  const [first, last] = [imports[0], imports.at(-1)]
  if (!first || !last) return []
  const { source } = first.span
  return [{ from: lineOf(source, first.span.start), to: lineOf(source, last.span.end), kind: 'imports' }]
}
