/** Changes of texts. */
import type { Ast, Comment, SourceText } from '@merit-lang/language'
import { editBetween } from '../edit.ts'
import type { Span } from '../text.ts'
import { changed } from '../trial.ts'
import type { Project, TextEdit, Workspace } from '../workspace.ts'

export function errorsIn({ checked }: Project): number {
  return checked.diagnostics.filter(({ severity }) => severity === 'error').length
}

/** The edits, unless they would bring an error into a model that the file belongs to. */
export function harmless(workspace: Workspace, edits: readonly TextEdit[]): readonly TextEdit[] {
  const paths = new Set(edits.map(({ span }) => span.source.path))
  const projects = new Set([...paths].flatMap(path => workspace.projectsOf(path)))
  const worse = [...projects].some(one => errorsIn(changed(workspace, one, edits)) > errorsIn(one))
  return worse ? [] : edits
}

export const replace = (span: Span, text: string): TextEdit => ({ span, text })

export const insert = (source: SourceText, at: number, text: string): TextEdit =>
  replace({ source, start: at, end: at }, text)

/** One edit that makes one text of another, without what they begin and end with alike. */
export function difference(source: SourceText, after: string): readonly TextEdit[] {
  if (source.text === after) return []
  const { start, end, shift } = editBetween(source.text, after)
  return [replace({ source, start, end }, after.slice(start, end + shift))]
}

// ---------------------------------------------------------------- lines

/** What stands before the first word of the line. */
export function indentationAt({ text }: SourceText, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? ''
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Behind the line's end. */
function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end + 1
}

/** Where the comments that stand right above a statement begin, or it does. */
export function startWithComments(comments: readonly Comment[], { span: { source, start } }: Ast.AnyNode): number {
  let from = start
  for (const comment of comments.toReversed()) {
    if (comment.span.end > from) continue
    const between = source.text.slice(comment.span.end, from)
    if (!comment.ownLine || /\S|\n\s*\n/.test(between)) break
    from = comment.span.start
  }
  return from
}

/** A statement with its documentation and, where nothing else stands on them, its lines. */
export function wholeLines(comments: readonly Comment[], node: Ast.AnyNode): Span {
  const { source, end } = node.span
  const { text } = source
  const start = startWithComments(comments, node)
  const [first, last] = [lineStart(text, start), nextLine(text, end)]
  const alone = /^\s*$/.test(text.slice(first, start)) && /^\s*$/.test(text.slice(end, last))
  return alone ? { source, start: first, end: last } : { source, start, end }
}
