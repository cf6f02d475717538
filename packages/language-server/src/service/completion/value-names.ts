/** Names and words that may stand as a value or condition. */
import { type Frame, standardVocabulary, type Type } from '@merit-lang/language'
import { describeWord } from '../describe/words.ts'
import { type Named, typeOfNamed } from '../known.ts'
import { propertyNames } from './event-names.ts'
import { type Completion, completion, filledIn, ranks } from './item.ts'
import { sees } from './sight.ts'
import { eventAt, frameOf, lastWritten, nameOf, outer, type Situation } from './situation.ts'
import { itemOf, settled, writtenPath } from './symbols.ts'
import { valuesOf } from './values.ts'
import { fits, mayEqual, type Wanted, wantedAt } from './wanted.ts'

export function valueNames(situation: Situation, frame: Frame): readonly Completion[] {
  if (lastWritten(situation)?.kind === '.') return partsOfPath(situation)
  if (outer(frameOf(frame, 'primary')) === 'knownTest') return []
  const wanted = wantedAt(situation, frame)
  const event = eventAt(situation, frame)
  const inPattern = frameOf(frame, 'arguments') !== undefined && event !== undefined
  return [
    ...(wanted.subject ? valuesOf(wanted.subject, ranks.best) : []),
    ...propertyNames(situation, event).filter(({ of }) => fits(of, wanted)),
    ...leadNames(situation, frame, wanted, inPattern),
    ...functions(wanted),
    ...(wanted.subject && !inPattern ? [] : aggregates(wanted)),
  ]
}

export function leadNames(
  situation: Situation,
  frame: Frame,
  wanted: Wanted,
  inPattern: boolean,
): readonly Completion[] {
  const seen = settled(situation).filter(symbol => sees(frame, symbol))
  return seen.flatMap(symbol => {
    if (symbol.kind === 'list') return wanted.lists ? [itemOf(symbol, ranks.good)] : []
    return fits(typeOfNamed(symbol), wanted) ? nameOfLead(symbol, wanted, inPattern) : []
  })
}

/** Beside what is compared with it, an attribute comes last: it is hardly ever meant. */
function nameOfLead(symbol: Named, wanted: Wanted, inPattern: boolean): readonly Completion[] {
  if (symbol.kind !== 'attribute') return [itemOf(symbol, rankOf(symbol, wanted))]
  if (!mayEqual(symbol.type, wanted) || (wanted.bare && wanted.subject?.text === symbol.name)) return []
  const rank = wanted.bare ? ranks.later : inPattern ? ranks.fair : rankOf(symbol, wanted)
  if (!inPattern && !(wanted.bare && !symbol.name.includes('.'))) return [itemOf(symbol, rank)]
  return [itemOf(symbol, rank, `lead.${writtenPath(symbol.name)}`, `lead.${symbol.name}`)]
}

function rankOf(symbol: Named, { kinds, subject }: Wanted): number {
  if (subject && subject.text === symbol.name) return ranks.later
  if (subject) return symbol.kind === 'let' ? ranks.good : ranks.fair
  return kinds || symbol.kind === 'attribute' || symbol.kind === 'segment' ? ranks.best : ranks.good
}

const byType: Readonly<Record<string, Type>> = {
  number: { kind: 'number', integer: false },
  text: { kind: 'text' },
  date: { kind: 'date' },
}

function functions(wanted: Wanted): readonly Completion[] {
  const fitting = standardVocabulary.functions.filter(({ returns }) => {
    const type = byType[returns] as Type
    return fits(type, wanted) && mayEqual(type, wanted)
  })
  return fitting.map(word =>
    completion(word.name, 'function', ranks.fair, {
      ...filledIn(`${word.name}(<>)`),
      detail: word.form,
      documentation: () => describeWord(word),
    }),
  )
}

function aggregates(wanted: Wanted): readonly Completion[] {
  const fitting = standardVocabulary.aggregates.filter(
    ({ of }) => of === 'any' || fits({ kind: 'number', integer: false }, wanted),
  )
  return fitting.map(word =>
    completion(`${word.name} of`, 'function', ranks.fair, {
      ...filledIn(`${word.name} of <property> in <event>`),
      detail: word.form,
      documentation: () => describeWord(word),
    }),
  )
}

/** `lead.▮`, `company.▮`: one step further. */
export function partsOfPath(situation: Situation): readonly Completion[] {
  const { before } = situation.here
  const path: string[] = []
  for (let i = before.length - 1; before[i]?.kind === '.' && before[i - 1]; i -= 2)
    path.unshift(nameOf(before[i - 1] as (typeof before)[number]))
  const prefix = (path[0] === 'lead' ? path.slice(1) : path).map(part => `${part}.`).join('')
  return settled(situation).flatMap(symbol => {
    if (symbol.kind !== 'attribute' || !symbol.name.startsWith(prefix)) return []
    const rest = symbol.name.slice(prefix.length)
    return [itemOf(symbol, ranks.best, writtenPath(rest), rest)]
  })
}
