/** What an editor offers, straight from the records of the words. */
import type { DecayShape, TextOperator, Vocabulary, Word } from './word.ts'

export interface Completion {
  /** What is chosen: `contains any of`, `decay linear over`. */
  readonly label: string
  readonly family: keyof Vocabulary
  /** The whole form, with `<…>` for what is to be filled in. */
  readonly form: string
  readonly doc: string
}

/** Without what is filled in: `decay linear over <duration>` is `decay linear over`. */
const spokenPart = (form: string) =>
  form
    .replace(/<[^>]*>|\[[^\]]*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const once = (word: Word, family: keyof Vocabulary, label: string): Completion => ({
  label,
  family,
  form: word.form,
  doc: word.doc,
})

function ofTextOperator(operator: TextOperator): Completion[] {
  const phrases = [operator.phrase, operator.anyPhrase, operator.allPhrase].filter(phrase => phrase !== undefined)
  return phrases.map(phrase => once(operator, 'textOperators', phrase.join(' ')))
}

const ofDecayShape = (shape: DecayShape) => once(shape, 'decayShapes', spokenPart(shape.form))

const byName =
  (family: keyof Vocabulary) =>
  (word: Word): Completion =>
    once(word, family, word.name)

/** All words of the vocabulary, in its order. */
export function completionsOf(vocabulary: Vocabulary): Completion[] {
  const { textOperators, decayShapes, ...rest } = vocabulary
  const others = Object.entries(rest) as [keyof Vocabulary, readonly Word[]][]
  return [
    ...textOperators.flatMap(ofTextOperator),
    ...decayShapes.map(ofDecayShape),
    ...others.flatMap(([family, words]) => words.map(byName(family))),
  ]
}
