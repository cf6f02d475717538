/** What is to be filled in where the cursor is: of a pattern, a function, a decay and other words with forms. */
import {
  type Continuations,
  continuationsAt,
  type DecayShape,
  type Frame,
  standardVocabulary,
  type Word,
  type Written,
} from '@merit-lang/language'
import { slotKinds } from './completion/phrases.ts'
import { eventAt, nameOf, outer, type Situation } from './completion/situation.ts'
import { prose } from './describe/markdown.ts'
import { typeText } from './describe/symbols.ts'
import { knownOf, propertiesOf } from './known.ts'
import type { Place } from './workspace.ts'

export interface Signature {
  readonly label: string
  /** Markdown. */
  readonly documentation: string
  readonly parameters: readonly Parameter[]
  /** Nothing where what stands there is none of them. */
  readonly active: number | undefined
}

export interface Parameter {
  /** Of the label. */
  readonly start: number
  readonly end: number
  readonly documentation?: string
}

/** Several where what stands there may become one of several; the likeliest first. None outside of forms. */
export function signaturesAt({ project, source, offset }: Place): readonly Signature[] {
  const here = continuationsAt(source, offset)
  const situation: Situation = {
    source,
    offset,
    here,
    known: knownOf(project.known() ?? project.checked.understood),
    paths: [],
  }
  const frames = formsAt(here, typedAt(situation))
  const inner = frames.toSorted((a, b) => b.start - a.start)[0]
  return inner ? (givers[inner.rule]?.(situation, inner) ?? []) : []
}

const typedAt = ({ source, here, offset }: Situation) => source.text.slice(here.start, offset)

/** The forms that what is typed may be a part of. Where another entry may begin, a word that begins a line is one. */
function formsAt({ ways, before, firstOnLine }: Continuations, typed: string): readonly Frame[] {
  const fitting = ways.filter(({ kind }) => mayBecome(kind, typed))
  const frames = fitting.map(({ frame }) => begun(frame, before.length))
  return firstOnLine && frames.includes(undefined) ? [] : frames.filter(frame => frame !== undefined)
}

const words: ReadonlySet<string> = new Set(['Name', 'Label'])
const literals: ReadonlySet<string> = new Set(['Text', 'Number', 'Percent', 'Duration', 'Date'])

