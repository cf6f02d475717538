/** Edits that lay a text out as everybody writes it: only space and commas change. None for text with errors. */
import {
  type Ast,
  childrenOf,
  formatParsed,
  type Parsed,
  parse,
  type SourceText,
  type Span,
} from '@merit-lang/language'
import type { TextEdit, Workspace } from './workspace.ts'

/** The whole file. Each edit is as small as it can be, so that cursors and marks stay where they are. */
export function formatAll(workspace: Workspace, path: string): readonly TextEdit[] {
  const parsed = workspace.parsed(path)
  return parsed ? formattingOf(parsed) : []
}

/** The statements, rules and rows that a piece of the text touches, as a whole; with them the space before each. */
export function formatRange(workspace: Workspace, path: string, { start, end }: Span): readonly TextEdit[] {
  const parsed = workspace.parsed(path)
  const touched = parsed ? entriesIn(parsed.ast, start, end) : []
  const [first, last] = [touched[0], touched.at(-1)]
  if (!parsed || !first || !last) return []
  const from = endBefore(first.span)
  const edits = formattingAround(parsed, first.span.start, last.span.end)
  return edits.filter(edit => edit.span.start >= from && edit.span.end <= last.span.end)
}

/**
 * What was just finished: with a `}` what it closes, with a new line what stands before it. Whatever the cursor stands in
 * stays as it is.
 */
export function formatTyped(workspace: Workspace, path: string, offset: number, typed: string): readonly TextEdit[] {
  const source = workspace.parsed(path)?.source
  if (!source) return []
  const end = source.text.slice(0, offset).trimEnd().length
  const start = typed === '}' ? end : source.text.lastIndexOf('\n', end - 1) + 1
  return formatRange(workspace, path, { source, start, end }).filter(edit => edit.span.end <= end)
}

// ---------------------------------------------------------------- what to format

const entries: ReadonlySet<Ast.AnyNode['kind']> = new Set([
  'rule',
  'group',
  'default',
  'field',
  'leadData',
  'eventData',
  'expect',
  'now',
])

/** The innermost entries that hold all of the piece, or those that it touches. */
function entriesIn(node: Ast.AnyNode, start: number, end: number): readonly Ast.AnyNode[] {
  const inside = childrenOf(node).filter(({ kind }) => node.kind === 'file' || entries.has(kind))
  const touched = inside.filter(({ span }) => span.start <= end && start <= span.end)
  const [only, second] = touched
  if (!only || second || start < only.span.start || end > only.span.end) return touched
  const deeper = end < only.span.end ? entriesIn(only, start, end) : []
  return deeper.length > 0 ? deeper : touched
}

/** Where what stands before it ends. */
function endBefore({ source, start }: Span): number {
  return source.text.slice(0, start).trimEnd().length
}

// ---------------------------------------------------------------- edits

const known = new WeakMap<SourceText, readonly TextEdit[]>()

function formattingOf(parsed: Parsed): readonly TextEdit[] {
  const edits = known.get(parsed.source) ?? editsOf(parsed)
  known.set(parsed.source, edits)
  return edits
}

/** At least those between two places: of the whole file if they are known or it must be, else of the statements around. */
function formattingAround(parsed: Parsed, start: number, end: number): readonly TextEdit[] {
  const { source, diagnostics } = parsed
  if (known.has(source) || hasErrors(diagnostics) || !endsLinesAlike(source.text)) return formattingOf(parsed)
  const piece = pieceAround(parsed, start, end)
  const alone = parse({ path: source.path, text: source.text.slice(piece.start, piece.end) })
  if (hasErrors(alone.diagnostics)) return formattingOf(parsed)
  const moved = ({ start, end }: Span) => ({ source, start: start + piece.start, end: end + piece.start })
  return editsOf(alone).map(({ span, text }) => ({ span: moved(span), text }))
}

const hasErrors = (diagnostics: Parsed['diagnostics']) => diagnostics.some(({ severity }) => severity === 'error')

/** Else how lines end in a piece is not how they would end in the file. */
const endsLinesAlike = (text: string) => !text.includes('\r') || !/(?<!\r)\n|\r(?!\n)/.test(text)

/**
 * The statements between empty lines, over which nothing is aligned, and the one before: it decides whether an empty line is
 * put between.
 */
function pieceAround({ source, ast }: Parsed, start: number, end: number): { start: number; end: number } {
  const { statements } = ast
  const gapBefore = (i: number) => emptyLineIn(source.text, statements[i - 1]?.span.end ?? 0, startOf(statements[i]))
  let first = Math.max(
    0,
    statements.findIndex(({ span }) => span.end >= start),
  )
  let last = statements.findLastIndex(({ span }) => span.start <= end)
  while (first > 0 && gapBefore(first) === undefined) first--
  while (last < statements.length - 1 && gapBefore(last + 1) === undefined) last++
  const before = statements[first - 1]
  return { start: before ? before.span.start : 0, end: gapBefore(last + 1) ?? source.text.length }
}

const startOf = (statement: Ast.Statement | undefined) => statement?.span.start ?? Number.POSITIVE_INFINITY

/** Where the line before it has ended. */
function emptyLineIn(text: string, start: number, end: number): number | undefined {
  const found = /\n[ \t\r]*\n/.exec(text.slice(start, end))
  return found ? start + found.index + 1 : undefined
}

function editsOf(parsed: Parsed): readonly TextEdit[] {
  const { source } = parsed
  const formatted = formatParsed(parsed)
  if (!('text' in formatted) || formatted.text === source.text) return []
  const whole = { span: { source, start: 0, end: source.text.length }, text: formatted.text }
  return gapEdits(source, formatted.text) ?? [whole]
}

const gap = /[\s,\ufeff]*/y

/** Nothing where the texts differ by more than what stands between their words. */
function gapEdits(source: SourceText, text: string): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = []
  let [before, after] = [0, 0]
  while (before < source.text.length || after < text.length) {
    const [from, to] = [gapAt(source.text, before), gapAt(text, after)]
    if (from !== to) edits.push({ span: { source, start: before, end: before + from.length }, text: to })
    before += from.length
    after += to.length
    if (source.text[before] !== text[after]) return undefined
    before++
    after++
  }
  return edits
}

function gapAt(text: string, at: number): string {
  gap.lastIndex = at
  return gap.exec(text)?.[0] ?? ''
}
