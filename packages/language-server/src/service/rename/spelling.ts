/** How a new name is written where the old one stands. */
import { isKeyword, isWord, keywords, type Span, textOf, writtenText } from '@merit-lang/language'
import type { Entity, EntityKind } from '../occurrences.ts'

/** `careful` puts every name into backticks, and every value into quotes, that might be read as something else. */
export type Style = 'plain' | 'careful'

/** What the old name stands in: a name, a value, which may also be written as a text, or always a text. */
type Form = 'name' | 'value' | 'text'

const forms = {
  attribute: 'name',
  record: 'name',
  event: 'name',
  derived: 'name',
  property: 'name',
  list: 'name',
  let: 'name',
  segment: 'name',
  score: 'name',
  group: 'name',
  grade: 'name',
  label: 'value',
  stage: 'name',
  value: 'value',
  rule: 'text',
  reason: 'text',
  test: 'text',
} satisfies { [K in EntityKind]: Form }

const reserved: ReadonlySet<string> = new Set(keywords.filter(keyword => !('where' in keyword)).map(({ word }) => word))

/** A name may be given as it is, or as it is written, in backticks or quotes. */
export function meantBy(given: string, { kind }: Entity): string {
  const text = given.trim()
  if (forms[kind] !== 'text' && /^`[^`]*`$/.test(text)) return text.slice(1, -1)
  if (forms[kind] !== 'name' && /^".*"$/s.test(text)) return text.slice(1, -1).replace(/\\(["\\])/g, '$1')
  return text
}

/** Why nothing can be called so, in a sentence. */
export function mistakeIn(given: string, entity: Entity): string | undefined {
  const name = meantBy(given, entity)
  const form = forms[entity.kind]
  if (name === '') return 'Write a name.'
  if (/[\r\n]/.test(name)) return 'A name stands on one line.'
  if (form === 'name' && name.includes('`')) return 'A name has no backticks in it.'
  if (form === 'name' && name.includes('.'))
    return 'A name has no dots in it: they stand between a record and its parts.'
  if (form === 'name' && reserved.has(given.trim()))
    return `\`${name}\` is a word of the language. If that is to be the name, write it in backticks.`
  return undefined
}

/** Instead of what is written there. */
export function spelled(name: string, { kind }: Entity, before: Span, style: Style): string {
  const bare = isWord(name) && !(style === 'careful' && (kind === 'value' || kind === 'label' || isKeyword(name)))
  if (forms[kind] === 'name') return bare ? name : `\`${name}\``
  return bare && forms[kind] === 'value' && !textOf(before).startsWith('"') ? name : writtenText(name)
}