/** Whether what is typed begins a token of the kind. */
function mayBecome(kind: string, typed: string): boolean {
  const isWord = /^[\p{L}_`]/u.test(typed)
  if (typed === '' || words.has(kind)) return typed === '' || isWord
  return literals.has(kind) ? !isWord : kind.startsWith(typed)
}

/** The innermost form of which something is written. */
function begun(frame: Frame, written: number): Frame | undefined {
  for (let at: Frame | undefined = frame; at; at = at.outer) if (at.start < written && at.rule in givers) return at
  return undefined
}

type Give = (situation: Situation, frame: Frame) => readonly Signature[]

/** By the innermost of these rules of the grammar. Words of which nothing is written yet have none. */
const givers: Readonly<Record<string, Give>> = {
  arguments: (situation, frame) =>
    outer(frame) === 'pattern' ? ofPattern(situation, frame) : ofFunction(situation, frame),
  dataArguments: ofPattern,
  decay: ofDecay,
  cooldown: ({ here: { before } }, frame) => ofWord(limitNamed('cooldown'), before.length - frame.start - 1),
  limit: ofLimit,
  points: ofPoints,
}

// ---------------------------------------------------------------- patterns and functions

function ofPattern(situation: Situation, frame: Frame): readonly Signature[] {
  const event = eventAt(situation, { rule: '', start: 0, outer: frame })
  if (event === undefined) return []
  const properties = propertiesOf(situation.known, event)
  if (properties.length === 0) return []
  const texts = properties.map(({ name, type }) => `${name}: ${typeText(type)}`)
  const documentation = `A value alone is compared with \`${properties[0]?.name}\`.`
  const parameters = spansOf(
    `${event}(`,
    texts,
    properties.map(({ doc }) => doc),
  )
  const argument = argumentAt(situation.here.before, frame.start)
  const [first] = argument.words
  const named = properties.findIndex(({ name }) => first !== undefined && nameOf(first) === name)
  const active = named >= 0 ? named : argument.words.length === 0 && argument.index > 0 ? undefined : 0
  return [{ label: `${event}(${texts.join(', ')})`, documentation, parameters, active }]
}

function ofFunction({ here: { before } }: Situation, frame: Frame): readonly Signature[] {
  const name = before[frame.outer?.start ?? 0]
  const word = standardVocabulary.functions.find(one => name && one.name === nameOf(name))
  if (!word) return []
  return ofWord(word, Math.min(argumentAt(before, frame.start).index, word.parameters.length - 1))
}

/** Which argument is being written, from the `(` on, and what is written of it. */
function argumentAt(before: readonly Written[], open: number): { index: number; words: readonly Written[] } {
  let [index, depth, start] = [0, 0, open + 1]
  before.slice(open + 1).forEach(({ kind }, i) => {
    depth += opening.has(kind) ? 1 : closing.has(kind) ? -1 : 0
    if (kind !== ',' || depth > 0) return
    index++
    start = open + 2 + i
  })
  return { index, words: before.slice(start) }
}

const opening: ReadonlySet<string> = new Set(['(', '['])
const closing: ReadonlySet<string> = new Set([')', ']'])

/** Where the parameters stand in a label that begins so, with commas between them. */
function spansOf(head: string, texts: readonly string[], docs: readonly string[]): Parameter[] {
  let end = head.length - 2
  return texts.map((text, i) => {
    const start = end + 2
    end = start + text.length
    return { start, end, ...(docs[i] && { documentation: prose(docs[i]) }) }
  })
}

// ---------------------------------------------------------------- words with forms

/** Of a record, whose form has `<…>` for what is filled in. */
function ofWord(word: Word | undefined, active: number | undefined): readonly Signature[] {
  if (!word) return []
  const slots = [...word.form.matchAll(/<[^>]+>/g)]
  const parameters = slots.map(({ 0: slot, index }) => ({ start: index, end: index + slot.length }))
  return [{ label: word.form, documentation: word.doc, parameters, active }]
}

const limitNamed = (name: string) => standardVocabulary.limits.find(limit => limit.name === name)

function ofLimit({ here: { before } }: Situation, frame: Frame): readonly Signature[] {
  const written = before.slice(frame.start)
  const first = written[0]?.kind
  const word = limitNamed(first === 'at' ? 'at most' : (first ?? ''))
  const hasPer = written.some(({ kind }) => kind === 'per')
  return ofWord(word, first === 'once' || !hasPer ? 0 : 1)
}

function ofPoints({ here: { before } }: Situation, frame: Frame): readonly Signature[] {
  const written = before.slice(frame.start)
  const name = `points ${written[1]?.kind ?? ''}`
  const word = standardVocabulary.forms.find(form => form.name === name)
  const inRows = written.some(({ kind }) => kind === '{')
  const giving = written.at(-1)?.kind === ':'
  const row = giving ? 1 : 0
  return ofWord(word, name === 'points by' ? (inRows ? row + 1 : 0) : row)
}

function ofDecay(situation: Situation, frame: Frame): readonly Signature[] {
  const written = situation.here.before.slice(frame.start + 1)
  const typed = typedAt(situation)
  const shapes = standardVocabulary.decayShapes.filter(
    shape => beginsSo(shape, written) && mayBecome(partAt(shape, written.length), typed),
  )
  return shapes.flatMap(shape => ofWord(shape, slotAt(shape, written.length)))
}

function beginsSo({ phrase }: DecayShape, written: readonly Written[]): boolean {
  return (
    written.length <= phrase.length &&
    written.every(({ kind, text }, i) => text === phrase[i] || kind === slotKinds[phrase[i] ?? ''])
  )
}

/** The kind of what comes next. */
function partAt({ phrase }: DecayShape, written: number): string {
  const part = phrase[written] ?? 'after'
  return slotKinds[part] ?? part
}

/** The slot that comes next, or the last. */
function slotAt({ phrase }: DecayShape, written: number): number {
  const slots = phrase.flatMap((part, i) => (slotKinds[part] ? i : []))
  const next = slots.findIndex(i => i >= written)
  return next < 0 ? slots.length - 1 : next
}
