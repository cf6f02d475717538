/** Words that make up operators and decays, from what is written of them so far. */
import {
  type DecayShape,
  type Frame,
  standardVocabulary,
  type TextOperator,
  type Type,
  type Written,
} from '@merit-lang/language'
import { describeWord } from '../describe/words.ts'
import { type Completion, completion, filledIn, ranks } from './item.ts'
import { frameOf, type Situation } from './situation.ts'

/** What is written from where a rule of the grammar began. */
function wordsFrom({ here: { before } }: Situation, frame: Frame | undefined): readonly string[] {
  return frame ? before.slice(frame.start).map(({ text }) => text) : []
}

/** The rest of each phrase that begins with the words. */
const restOf = (phrase: readonly string[], words: readonly string[]): readonly string[] =>
  words.length < phrase.length && words.every((word, i) => word === phrase[i]) ? phrase.slice(words.length) : []

/** Operators that text has; of those that a list has, only the ones that mean something for it. */
export function nextOfTextTest(situation: Situation, frame: Frame, type: Type | undefined): readonly Completion[] {
  const words = wordsFrom(situation, frameOf(frame, 'wordTest'))
  return standardVocabulary.textOperators.filter(word => hasMeaning(word, type)).flatMap(word => restsOf(word, words))
}

/** The operator is begun, and what it takes is not. */
export function awaitsOperand(situation: Situation, frame: Frame): boolean {
  const words = wordsFrom(situation, frameOf(frame, 'wordTest'))
  const begins = (phrase: readonly string[]) => words.every((word, i) => word === phrase[i])
  const phrases = standardVocabulary.textOperators.flatMap(one => [one.phrase, one.anyPhrase, one.allPhrase ?? []])
  return words.length > 0 && phrases.some(begins)
}

const textual: ReadonlySet<Type['kind']> = new Set(['text', 'enum', 'broken'])

function hasMeaning({ lowerList }: TextOperator, type: Type | undefined): boolean {
  if (type === undefined || textual.has(type.kind)) return true
  return type.kind === 'list' && lowerList !== undefined
}

function restsOf(word: TextOperator, words: readonly string[]): readonly Completion[] {
  const { phrase, anyPhrase, allPhrase = [], operand } = word
  const one = restOf(phrase, words)
  const many = [restOf(anyPhrase, words), restOf(allPhrase, words)].filter(rest => rest.length > 0)
  const rest = { detail: word.form, documentation: () => describeWord(word) }
  const item = (label: string, operandText: string, rank: number) =>
    completion(label, 'operator', rank, { ...filledIn(`${label}${operandText}`), ...rest })
  const mark = operand === 'pattern' ? ' "<pattern>"' : ''
  return [
    ...(one.length > 0 ? [item(one.join(' '), mark, ranks.good)] : []),
    ...many.map(more => item(more.join(' '), ' [<>]', ranks.fair)),
  ]
}

const slots: Readonly<Record<string, string>> = { '<duration>': '30d', '<percent>': '20%', '<number>': '5' }

/** The rest of each shape that begins so. */
export function nextOfDecay(situation: Situation, frame: Frame): readonly Completion[] {
  const decay = frameOf(frame, 'decay')
  const written = situation.here.before.slice((decay?.start ?? 0) + 1)
  return standardVocabulary.decayShapes.flatMap(shape => {
    const begins =
      written.length < shape.phrase.length &&
      written.every((token, i) => fitsSlot(situation, token, shape.phrase[i] ?? ''))
    return begins ? [decayItem(shape, written.length)] : []
  })
}

/** The kinds of tokens that fill the slots of a decay. */
export const slotKinds: Readonly<Record<string, string>> = {
  '<duration>': 'Duration',
  '<percent>': 'Percent',
  '<number>': 'Number',
}

/** A name fills a slot where it is a `let`. */
function fitsSlot({ known }: Situation, { kind, text }: Written, part: string): boolean {
  const wanted = slotKinds[part]
  if (wanted === undefined) return text === part
  return kind === wanted || known.named.get(text)?.kind === 'let'
}

function decayItem(shape: DecayShape, from: number): Completion {
  const rest = shape.phrase.slice(from).map(part => ({ part, usual: slots[part] }))
  const label = rest.map(({ part, usual }) => usual ?? part).join(' ')
  const body = rest.map(({ part, usual }) => (usual ? `<${usual}>` : part)).join(' ')
  const detail = shape.form
  return completion(label, 'operator', ranks.best, {
    ...filledIn(body),
    detail,
    documentation: () => describeWord(shape),
  })
}
