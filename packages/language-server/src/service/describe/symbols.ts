/** What something named is, in Markdown: how it is declared, what it says of itself, where that stands. */
import {
  type AttributeSymbol,
  type DerivedSymbol,
  type EventSymbol,
  isWord,
  type PropertySymbol,
  positionAt,
  type Span,
  type Type,
  textOf,
} from '@merit-lang/language'
import type { Named } from '../known.ts'
import { code, inline, paragraphs, prose } from './markdown.ts'

export type Described = Named | EventSymbol | DerivedSymbol | PropertySymbol

/** How many values of a list are told. */
const manyValues = 24

/** As it is written in a declaration. */
export function typeText(type: Type): string {
  return (typeTexts[type.kind] as (type: Type) => string)(type)
}

const typeTexts = {
  text: () => 'text',
  boolean: () => 'boolean',
  date: () => 'date',
  duration: () => 'a length of time',
  number: ({ integer, range }) => `${integer ? 'integer' : 'number'}${range ? ` ${rangeText(range)}` : ''}`,
  enum: ({ values }) => (values ? `one of ${valuesText(values)}` : 'one of several values'),
  list: ({ values }) => `list of ${values ? valuesText(values) : 'text'}`,
  broken: () => 'unclear',
} satisfies { [K in Type['kind']]: (type: Extract<Type, { kind: K }>) => string }

type Range = NonNullable<Extract<Type, { kind: 'number' }>['range']>

function rangeText({ low, high, lowOpen, highOpen }: Range): string {
  if (low === undefined) return `${highOpen ? '<' : '<='} ${high ?? ''}`
  if (lowOpen) return `> ${low}`
  return `${low}..${highOpen && high !== undefined ? '<' : ''}${high ?? ''}`
}

function valuesText(values: readonly (string | number)[]): string {
  const shown = values.slice(0, manyValues).map(valueText)
  const more = values.length - shown.length
  return `[${shown.join(', ')}${more > 0 ? `, … ${more} more` : ''}]`
}

const valueText = (value: string | number) =>
  typeof value === 'number' || isWord(value) ? String(value) : `"${value}"`

/** The declaration, or what would be one. */
const heads = {
  attribute: field,
  property: field,
  event: ({ name, properties }) =>
    `event ${name}${properties.length > 0 ? ` {\n${properties.map(one => `  ${field(one)}`).join('\n')}\n}` : ''}`,
  derived: ({ declaration }) => textOf(declaration.span),
  list: ({ name, values }) => `list ${name} = ${valuesText(values)}`,
  let: ({ declaration }) => textOf(declaration.span),
  segment: ({ declaration }) => textOf(declaration.span),
  score: ({ name, declaration }) => (declaration ? firstLine(declaration.span) : `score ${name}`),
  grade: ({ declaration }) => textOf(declaration.span),
  stage: ({ lines }) => lines.map(({ declaration }) => textOf(declaration.span)).join('\n'),
} satisfies { [K in Described['kind']]: (symbol: Extract<Described, { kind: K }>) => string }

function field({ name, key, type, required, unknownIn }: AttributeSymbol | PropertySymbol): string {
  const marks = [
    required ? ' required' : '',
    unknownIn.length > 0 ? ` unknown in ${valuesText(unknownIn)}` : '',
    key === name ? '' : ` from "${key}"`,
  ]
  return `${name}: ${typeText(type)}${marks.join('')}`
}

/** A block's, up to its `{`. */
function firstLine(span: Span): string {
  const text = textOf(span)
  const brace = text.indexOf('{')
  return (brace < 0 ? text : text.slice(0, brace)).trim()
}

const docs = {
  attribute: ({ doc }) => doc,
  property: ({ doc }) => doc,
  event: ({ doc }) => doc,
  derived: ({ declaration }) => declaration.doc,
  list: ({ declaration, builtIn }) => (builtIn ? 'Comes with the language.' : (declaration?.doc ?? '')),
  let: ({ declaration }) => declaration.doc,
  segment: ({ declaration }) => declaration.doc,
  score: ({ declaration }) => declaration?.doc ?? 'The rules that stand outside any block.',
  grade: ({ declaration }) => declaration.doc,
  stage: ({ lines }) => lines.flatMap(({ declaration }) => declaration.doc || []).join('\n'),
} satisfies { [K in Described['kind']]: (symbol: Extract<Described, { kind: K }>) => string }

const nouns = {
  attribute: 'attribute',
  property: 'property',
  event: 'event',
  derived: 'derived event',
  list: 'list',
  let: 'value',
  segment: 'segment: a condition',
  score: 'score',
  grade: 'grade',
  stage: 'stage',
} satisfies { [K in Described['kind']]: string }

/** `owner`: the event of a property. `uses`: how often it stands elsewhere, where that was counted. */
export function describe(symbol: Described, { owner, uses }: { owner?: string; uses?: number } = {}): string {
  const head = (heads[symbol.kind] as (symbol: Described) => string)(symbol)
  const doc = (docs[symbol.kind] as (symbol: Described) => string)(symbol)
  const facts = [`${nouns[symbol.kind]}${owner === undefined ? '' : ` of ${inline(owner)}`}`, place(symbol), used(uses)]
  return paragraphs(code(head), prose(doc), facts.filter(fact => fact !== '').join(' · '))
}

function used(uses: number | undefined): string {
  if (uses === undefined) return ''
  return uses === 0 ? 'never used' : `used ${uses === 1 ? 'once' : `${uses} times`}`
}

function place(symbol: Described): string {
  if (symbol.span === undefined) return ''
  const { source, start } = symbol.span
  const verb = 'declared' in symbol && !symbol.declared ? 'first used' : 'declared'
  return `${verb} in ${inline(source.path.slice(source.path.lastIndexOf('/') + 1))}, line ${positionAt(source, start).line}`
}
