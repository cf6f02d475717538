/** What the benchmark's leads are made of: 25 attributes, 8 types of events. */
import { type Random, seeded } from './random.ts'

export type AttributeKind = 'choice' | 'number' | 'text' | 'flag'

export interface Attribute {
  readonly name: string
  readonly kind: AttributeKind
  /** Of a choice: its values. Of a text: the words that it is made of. */
  readonly words: readonly string[]
  /** Of a text that many leads share, as job titles are: all that there are. Others no two leads share. */
  readonly phrases?: readonly string[]
}

/** An event has one choice, `what`, and one number, `size`. */
export interface EventType {
  readonly name: string
  readonly what: readonly string[]
}

const random = seeded(1)
const syllables = ['va', 'mo', 'rel', 'tu', 'sin', 'ke', 'dra', 'pol', 'ni', 'gor', 'fe', 'lum']

/** Distinct words of 4 to about 14 letters, as values of enums have. */
function words(count: number, syllablesAtMost: number): readonly string[] {
  const found = new Set<string>()
  while (found.size < count) {
    found.add(Array.from({ length: random.whole(2, syllablesAtMost) }, () => random.pick(syllables)).join(''))
  }
  return [...found]
}

/** Texts of five of these words. */
export const phrase = (from: Random, words: readonly string[]): string =>
  Array.from({ length: 5 }, () => from.pick(words)).join(' ')

const withPhrases = (attribute: Attribute): Attribute => ({
  ...attribute,
  phrases: Array.from({ length: 1000 }, () => phrase(random, attribute.words)),
})

const named = (kind: AttributeKind, names: string, words: () => readonly string[]): Attribute[] =>
  names.split(' ').map(name => ({ name, kind, words: words() }))

export const attributes: readonly Attribute[] = [
  ...named(
    'choice',
    'industry country department seniority origin tongue plan technology persona lifecycle region',
    () => words(30, 5),
  ),
  ...named('number', 'employees revenue visits budget seats tickets tenure', () => []),
  ...named('text', 'title interest', () => words(200, 4)).map(withPhrases),
  ...named('text', 'about remark', () => words(200, 4)),
  ...named('flag', 'customer partner subscribed', () => []),
]

/** Numbers of leads and of events are whole and within 1 to this. */
export const largest = 10_000

export const eventTypes: readonly EventType[] = [
  'page_view',
  'download',
  'form_submit',
  'email_open',
  'email_click',
  'webinar',
  'product_use',
  'call',
].map(name => ({ name, what: words(30, 5) }))
