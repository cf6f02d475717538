/** Comments of the form `# merit ignore NAME, NAME: reason`, as they are written. */
import type { Comment } from '../../syntax/parse.ts'
import { lineText, positionAt, type SourceText, type Span, textOf } from '../../syntax/source.ts'
import type { LoadedFile } from '../load.ts'

export interface Ignore {
  readonly comment: Comment
  readonly names: readonly IgnoredName[]
  /** Empty where none is given: the word `reason`, which editors put there, is none. */
  readonly reason: string
  /** The line whose findings are ignored, counted from 1: its own, or, where it stands alone, the next that is no comment. */
  readonly line: number
}

export interface IgnoredName {
  readonly name: string
  readonly span: Span
  /** What goes with it when it is taken out: a comma, or the comment where nothing else is ignored. */
  readonly cut: Span
}

const form = /^(#+\s*merit\s+ignore\b)([^:\n]*)(?::(.*))?/

/** Without the letters' case. */
const misspelt = /^(#+\s*)(merit(?:\s*[-_:]\s*)?ignore)\b/i

/** What stands in the place of `merit ignore` in comments that are none of these, but were meant to be. */
export function misspeltIn({ source, comments }: LoadedFile): readonly Span[] {
  return comments.flatMap(({ span }) => {
    const [, opening = '', written = ''] = misspelt.exec(textOf(span)) ?? []
    const start = span.start + opening.length
    return written === '' ? [] : [{ source, start, end: start + written.length }]
  })
}

export function ignoresIn({ source, comments }: LoadedFile): readonly Ignore[] {
  return comments.flatMap(comment => ignoreOf(source, comment) ?? [])
}

/** Where a name of what is ignored may stand: how far the comment is read up to there. Nothing in other comments. */
export function ignoredNameBefore(text: string): string | undefined {
  const [, , names = '', reason] = form.exec(text) ?? []
  return form.test(text) && reason === undefined ? names.slice(names.lastIndexOf(',') + 1).trimStart() : undefined
}

function ignoreOf(source: SourceText, comment: Comment): Ignore | undefined {
  const [, opening = '', list = '', reason = ''] = form.exec(textOf(comment.span)) ?? []
  if (opening === '') return undefined
  const spans = namesIn(source, comment.span.start + opening.length, list)
  const whole = cutOf(source, comment)
  const names = spans.map((span, i) => ({ name: textOf(span), span, cut: cutAmong(spans, i) ?? whole }))
  return { comment, names, reason: reason.trim().replace(/^reason$/, ''), line: lineIgnored(source, comment) }
}

function namesIn(source: SourceText, from: number, list: string): readonly Span[] {
  const written = [...list.matchAll(/[^\s,](?:[^,]*[^\s,])?/g)]
  return written.map(({ index, 0: name }) => ({ source, start: from + index, end: from + index + name.length }))
}

function cutAmong(spans: readonly Span[], index: number): Span | undefined {
  const [before, span, after] = [spans[index - 1], spans[index], spans[index + 1]]
  if (span && after) return { ...span, end: after.start }
  return span && before && { ...span, start: before.end }
}

/** With its line where it stands alone, else with the space before it. */
function cutOf({ text }: SourceText, { span, ownLine }: Comment): Span {
  const start = text.slice(0, span.start).search(/[^\S\n]*$/)
  if (!ownLine) return { ...span, start }
  return { ...span, start, end: text.startsWith('\r\n', span.end) ? span.end + 2 : Math.min(text.length, span.end + 1) }
}

function lineIgnored(source: SourceText, { span, ownLine }: Comment): number {
  const { line } = positionAt(source, span.start)
  if (!ownLine) return line
  const { line: last } = positionAt(source, source.text.length)
  let next = line + 1
  while (next < last && lineText(source, next).trimStart().startsWith('#')) next++
  return next
}
