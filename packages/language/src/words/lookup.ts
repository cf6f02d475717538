/** Finding a word by how it is written. Misses are `undefined`; the lists of spellings are for suggestions. */
import type * as Ast from '../syntax/ast.ts'
import type {
  AggregateWord,
  DecayShape,
  DecaySlot,
  FunctionWord,
  LimitWord,
  TextOperator,
  TypeWord,
  Vocabulary,
} from './word.ts'

/** `one`: `contains "x"`; `any`: `contains any of […]`; `all`: `contains all of […]`. */
export type Many = 'one' | 'any' | 'all'
export interface FoundTextOperator {
  readonly operator: TextOperator
  readonly many: Many
}

type TextPhrases = ReadonlyMap<string, FoundTextOperator>

const textPhrasesOf = new WeakMap<Vocabulary, TextPhrases>()

/** By their words, joined by spaces; worked out once for each vocabulary. */
function phrasesOf(vocabulary: Vocabulary): TextPhrases {
  const phrases = textPhrasesOf.get(vocabulary) ?? new Map(vocabulary.textOperators.flatMap(spellingsOf))
  textPhrasesOf.set(vocabulary, phrases)
  return phrases
}

function spellingsOf(operator: TextOperator): readonly (readonly [string, FoundTextOperator])[] {
  const phrases = { one: operator.phrase, any: operator.anyPhrase, all: operator.allPhrase }
  const many: readonly Many[] = ['one', 'any', 'all']
  return many.flatMap(many => {
    const phrase = phrases[many]
    return phrase ? [[phrase.join(' '), { operator, many }] as const] : []
  })
}

export function findTextOperator(vocabulary: Vocabulary, words: readonly string[]): FoundTextOperator | undefined {
  return phrasesOf(vocabulary).get(words.join(' '))
}

/** Every spelling of every text operator: `contains any word of`. */
export function textPhrases(vocabulary: Vocabulary): readonly string[] {
  return [...phrasesOf(vocabulary).keys()]
}

export interface FoundDecayShape {
  readonly shape: DecayShape
  /** What fills the shape's slots, in their order. A name stands for a `let`; whether it is one is the checker's question. */
  readonly slots: readonly Ast.PhrasePart[]
}

const slotKinds = {
  '<duration>': 'duration',
  '<percent>': 'percent',
  '<number>': 'number',
} satisfies { [K in DecaySlot]: Ast.PhrasePart['kind'] }

const isSlot = (part: string): part is DecaySlot => Object.hasOwn(slotKinds, part)

export const slotsOf = (shape: DecayShape): readonly DecaySlot[] => shape.phrase.filter(isSlot)

function fits(wanted: string, part: Ast.PhrasePart): boolean {
  if (isSlot(wanted)) return part.kind === slotKinds[wanted] || part.kind === 'ident' || part.kind === 'paren'
  return part.kind === 'ident' && !part.quoted && part.text === wanted
}

/** Shapes whose words stand in the phrase and whose slots hold a quantity of the right kind or a name. */
export function findDecayShape(vocabulary: Vocabulary, phrase: readonly Ast.PhrasePart[]): FoundDecayShape | undefined {
  const shape = vocabulary.decayShapes.find(
    ({ phrase: wanted }) =>
      wanted.length === phrase.length && wanted.every((part, i) => fits(part, phrase[i] as Ast.PhrasePart)),
  )
  return shape && { shape, slots: phrase.filter((_, i) => isSlot(shape.phrase[i] as string)) }
}

/** `decay linear over <duration>`: how each shape is written. */
export function decayForms(vocabulary: Vocabulary): readonly string[] {
  return vocabulary.decayShapes.map(shape => shape.form)
}

const named = <W extends { readonly name: string }>(words: readonly W[], name: string): W | undefined =>
  words.find(word => word.name === name)

export const findFunction = (vocabulary: Vocabulary, name: string): FunctionWord | undefined =>
  named(vocabulary.functions, name)
export const findAggregate = (vocabulary: Vocabulary, name: string): AggregateWord | undefined =>
  named(vocabulary.aggregates, name)
export const findType = (vocabulary: Vocabulary, name: string): TypeWord | undefined => named(vocabulary.types, name)
export const findLimit = (vocabulary: Vocabulary, name: string): LimitWord | undefined => named(vocabulary.limits, name)

/** Milliseconds; nothing for a unit that is not in the table. */
export function durationMs(vocabulary: Vocabulary, duration: Ast.DurationLit): number | undefined {
  const unit = named(vocabulary.units, duration.unit)
  return unit && duration.value * unit.milliseconds
}
