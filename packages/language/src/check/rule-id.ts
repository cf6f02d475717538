/** What identifies a rule within its block: its label, else its text, in which comments, spaces and line breaks do not matter. */
import type * as Ast from '../syntax/ast.ts'
import { type Span, textOf } from '../syntax/source.ts'

const words =
  /"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|#[^\n]*|\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\.\.<?|[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*%?|[<>!]=|\S/gu
const tightBefore = new Set([',', ':', ')', ']', '.', '..', '..<'])
const tightAfter = new Set(['(', '[', '.', '..', '..<'])
/** After these a `(` begins a group of its own, and a `-` a negative number. */
const openers = new Set(
  'and or not in when by add subtract multiply cap floor at until of decay within cooldown weight first most'.split(
    ' ',
  ),
)
const ends = /[\p{L}\p{N}_`)\]"%]$/u

/** Token by token, spaced in one way, however it was laid out. */
export function normalized(span: Span): string {
  let text = ''
  let [last, before] = ['', '']
  for (const word of textOf(span).match(words) ?? []) {
    if (word.startsWith('#')) continue
    text += text === '' || isTight(word, last, before) ? word : ` ${word}`
    ;[last, before] = [word, last]
  }
  return text
}

function isTight(word: string, last: string, before: string): boolean {
  if (tightBefore.has(word) || tightAfter.has(last)) return true
  if (word === '(') return ends.test(last) && last !== ')' && !openers.has(last)
  return last === '-' && (!ends.test(before) || openers.has(before))
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

export interface RuleId {
  readonly id: string
  readonly labelled: boolean
}

const known = new WeakMap<Ast.RuleDecl, RuleId>()

/** A rule's identity within its block: its label, else its text. */
export function ruleId(rule: Ast.RuleDecl): RuleId {
  const id = known.get(rule) ?? idOf(rule)
  known.set(rule, id)
  return id
}

function idOf(rule: Ast.RuleDecl): RuleId {
  const label = rule.modifiers.find(modifier => modifier.kind === 'label')?.text
  if (label?.kind === 'text') return { id: label.value, labelled: true }
  const { action } = rule
  const rows = action.kind === 'pointsBy' || action.kind === 'pointsFirst' ? action.rows : []
  const spans = rows.map(({ span }) => span)
  return { id: separately(rule, spans), labelled: false }
}
