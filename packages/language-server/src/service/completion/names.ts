/** Which names of the model may stand where, by the rule of the grammar that asks for one. */
import { type Frame, standardVocabulary, type Type } from '@merit-lang/language'
import { writtenName } from '../actions/spelling.ts'
import { describe, typeText } from '../describe/symbols.ts'
import { describeWord } from '../describe/words.ts'
import { calendar, type Named, propertiesOf, typeOfNamed } from '../known.ts'
import { type Completion, completion, filledIn, ranks } from './item.ts'
import { nextOfDecay, nextOfTextTest } from './phrases.ts'
import { sees } from './sight.ts'
import {
  eventAt,
  frameOf,
  lastWritten,
  nameOf,
  outer,
  recordOf,
  type Situation,
  type Subject,
  subjectAt,
} from './situation.ts'
import { valuesOf } from './values.ts'
import { fits, type Wanted, wantedAt } from './wanted.ts'

type Offer = (situation: Situation, frame: Frame) => readonly Completion[]

const nothing: Offer = () => []

/** By the rule that asks; in those that are not here a new name is made up. */
const offers: Readonly<Record<string, Offer>> = {
  named: valueNames,
  path: pathNames,
  element: elementNames,
  pattern: events,
  eventLine: events,
  decayPart: (situation, frame) => [...nextOfDecay(situation, frame), ...lets(situation)],
  per: (situation, frame) => propertyNames(situation, eventAt(situation, frame)),
  type: typeNames,
  typeMark: situation => ofKind(situation, 'list'),
  grade: situation => ofKind(situation, lastWritten(situation)?.kind === 'from' ? 'score' : 'grade'),
  qualify: situation => ofKind(situation, lastWritten(situation)?.kind === 'of' ? 'score' : 'stage'),
  dataField: dataFields,
  dataArgument: (situation, frame) => propertyNames(situation, eventAt(situation, frame), ': '),
}

export function namesAt(situation: Situation, frame: Frame): readonly Completion[] {
  return (offers[frame.rule] ?? nothing)(situation, frame)
}

/** In words of which each is a name: `company.tier`. */
export const writtenPath = (name: string) => name.split('.').map(writtenName).join('.')

function itemOf(symbol: Named, rank: number, insert = writtenPath(symbol.name), label = symbol.name): Completion {
  const detail = typeText(typeOfNamed(symbol))
  return completion(label, symbol.kind, rank, { insert, detail, documentation: () => describe(symbol) })
}

const named = ({ known }: Situation): readonly Named[] => [...known.named.values()]

function ofKind(situation: Situation, kind: Named['kind']): readonly Completion[] {
  return settled(situation)
    .filter(symbol => symbol.kind === kind)
    .map(symbol => itemOf(symbol, ranks.best))
}

const lets = (situation: Situation) => ofKind(situation, 'let')

/** Not the word that is being typed, which without declarations is taken for a name. */
function settled(situation: Situation): readonly Named[] {
  return named(situation).filter(({ span }) => !isTyped(situation, span))
}

export function isTyped(
  { source, here }: Situation,
  span: { source: { path: string }; start: number } | undefined,
): boolean {
  return span?.source.path === source.path && span.start === here.start && here.end > here.start
}

// ---------------------------------------------------------------- values

