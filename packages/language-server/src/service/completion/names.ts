/** Which names of the model may stand where, by the rule of the grammar that asks for one. */
import { type Frame, standardVocabulary, writtenName } from '@merit-lang/language'
import { describeWord } from '../describe/words.ts'
import { anyProperties, events, propertyNames } from './event-names.ts'
import { type Completion, completion, filledIn, ranks } from './item.ts'
import { nextOfDecay, nextOfTextTest } from './phrases.ts'
import { eventAt, frameOf, lastWritten, nameOf, outer, recordOf, type Situation, subjectAt } from './situation.ts'
import { itemOf, lets, ofKind, settled } from './symbols.ts'
import { leadNames, partsOfPath, valueNames } from './value-names.ts'
import { valuesOf } from './values.ts'
import { type Wanted, wantedAt } from './wanted.ts'

/** What fills the slots of a decay. */
const decaying: Wanted = { kinds: new Set(['duration', 'number']) }

type Offer = (situation: Situation, frame: Frame) => readonly Completion[]

const nothing: Offer = () => []

/** By the rule that asks; in those that are not here a new name is made up. */
const offers: Readonly<Record<string, Offer>> = {
  named: valueNames,
  path: pathNames,
  element: elementNames,
  pattern: events,
  eventLine: events,
  decayPart: (situation, frame) => [...nextOfDecay(situation, frame), ...lets(situation, decaying)],
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
  return begun && subject ? [...words, ...valuesOf(subject, ranks.good), ...lets(situation, texts)] : words
}

const texts: Wanted = { kinds: new Set(['text', 'enum']) }

/** What the rows of a table say already, in lower case. */
function written({ here: { before } }: Situation, frame: Frame): ReadonlySet<string> {
  const points = frameOf(frame, 'points')
  return new Set(
    points ? before.slice(points.start).map(token => token.text.replace(/^["`]|["`]$/g, '').toLowerCase()) : [],
  )
}

function elementNames(situation: Situation, frame: Frame): readonly Completion[] {
  const subject = subjectAt(situation, frame)
  const list = frameOf(frame, 'list')
  const said = new Set(situation.here.before.slice(list?.start ?? 0).map(({ text }) => text.toLowerCase()))
  const isData = frameOf(frame, 'dataValue') !== undefined
  const unknown = isData && !list ? [completion('unknown', 'value', ranks.good, { detail: 'nothing is known' })] : []
  return [
    ...(subject ? valuesOf(subject, ranks.best, said) : []),
    ...unknown,
    ...(isData || !subject ? [] : lets(situation, wantedAt(situation, frame))),
  ]
}

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
