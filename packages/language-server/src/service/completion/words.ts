/** Keywords, signs and units that may stand somewhere. */
import { keywords, standardVocabulary } from '@merit-lang/language'
import { describeKeyword, describeWord } from '../describe/words.ts'
import { type Completion, completion, ranks } from './item.ts'
import { frameOf, lastWritten, type Situation } from './situation.ts'

const words: ReadonlyMap<string, (typeof keywords)[number]> = new Map(keywords.map(keyword => [keyword.word, keyword]))

/** Signs that are worth a line in a list of words; brackets and calculations are not. */
const signs: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>='])

export function wordsAt(situation: Situation): readonly Completion[] {
  const kinds = new Set(situation.here.ways.map(({ kind }) => kind))
  return [...kinds].flatMap(kind => {
    const keyword = words.get(kind)
    if (!keyword && !signs.has(kind)) return []
    if (isSaid(situation, kind)) return []
    if (!keyword) return [completion(kind, 'operator', ranks.sign)]
    return [
      completion(kind, 'keyword', rankOf(situation, kind), {
        detail: keyword.doc,
        documentation: () => describeKeyword(kind),
      }),
    ]
  })
}

/** Modifiers of which a rule has at most one each. */
const once: ReadonlySet<string> = new Set(['cooldown', 'decay', 'once', 'cap', 'floor', 'weight', 'as'])

/** The rule has this modifier already. */
function isSaid({ here: { before, ways } }: Situation, kind: string): boolean {
  if (!once.has(kind)) return false
  const rules = ways.map(({ kind: other, frame }) => (other === kind ? frameOf(frame, 'rule') : undefined))
  const said = (start: number) => before.slice(start).some(token => token.kind === kind)
  return rules.every((rule, i) => ways[i]?.kind !== kind || (rule !== undefined && said(rule.start)))
}

/** On a new line a statement is likelier to begin, on the same one what stands there goes on. */
function rankOf(situation: Situation, word: string): number {
  const starts = words.get(word)?.role !== 'word'
  if (situation.here.firstOnLine && starts) return isFirst(situation) ? ranks.best : ranks.good
  const outside = situation.here.ways.every(({ kind, frame }) => kind !== word || isNew(situation, frame.start))
  return starts && outside ? ranks.later : ranks.word
}

const isNew = ({ here: { before } }: Situation, start: number) => start === before.length
const isFirst = (situation: Situation) => ['{', undefined].includes(lastWritten(situation)?.kind)

/** `30▮`: with each unit. */
export function unitsAt({ here, source, offset }: Situation): readonly Completion[] {
  const digits = /^\d[\d_]*(?:\.\d+)?/.exec(source.text.slice(here.start, offset))?.[0]
  if (digits === undefined || !here.ways.some(({ kind }) => kind === 'Duration')) return []
  return standardVocabulary.units.map(unit =>
    completion(`${digits}${unit.name}`, 'unit', ranks.good, {
      detail: unit.doc,
      documentation: () => describeWord(unit),
    }),
  )
}
