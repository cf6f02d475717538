/** Recognisers of words that are misspelt, out of place, or the language's own. */
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/suggest.ts'
import { capitalisedKeyword } from '../diagnostics/syntax/capitalised-keyword.ts'
import { keywordAsName } from '../diagnostics/syntax/keyword-as-name.ts'
import { statementInBlock } from '../diagnostics/syntax/statement-in-block.ts'
import { strayCharacter } from '../diagnostics/syntax/stray-character.ts'
import { unknownStatement } from '../diagnostics/syntax/unknown-statement.ts'
import { unknownWord } from '../diagnostics/syntax/unknown-word.ts'
import { endsValue } from './classify.ts'
import { keywordOf, keywords } from './keywords.ts'
import { comparisons, entries, inRule, rows, type Stuck, say, spanOf } from './stuck.ts'
import { isStart, Keywords, keywordIn, Name, Signs, type Token } from './tokens.ts'

const startWords = keywords.filter(keyword => keyword.role !== 'word').map(keyword => keyword.word)

const blocks: Readonly<Record<string, string>> = {
  item: 'a score or group',
  testLine: 'a test',
  field: 'a lead or event',
  dataField: 'a lead or event',
  byRow: 'a table',
  case: 'a table',
  firstRow: 'a table',
  gradeRow: 'a grade',
}

/** `segment …` in a score, and any statement on a line of its own among rows. */
export function misplacedStatement(at: Stuck): Diagnostic | undefined {
  const block = blocks[at.rule]
  const role = keywordIn(at.token)?.role
  if (!block || !role || role === 'word') return undefined
  if (!entries.includes(at.rule) && !isStart(at.token)) return undefined
  return report(statementInBlock, spanOf(at, at.token), { word: at.token.image, block })
}

/** The line begins with a word that is nearly a keyword, wherever the grammar stumbled over it. */
export function misspeltStart(at: Stuck): Diagnostic | undefined {
  const first = at.lineStart
  if (!first || first.tokenType !== Name || first.image.startsWith('`') || at.rules.some(rule => rows.includes(rule))) {
    return undefined
  }
  const lower = first.image.toLowerCase()
  const span = spanOf(at, first)
  if (keywordOf(lower) && lower !== first.image) {
    return report(capitalisedKeyword, span, { written: first.image, meant: lower })
  }
  const near = nearest(first.image, startWords)
  const suggestion = near === first.image ? undefined : near
  if (first === at.token && entries.includes(at.rule)) return unknownStart(at, first, suggestion)
  return suggestion && first.image.length > 1
    ? report(unknownStatement, span, { word: first.image, suggestion })
    : undefined
}

/** Words of other languages for what a statement is. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['if', 'when'],
  ['whenever', 'when'],
  ['var', 'let'],
  ['const', 'let'],
  ['set', 'let'],
  ['def', 'let'],
  ['stage', 'qualify'],
  ['assert', 'expect'],
])

function unknownStart(at: Stuck, word: Token, suggestion: string | undefined): Diagnostic {
  if (keywordOf(word.image) && at.next?.tokenType === Signs.Colon)
    return report(strayCharacter, spanOf(at, at.next), { character: ':' })
  const isCondition =
    at.next !== undefined && (comparisons.has(at.next.tokenType) || keywordIn(at.next)?.word === 'add')
  const instead = synonyms.get(word.image) ?? (isCondition ? `when ${word.image}` : suggestion)
  return report(unknownStatement, spanOf(at, word), { word: word.image, suggestion: instead })
}

/** `{ whem a add 5 }`, all on one line. */
export function misspeltEntry(at: Stuck): Diagnostic | undefined {
  if (!entries.includes(at.rule) || at.token.tokenType !== Name || at.previous?.tokenType !== Signs.LBrace)
    return undefined
  return unknownStart(at, at.token, nearest(at.token.image, startWords))
}

const ruleWords = [
  'decay',
  'cooldown',
  'within',
  'once',
  'first',
  'cap',
  'floor',
  'weight',
  'since',
  'older',
  'times',
  'add',
  'subtract',
]

/** `add 5 decey 30d`. */
export function misspeltModifier(at: Stuck): Diagnostic | undefined {
  if (!entries.includes(at.rule) || at.token.tokenType !== Name) return undefined
  return say(at, unknownWord, { word: at.token.image, suggestion: nearest(at.token.image, ruleWords) })
}

/** `a AND b`, `customer ADD 5`, anywhere before it in the statement. */
export function capitalised(at: Stuck): Diagnostic | undefined {
  const last = Math.min(at.index, at.tokens.length - 1)
  for (let i = last; i > Math.max(0, last - 200); i--) {
    const token = at.tokens[i] as Token
    const meant = token.image.toLowerCase()
    const isWord = token.tokenType === Name && meant !== token.image && keywordOf(meant) !== undefined
    if (isWord && endsValue(at.tokens[i - 1]))
      return report(capitalisedKeyword, spanOf(at, token), { written: token.image, meant })
    if (i < at.index && isStart(token)) return undefined
  }
  return undefined
}

const actions = new Set(['add', 'subtract', 'multiply', 'reset', 'when', 'else'])

/** A word of the language where a name or value stands: `segment test when …`, `when event = …`. */
export function nameIsKeyword(at: Stuck): Diagnostic | undefined {
  const canBeName = at.expected === 'Name' || inRule(at, 'primary', 'quantity', 'qualify', 'field')
  if (!canBeName || !keywordIn(at.token) || at.missing || actions.has(at.token.image)) return undefined
  const fits = at.expected === 'Name' || !at.next || continuesName(at.next)
  return fits ? say(at, keywordAsName, { word: at.token.image }) : undefined
}

const afterNames: ReadonlySet<unknown> = new Set([
  ...comparisons,
  Keywords.In,
  Keywords.Is,
  Keywords.And,
  Keywords.Or,
  Keywords.Add,
  Keywords.Subtract,
  Keywords.At,
  Name,
])
const continuesName = (token: Token) => afterNames.has(token.tokenType)
