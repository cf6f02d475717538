/** Highlighting for editors: a TextMate grammar out of the keywords and the words of a vocabulary. */
import { keywords } from '../packages/language/src/syntax/keywords.ts'
import type { Vocabulary } from '../packages/language/src/words/word.ts'

const roleScopes = {
  statement: 'keyword.control.merit',
  item: 'keyword.control.merit',
  line: 'keyword.control.merit',
  word: 'keyword.other.merit',
} as const

const logic = new Set(['and', 'or', 'not', 'in', 'is'])
const constants = new Set(['true', 'false'])
const declares = ['event', 'list', 'let', 'segment', 'score', 'group', 'grade', 'qualify']

interface Pattern {
  readonly name?: string
  readonly match?: string
  readonly begin?: string
  readonly end?: string
  readonly captures?: Readonly<Record<string, { readonly name: string }>>
  readonly patterns?: readonly Pattern[]
}

const alternatives = (words: Iterable<string>) =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(word => word.replace(/\s+/g, '\\s+'))
    .join('|')

/** Whole words that are no part of a path and no attribute's or case's name. */
const words = (name: string, found: Iterable<string>, behind = '(?!\\s*[:.])'): Pattern => ({
  name,
  match: `(?<![\\p{L}\\p{N}_.])(?:${alternatives(found)})(?![\\p{L}\\p{N}_])${behind}`,
})

const literals: readonly Pattern[] = [
  { name: 'comment.line.documentation.merit', match: '##.*$' },
  { name: 'comment.line.number-sign.merit', match: '#.*$' },
  {
    name: 'string.quoted.double.merit',
    begin: '"',
    end: '"|$',
    patterns: [{ name: 'constant.character.escape.merit', match: '\\\\["\\\\]' }],
  },
  { name: 'variable.other.quoted.merit', match: '`[^`]*`' },
  {
    name: 'constant.other.date.merit',
    match: '\\b\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)?)?\\b',
  },
]

const number = '(?<![\\p{L}_])\\d+(?:_\\d+)*(?:\\.\\d+)?'

function numbers(units: readonly string[]): Pattern[] {
  return [
    { name: 'constant.numeric.percent.merit', match: `${number}%` },
    {
      match: `(${number})(${alternatives(units)})(?![\\p{L}\\p{N}_])`,
      captures: { 1: { name: 'constant.numeric.merit' }, 2: { name: 'keyword.other.unit.merit' } },
    },
    { name: 'constant.numeric.merit', match: number },
  ]
}

const declarations: Pattern = {
  match: `(?<![\\p{L}\\p{N}_.])(${declares.join('|')})\\s+(?!at\\b|when\\b|of\\b)([\\p{L}_][\\p{L}\\p{M}\\p{N}_]*|\`[^\`]*\`)(?!\\s*[:])`,
  captures: { 1: { name: 'keyword.control.merit' }, 2: { name: 'entity.name.merit' } },
}

const isWord = (word: string) => /^\p{L}/u.test(word)

/** What a vocabulary adds: operators, decay shapes, functions, aggregates, types. */
function vocabularyPatterns(vocabulary: Vocabulary): Pattern[] {
  const operators = vocabulary.textOperators.map(({ phrase }) => phrase.join(' '))
  const decays = vocabulary.decayShapes.flatMap(({ phrase }) => phrase.filter(isWord))
  const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name)
  return [
    words('keyword.operator.word.merit', operators),
    words('support.function.merit', names(vocabulary.functions), '(?=\\s*\\()'),
    words('support.function.aggregate.merit', names(vocabulary.aggregates), '(?=\\s+of\\b)'),
    {
      match: `(:)\\s*(${alternatives(names(vocabulary.types))})(?![\\p{L}\\p{N}_])`,
      captures: { 1: { name: 'punctuation.separator.merit' }, 2: { name: 'storage.type.merit' } },
    },
    ...(decays.length > 0 ? [words('keyword.other.decay.merit', decays)] : []),
  ]
}

function keywordPatterns(): Pattern[] {
  const scopeOf = (word: string, role: keyof typeof roleScopes) => {
    if (constants.has(word)) return 'constant.language.merit'
    return logic.has(word) ? 'keyword.operator.logical.merit' : roleScopes[role]
  }
  const byScope = new Map<string, string[]>()
  for (const { word, role } of keywords) {
    const scope = scopeOf(word, role)
    byScope.set(scope, [...(byScope.get(scope) ?? []), word])
  }
  return [
    words('keyword.control.merit', ['else', 'unknown'], '(?=\\s*:)'),
    ...[...byScope].map(([scope, found]) => words(scope, found)),
  ]
}

const signs: readonly Pattern[] = [
  { name: 'keyword.operator.comparison.merit', match: '!=|<=|>=|(?<!\\.)<|>|=' },
  { name: 'keyword.operator.range.merit', match: '\\.\\.<?' },
  { name: 'keyword.operator.arithmetic.merit', match: '[-+*/]' },
]

/** As JSON. */
export function textMate(vocabulary: Vocabulary): string {
  const units = vocabulary.units.map(({ name }) => name)
  const patterns = [
    ...literals,
    ...numbers(units),
    declarations,
    ...vocabularyPatterns(vocabulary),
    ...keywordPatterns(),
    ...signs,
  ]
  const grammar = { name: 'Merit', scopeName: 'source.merit', fileTypes: ['merit'], patterns }
  return `${JSON.stringify(grammar, null, 2)}\n`
}
