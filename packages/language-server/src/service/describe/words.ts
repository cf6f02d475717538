/** What a word of the language means, in Markdown: its form, what its record says, and an example that is known to hold. */
import { type Keyword, keywords, standardVocabulary, type Word } from '@merit-lang/language'
import { code, paragraphs } from './markdown.ts'

export function describeWord({ form, doc, example, source }: Word): string {
  const from = source === undefined ? undefined : `Source: ${source}`
  return paragraphs(code(form), doc, from, 'Example:', code(example.model))
}

const byWord: ReadonlyMap<string, Keyword> = new Map(keywords.map(keyword => [keyword.word, keyword]))

/** Records by each word that their names begin or are made of: `points by` is told at `points`, `in next` at `next`. */
const records: ReadonlyMap<string, readonly Word[]> = new Map(
  keywords.map(({ word }) => [word, recordsOf(word)] as const).filter(([, found]) => found.length > 0),
)

function recordsOf(word: string): readonly Word[] {
  const { forms, limits, decayShapes } = standardVocabulary
  const spelled = ({ name }: Word) => name.replace(/\(.*\)/, '').split(/[^a-z]+/)
  const all: readonly Word[] = [...forms, ...limits, ...decayShapes]
  const leading = all.filter(one => spelled(one)[0] === word)
  return leading.length > 0 ? leading : all.filter(one => spelled(one).includes(word))
}

/** Nothing for what is no keyword. */
export function describeKeyword(word: string): string | undefined {
  const keyword = byWord.get(word)
  if (!keyword) return undefined
  const [record, ...others] = records.get(word) ?? []
  if (!record) return paragraphs(code(word), keyword.doc)
  const also = others.length > 0 ? code(others.map(({ form }) => form).join('\n')) : undefined
  return paragraphs(describeWord(record), also && 'Also:', also)
}
