/** The one printer of diagnostics: place, sentence, code frame, related places, fixes. */
import { lineText, positionAt, type Span } from '../syntax/source.ts'
import { fixesOf, messageOf } from './catalogue.ts'
import type { Diagnostic, Severity } from './diagnostic.ts'

export interface RenderOptions {
  /** ANSI colours. */
  readonly color?: boolean
  /** How a file is called; absent: by its path. */
  readonly labelOf?: (path: string) => string
}

const longestLine = 160

/** Several lines without a final newline, such as
 *
 *     model.merit:3:6  error  unknown-attribute
 *     There is no attribute `industy`. Did you mean `industry`?
 *
 *       3 │ when industy in [SaaS] add 15
 *         │      ^^^^^^^
 *       fix: Write `industry`
 */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions = {}): string {
  const paint = painter(options.color ?? false)
  const place = (span: Span) => placeOf(span, options.labelOf)
  return [
    `${paint.bold(place(diagnostic.span))}  ${paint[diagnostic.severity](diagnostic.severity)}  ${paint.dim(diagnostic.name)}`,
    messageOf(diagnostic),
    '',
    ...renderFrame(diagnostic.span, paint, diagnostic.severity),
    ...diagnostic.related.flatMap(related => [
      `  ${paint.dim(place(related.span))} ${related.message}`,
      ...renderFrame(related.span, paint, 'note'),
    ]),
    ...fixesOf(diagnostic).map(fix => `  ${paint.note('fix:')} ${fix.title}`),
  ].join('\n')
}

/** `path:line:column`, counted from 1. */
export function placeOf(span: Span, labelOf = (path: string) => path): string {
  const { line, column } = positionAt(span.source, span.start)
  return `${labelOf(span.source.path)}:${line}:${column}`
}

/** The first line of the span with what it covers there marked below. */
function renderFrame(span: Span, paint: Painter, colour: Severity | 'note'): string[] {
  const start = positionAt(span.source, span.start)
  const end = positionAt(span.source, span.end)
  const whole = lineText(span.source, start.line)
  const from = Math.max(0, Math.min(start.column - 1, whole.length) - longestLine / 2)
  const text = whole.slice(from, from + longestLine)
  const before = text.slice(0, start.column - 1 - from)
  const last = end.line === start.line ? end.column - 1 : whole.length
  const marked = text.slice(before.length, Math.max(before.length, last - from))
  const number = String(start.line)
  return [
    `  ${paint.dim(`${number} │`)} ${text}`,
    `  ${paint.dim(`${' '.repeat(number.length)} │`)} ${blanks(before)}${paint[colour]('^'.repeat(Math.max(1, widthOf(marked))))}`,
  ]
}

/** As wide as the text, tabs kept so that they line up. */
function blanks(text: string): string {
  return Array.from(text, character => (character === '\t' ? '\t' : ' '.repeat(widthOf(character)))).join('')
}

/** Columns on a terminal: wide East Asian characters and emoji take two. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, c) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
        c,
      )
        ? 2
        : 1),
    0,
  )
}

type Style = (text: string) => string
type Painter = Readonly<Record<Severity | 'note' | 'bold' | 'dim', Style>>

const plain: Style = text => text

function painter(color: boolean): Painter {
  const style = (code: number): Style => (color ? text => `\x1b[${code}m${text}\x1b[0m` : plain)
  return { error: style(31), warning: style(33), hint: style(36), note: style(32), bold: style(1), dim: style(2) }
}
