/** Decays: the shape is looked up by its words, and its quantities must make sense. */
import * as problem from '../diagnostics/check/index.ts'
import type * as Ast from '../syntax/ast.ts'
import { type Span, spanning, textOf } from '../syntax/source.ts'
import { decayForms, type FoundDecayShape, findDecayShape, slotsOf } from '../words/lookup.ts'
import type { DecaySlot } from '../words/word.ts'
import { type Checking, say, suggest } from './checking.ts'
import { constantOf } from './constants.ts'
import { checkDuration, typeOf } from './expressions.ts'
import type { Type } from './model.ts'
import * as types from './types.ts'
import { unitOf } from './units.ts'

export function checkDecay(cx: Checking, decay: Ast.DecayMod): void {
  if (decay.after) checkDuration(cx, decay.after)
  if (decay.phrase.length === 0) return
  const found = findDecayShape(cx.vocabulary, decay.phrase)
  if (found) checkSlots(cx, found, decay)
  else sayUnknown(cx, decay)
}

function checkSlots(cx: Checking, { shape, slots }: FoundDecayShape, { phrase, span }: Ast.DecayMod): void {
  const kinds = slotsOf(shape)
  const values = slots.map((slot, i) => quantityOf(cx, slot, kinds[i] as DecaySlot, textOf(slot.span)))
  if (!values.every(value => value !== undefined)) return
  const reason = shape.problem?.(values)
  if (reason) say(cx, problem.badDecay, phraseSpan(phrase) ?? span, { reason, form: shape.form })
}

/** Undefined for what is in error. */
function quantityOf(cx: Checking, slot: Ast.PhrasePart, kind: DecaySlot, written: string): number | undefined {
  const type = slot.kind === 'ident' ? typeOfLet(cx, slot) : typeOf(cx, slot)
  if (type.kind === 'broken') return undefined
  const value = slot.kind === 'ident' ? constantOfLet(cx, slot) : constantOf(cx, slot)
  const wanted = kind === '<duration>' ? 'duration' : 'number'
  if (type.kind === wanted && value !== undefined) return value
  const suggestion = kind === '<duration>' && slot.kind === 'number' ? `${written}d` : undefined
  if (wanted === 'duration') say(cx, problem.durationNeeded, slot.span, { written, suggestion })
  else say(cx, problem.numberNeeded, slot.span, { written, role: 'A quantity of a decay', noun: types.nounOf(type) })
  return undefined
}

function typeOfLet(cx: Checking, slot: Ast.Ident): Type {
  const meaning = cx.meanings.get(slot)
  return meaning?.kind === 'let' ? meaning.type : types.broken
}

function constantOfLet(cx: Checking, slot: Ast.Ident): number | undefined {
  const meaning = cx.meanings.get(slot)
  return meaning?.kind === 'let' ? cx.constants.get(meaning) : undefined
}

function phraseSpan(phrase: readonly Ast.PhrasePart[]): Span | undefined {
  const [first, last] = [phrase[0], phrase.at(-1)]
  return first && last && spanning(first.span, last.span)
}

/** `decay 50% every 30d` may mean two things; `decay 30` lacks its unit; the rest is misspelt. */
function sayUnknown(cx: Checking, { phrase, span }: Ast.DecayMod): void {
  const at = phraseSpan(phrase) ?? span
  const [first, second, third] = phrase
  const written = textOf(at)
  const suggestion = mendedPhrase(cx, phrase)
  const unit = phrase.length === 2 && second?.kind === 'ident' ? unitOf(second.text) : undefined
  if (phrase.length === 3 && first?.kind === 'percent' && isWord(second, 'every') && third) {
    const params = { percent: textOf(first.span), share: first.value, every: textOf(third.span) }
    say(cx, problem.ambiguousDecay, at, params)
  } else if (first?.kind === 'number' && (unit || phrase.length === 1)) {
    say(cx, problem.durationNeeded, at, { written, suggestion: `${textOf(first.span)}${unit ?? 'd'}` })
  } else if (!phrase.some(part => part.kind !== 'ident' && typeOf(cx, part).kind === 'broken')) {
    say(cx, problem.unknownDecay, at, { written, forms: decayForms(cx.vocabulary), suggestion })
  }
}

function isWord(part: Ast.PhrasePart | undefined, word: string): boolean {
  return part?.kind === 'ident' && part.text === word
}

/** The phrase with its one misspelt word put right. */
function mendedPhrase(cx: Checking, phrase: readonly Ast.PhrasePart[]): string | undefined {
  const words = [...new Set(cx.vocabulary.decayShapes.flatMap(shape => shape.phrase))].filter(
    word => !word.startsWith('<'),
  )
  const mended = phrase.map(part =>
    part.kind === 'ident' ? { ...part, text: suggest(cx, part.text, words) ?? part.text } : part,
  )
  const found = findDecayShape(cx.vocabulary, mended)
  return found && mended.map(part => (part.kind === 'ident' ? part.text : textOf(part.span))).join(' ')
}
