/** Where in a model something is being typed: the rules of the grammar at hand, the event, what it is compared with. */
import type { Continuations, Frame, Type, Written } from '@merit-lang/language'
import { type Known, propertiesOf, typeOfText } from '../known.ts'
import type { SourceText } from '../text.ts'
import { usedValues } from './used-values.ts'

export interface Situation {
  readonly source: SourceText
  readonly offset: number
  readonly here: Continuations
  readonly known: Known
  /** Files that an import may name, by absolute path. */
  readonly paths: readonly string[]
}

/** The innermost one of these rules, seen from inside. */
export function frameOf(frame: Frame | undefined, ...rules: readonly string[]): Frame | undefined {
  for (let at = frame; at; at = at.outer) if (rules.includes(at.rule)) return at
  return undefined
}

/** The rule around a rule. */
export const outer = (frame: Frame | undefined): string => frame?.outer?.rule ?? ''

export function lastWritten({ here }: Situation): Written | undefined {
  return here.before.at(-1)
}

/** The source between two tokens, without the second. */
export function textBetween({ source, here: { before } }: Situation, from: number, to: number): string {
  const first = before[from]
  const last = before[to - 1]
  return first && last && from < to ? source.text.slice(first.start, last.end) : ''
}

export const nameOf = ({ text }: Written): string => (text.startsWith('`') ? text.slice(1, -1) : text)

/** Where the word stands that is being typed, which without declarations is taken for a name or value. */
export function isTyped(
  { source, here }: Situation,
  span: { source: { path: string }; start: number } | undefined,
): boolean {
  return span?.source.path === source.path && span.start === here.start && here.end > here.start
}

/** Whose properties may be named: of the pattern that the place is in, or of the rule's event. */
export function eventAt(situation: Situation, frame: Frame): string | undefined {
  const { before } = situation.here
  const args = frameOf(frame, 'arguments')
  if (args && outer(args) === 'pattern') return wordAt(before[args.outer?.start ?? 0])
  if (args && outer(args) === 'named') return args.outer && eventAt(situation, args.outer)
  const data = frameOf(frame, 'dataArguments')
  if (data) return wordAt(before[(data.outer?.start ?? 0) + 1])
  const rule = frameOf(frame, 'rule')
  if (rule && before[rule.start]?.kind === 'on' && frameOf(frame, 'action', 'per'))
    return wordAt(before[rule.start + 1])
  return derivedFrom(situation, frame)
}

/** Of `event x from … per ▮`. */
function derivedFrom({ here: { before } }: Situation, frame: Frame): string | undefined {
  const derivation = frameOf(frame, 'per') && frameOf(frame, 'derivation')
  return derivation && wordAt(before.slice(derivation.start).find(({ kind }) => kind === 'Name'))
}

const wordAt = (token: Written | undefined) => (token?.kind === 'Name' ? nameOf(token) : undefined)

/** What something is compared with, as it is written, and its type. */
export interface Subject {
  readonly text: string
  readonly type: Type
}

/** What stands left of a test, the value of a table, or the attribute or property to which data are given. */
export function subjectAt(situation: Situation, frame: Frame): Subject | undefined {
  const { before } = situation.here
  const inner = frameOf(frame, 'test', 'byRow', 'dataArgument', 'dataField', 'arguments', 'typeMark')
  if (inner?.rule === 'test')
    return subjectFrom(situation, frame, frameOf(inner, 'comparison')?.start ?? 0, inner.start)
  if (inner?.rule === 'byRow') return subjectOfTable(situation, inner)
  if (inner?.rule === 'dataField') return typed(situation, recordOf(before, inner) + nameAt(before, inner.start))
  if (inner?.rule === 'dataArgument') return ofData(situation, inner)
  if (inner?.rule === 'arguments' && outer(inner) === 'pattern') return primaryOf(situation, inner)
  return undefined
}

function subjectFrom(situation: Situation, frame: Frame, from: number, to: number): Subject {
  return typed(situation, textBetween(situation, from, to), eventAt(situation, frame))
}

function typed(situation: Situation, text: string, event?: string): Subject {
  const type = typeOfText(situation.known, text, event)
  return { text, type: withValues(situation, type, text, event) }
}

/** Where none are declared, those that it is compared with elsewhere. */
function withValues(situation: Situation, type: Type, text: string, event: string | undefined): Type {
  const isOpen = (type.kind === 'enum' || type.kind === 'list') && type.values === undefined
  return isOpen ? { ...type, values: usedValues(situation, text, event) } : type
}

function subjectOfTable(situation: Situation, row: Frame): Subject {
  const { before } = situation.here
  const start = (row.outer?.start ?? 0) + 2
  const brace = before.findIndex(({ kind }, i) => i > start && kind === '{')
  return subjectFrom(situation, row, start, brace)
}

const nameAt = (before: readonly Written[], i: number) => (before[i] ? nameOf(before[i]) : '')

/** `company.` inside of a nested record. */
export function recordOf(before: readonly Written[], field: Frame): string {
  const names: string[] = []
  for (let at = field.outer; at; at = at.outer)
    if (at.rule === field.rule) names.unshift(`${nameAt(before, at.start)}.`)
  return names.join('')
}

function ofData(situation: Situation, argument: Frame): Subject | undefined {
  const { before } = situation.here
  const event = eventAt(situation, argument)
  const named = before[argument.start + 1]?.kind === ':'
  return named ? typed(situation, nameAt(before, argument.start), event) : primary(situation, event)
}

/** A lone value in a pattern is one of the primary property; not where more than that value stands. */
function primaryOf(situation: Situation, args: Frame): Subject | undefined {
  const last = lastWritten(situation)
  return last?.kind === '(' || last?.kind === ',' ? primary(situation, eventAt(situation, args)) : undefined
}

function primary(situation: Situation, event: string | undefined): Subject | undefined {
  const [property] = event === undefined ? [] : propertiesOf(situation.known, event)
  return property && typed(situation, property.name, event)
}
