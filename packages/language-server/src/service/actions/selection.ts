/** What the cursor or a selection is on. */
import { type Ast, type Comment, childrenOf, type SourceText } from '@merit-lang/language'
import { nodesAt } from '../nodes.ts'
import type { Span } from '../text.ts'
import { type Action, type Project, placeIn, treeAt, type Workspace } from '../workspace.ts'

export interface Selection {
  readonly workspace: Workspace
  /** The first of those that the file belongs to. */
  readonly project: Project
  readonly source: SourceText
  readonly file: Ast.File
  readonly comments: readonly Comment[]
  /** Without space around it. Both are the same for a cursor. */
  readonly start: number
  readonly end: number
  /** The nodes that hold all of it, from the outermost inwards. */
  readonly path: readonly Ast.AnyNode[]
}

/** What it offers where the selection is; nothing where it does not apply. Asked at every move of the cursor. */
export type Refactoring = (at: Selection) => readonly Action[]

/** Nothing for a file that nobody knows. */
export function selectionOf(workspace: Workspace, { source: { path }, start, end }: Span): Selection | undefined {
  const place = placeIn(workspace, path, start)
  const file = place && treeAt(place)
  if (!place || !file) return undefined
  const { project, source } = place
  const selected = trimmed(source.text, start, end)
  const nodes = selected.start === selected.end ? nodesAt(file, start) : nodesAround(file, selected)
  return {
    workspace,
    project,
    source,
    file,
    comments: workspace.parsed(path)?.comments ?? [],
    ...selected,
    path: nodes,
  }
}

function trimmed(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const selected = text.slice(start, end)
  const from = start + selected.length - selected.trimStart().length
  return from >= end ? { start, end: start } : { start: from, end: end - (selected.length - selected.trimEnd().length) }
}

/** The nodes that hold all of a piece of the text, from the outermost inwards. */
export function nodesAround(root: Ast.AnyNode, { start, end }: { readonly start: number; readonly end: number }) {
  const path: Ast.AnyNode[] = []
  const holds = ({ span }: Ast.AnyNode) => span.start <= start && end <= span.end
  for (let node: Ast.AnyNode | undefined = root; node; node = smallest(childrenOf(node).filter(holds))) path.push(node)
  return path
}

/** The last of equal ones: a trigger that nobody wrote comes first and has the span of its rule. */
function smallest(nodes: readonly Ast.AnyNode[]): Ast.AnyNode | undefined {
  const lengthOf = ({ span }: Ast.AnyNode) => span.end - span.start
  return nodes.toSorted((a, b) => lengthOf(b) - lengthOf(a)).at(-1)
}

export const isCursor = ({ start, end }: Selection) => start === end

/** The statement of the file. */
export function statementAt({ path }: Selection): Ast.Statement | undefined {
  return path[1] as Ast.Statement | undefined
}

/** What stands side by side: the items of the innermost score or group, or the statements of the file. */
export function siblingsAt({ path, file }: Selection): readonly Ast.Statement[] {
  const block = path.findLast(({ kind }) => kind === 'score' || kind === 'group') as
    | Ast.ScoreDecl
    | Ast.Group
    | undefined
  return block ? (block.items ?? []) : file.statements
}

/** The rule around the selection, not what a test expects of one. */
export function ruleAt({ path }: Selection): Ast.RuleDecl | undefined {
  return path.findLast((node): node is Ast.RuleDecl => node.kind === 'rule' && 'trigger' in node)
}
