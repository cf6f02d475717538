/** What identifies a rule within its block: its label, else its text, in which comments, spaces and line breaks do not matter. */
import type * as Ast from '../syntax/ast.ts'
import { type Span, textOf } from '../syntax/source.ts'

const words = /"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|#[^\n]*|[\p{L}\p{N}_.%]+|[<>!]=|\.\.<?|\S/gu
const tight = { before: /^[,:)\]]/, after: /[([]$/ }
const opensCall = /^[(]/
const name = /[\p{L}\p{N}_`]$/u
/** After these a `(` begins a group of its own. */
const beforeGroup = new Set([
  'and',
  'or',
  'not',
  'in',
  'when',
  'by',
  'add',
  'subtract',
  'cap',
  'floor',
  'at',
  'until',
  'of',
  'decay',
  'within',
])

/** Token by token, spaced in one way, however it was laid out. */
function normalized(span: Span): string {
  const found = (textOf(span).match(words) ?? []).filter(word => !word.startsWith('#'))
  return found.reduce((text, word) => (text === '' ? word : text + gap(text, word) + word), '')
}

function gap(text: string, word: string): string {
  if (tight.before.test(word) || tight.after.test(text)) return ''
  const last = text.slice(text.lastIndexOf(' ') + 1)
  return opensCall.test(word) && name.test(last) && !beforeGroup.has(last) ? '' : ' '
}

/** A table's rows without what separates them: commas between rows are optional. */
function separately(rule: Ast.RuleDecl, rows: readonly Span[]): string {
  const { source } = rule.span
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return normalized(rule.span)
  const head = normalized({ source, start: rule.span.start, end: first.start })
  const tail = normalized({ source, start: last.end, end: rule.span.end }).replace(/^,\s*/, '')
  return [head, ...rows.map(normalized), tail].join(' ')
}

/** A rule's identity within its block: its label, else its text. */
export function ruleId(rule: Ast.RuleDecl): { readonly id: string; readonly labelled: boolean } {
  const label = rule.modifiers.find(modifier => modifier.kind === 'label')?.text
  if (label?.kind === 'text') return { id: label.value, labelled: true }
  const { action } = rule
  const rows = action.kind === 'pointsBy' || action.kind === 'pointsFirst' ? action.rows : []
  return {
    id: separately(
      rule,
      rows.map(({ span }) => span),
    ),
    labelled: false,
  }
}