function valueNames(situation: Situation, frame: Frame): readonly Completion[] {
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

function leadNames(situation: Situation, frame: Frame, wanted: Wanted, inPattern: boolean): readonly Completion[] {
  const seen = settled(situation).filter(symbol => sees(situation, frame, symbol))
  return seen.flatMap(symbol => {
    if (symbol.kind === 'list') return wanted.lists ? [itemOf(symbol, ranks.good)] : []
    if (!fits(typeOfNamed(symbol), wanted)) return []
    const isLead = symbol.kind === 'attribute' && inPattern
    return [
      isLead
        ? itemOf(symbol, ranks.fair, `lead.${writtenPath(symbol.name)}`, `lead.${symbol.name}`)
        : itemOf(symbol, rankOf(symbol, wanted)),
    ]
  })
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
  const fitting = standardVocabulary.functions.filter(({ returns }) => fits(byType[returns] as Type, wanted))
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
function partsOfPath(situation: Situation): readonly Completion[] {
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

// ---------------------------------------------------------------- events and their properties

function events(situation: Situation, frame: Frame): readonly Completion[] {
  const found = [...situation.known.events.values()].filter(({ span }) => !isTyped(situation, span))
  const isData = frame.rule === 'eventLine'
  const dates = isData ? [] : settled(situation).filter(one => one.kind === 'attribute' && one.type.kind === 'date')
  return [
    ...found
      .filter(({ kind }) => !isData || kind === 'event')
      .map(symbol =>
        completion(symbol.name, 'event', ranks.best, {
          insert: writtenName(symbol.name),
          detail: symbol.kind === 'event' ? 'event' : 'derived event',
          documentation: () => describe(symbol),
        }),
      ),
    ...dates.map(symbol => itemOf(symbol, ranks.fair)),
  ]
}

interface OfProperty extends Completion {
  readonly of: Type
}

/** The primary one first, then what every event has. `suffix`: what is written behind. */
function propertyNames({ known }: Situation, event: string | undefined, suffix = ''): readonly OfProperty[] {
  if (event === undefined) return []
  const properties = propertiesOf(known, event).map(symbol => ({
    ...completion(symbol.name, 'property', ranks.best, {
      insert: `${writtenPath(symbol.name)}${suffix}`,
      detail: typeText(symbol.type),
      documentation: () => describe(symbol, { owner: event }),
    }),
    of: symbol.type,
  }))
  if (suffix !== '') return properties
  const times = [...calendar].map(([name, type]) => ({
    ...completion(name, 'property', ranks.fair, { detail: `${typeText(type)}, of every event` }),
    of: type,
  }))
  return [...properties, ...times.filter(({ label }) => !properties.some(one => one.label === label))]
}

/** Those of all events: which one it will be stands behind the cursor, if at all. */
function anyProperties(situation: Situation): readonly Completion[] {
  const all = [...situation.known.events.keys()].flatMap(event => propertyNames(situation, event))
  return [...new Map(all.map(item => [item.label, item])).values()]
}

// ---------------------------------------------------------------- other places

function pathNames(situation: Situation, frame: Frame): readonly Completion[] {
  if (lastWritten(situation)?.kind === '.') return partsOfPath(situation)
  const asker = outer(frame)
  if (asker === 'wordTest') return wordTest(situation, frame)
  if (asker === 'count') return anyProperties(situation)
  const wanted = wantedAt(situation, frame)
  const values =
    wanted.subject && asker === 'quantity' ? valuesOf(wanted.subject, ranks.best, written(situation, frame)) : []
  return [...values, ...leadNames(situation, frame, wanted, false).filter(item => isBound(item, wanted))]
}

/** Where a number stands for itself, no attribute does. */
const isBound = ({ kind }: Completion, wanted: Wanted) => kind !== 'attribute' || wanted.kinds?.has('date') === true

/** The words of the operator, or, after them, a value. */
function wordTest(situation: Situation, frame: Frame): readonly Completion[] {
  const subject = subjectAt(situation, frame)
  const words = nextOfTextTest(situation, frame, subject?.type)
  const test = frameOf(frame, 'wordTest')
  const begun = test !== undefined && situation.here.before.length > test.start
  return begun && subject ? [...words, ...valuesOf(subject, ranks.good), ...lets(situation)] : words
}

/** What the rows of a table say already, in lower case. */
function written({ here: { before } }: Situation, frame: Frame): ReadonlySet<string> {
  const points = frameOf(frame, 'points')
  return new Set(
    points ? before.slice(points.start).map(token => token.text.replace(/^["`]|["`]$/g, '').toLowerCase()) : [],
  )
}

function elementNames(situation: Situation, frame: Frame): readonly Completion[] {
  const subject = subjectAt(situation, frame) ?? declaredElements(situation, frame)
  const list = frameOf(frame, 'list')
  const said = new Set(situation.here.before.slice(list?.start ?? 0).map(({ text }) => text.toLowerCase()))
  const isData = frameOf(frame, 'dataValue') !== undefined
  const unknown = isData && !list ? [completion('unknown', 'value', ranks.good, { detail: 'nothing is known' })] : []
  return [
    ...(subject ? valuesOf(subject, ranks.best, said) : []),
    ...unknown,
    ...(isData || !subject ? [] : lets(situation)),
  ]
}

/** In a list that has a name, and where values are declared, stands whatever is wanted. */
const declaredElements = (_situation: Situation, _frame: Frame): Subject | undefined => undefined

function typeNames(situation: Situation): readonly Completion[] {
  const ofList = lastWritten(situation)?.kind === 'of'
  return standardVocabulary.types
    .filter(({ name }) => !ofList || name === 'text')
    .map(word =>
      completion(word.name, 'type', ranks.best, { detail: word.form, documentation: () => describeWord(word) }),
    )
}

/** Those that are not given yet. */
function dataFields(situation: Situation, frame: Frame): readonly Completion[] {
  const { before } = situation.here
  const prefix = recordOf(before, frame)
  const record = frameOf(frame, 'dataRecord')
  const given = new Set(
    before.slice(record?.start ?? 0).flatMap((token, i, all) => (all[i + 1]?.kind === ':' ? nameOf(token) : [])),
  )
  return settled(situation).flatMap(symbol => {
    if (symbol.kind !== 'attribute' || !symbol.name.startsWith(prefix)) return []
    const [first = '', ...rest] = symbol.name.slice(prefix.length).split('.')
    if (given.has(first)) return []
    if (rest.length === 0) return [itemOf(symbol, ranks.best, `${writtenName(first)}: `, first)]
    return [completion(first, 'attribute', ranks.best, filledIn(`${writtenName(first)} { <> }`))]
  })
}
