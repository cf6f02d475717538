/** Which types of values fit where a name or value is being typed. */
import { type Frame, standardVocabulary, type Type } from '@merit-lang/language'
import { nameOf, outer, type Situation, type Subject, subjectAt } from './situation.ts'

export interface Wanted {
  /** All that can be told apart; nothing: any, as at the beginning of a condition. */
  readonly kinds?: ReadonlySet<Type['kind']>
  /** Names of lists fit too. */
  readonly lists?: boolean
  /** Its values fit. */
  readonly subject?: Subject
  /** A bare name is a value: an attribute is told from it by `lead.`. */
  readonly bare?: boolean
}

const of = (...kinds: readonly Type['kind'][]): Wanted => ({ kinds: new Set(kinds) })
const numbers = of('number')
const durations = of('duration')
const dates = of('date')

/** Nothing where a rule around it decides. */
type Decide = (situation: Situation, frame: Frame, asker: Frame) => Wanted | undefined

/** By the rule of the grammar; the innermost one that decides counts. */
const deciders: Readonly<Record<string, Decide>> = {
  comparison: begun,
  test: tested,
  amount: () => numbers,
  arguments: argument,
  quantity: (_, frame) => (outer(frame) === 'bound' ? undefined : counts.has(outer(frame)) ? numbers : durations),
  bound: bounded,
  timeAgo: () => durations,
  element: (situation, _, asker) => ofSubject(subjectAt(situation, asker)),
  case: (situation, _, asker) => ofSubject(subjectAt(situation, asker)),
  dataField: (situation, _, asker) => ofSubject(subjectAt(situation, asker)),
  dataArgument: (situation, _, asker) => ofSubject(subjectAt(situation, asker)),
}

const counts: ReadonlySet<string> = new Set(['limit', 'quantified'])
const dated: ReadonlySet<string> = new Set(['momentTest', 'daysSince'])

/** The first value of a condition may be of any type; alone in a pattern it is one of the primary property. */
function begun(situation: Situation, frame: Frame, asker: Frame): Wanted | undefined {
  const around = frame.outer?.outer?.outer
  if (around?.rule === 'score') return numbers
  if (around?.rule === 'parenthesis') return undefined
  if (around?.rule !== 'arguments') return {}
  return outer(around) === 'pattern' ? { subject: subjectAt(situation, asker), lists: true } : undefined
}

function bounded(situation: Situation, frame: Frame, asker: Frame): Wanted {
  if (dated.has(outer(frame))) return dates
  if (outer(frame) !== 'range') return numbers
  return { ...ofSubject(subjectAt(situation, asker)), lists: frame.outer?.outer?.rule === 'membership' }
}

function ofSubject(subject: Subject | undefined): Wanted {
  if (!subject || subject.type.kind === 'broken') return { subject }
  return { kinds: comparable(subject.type.kind), subject }
}

/** What a value of a kind can be compared with. */
function comparable(kind: Type['kind']): ReadonlySet<Type['kind']> {
  return new Set(kind === 'text' || kind === 'enum' || kind === 'list' ? ['text', 'enum'] : [kind])
}

function tested(situation: Situation, frame: Frame, asker: Frame): Wanted {
  const sign = situation.here.before[frame.start]?.kind
  const subject = subjectAt(situation, asker)
  if (sign === '=' || sign === '!=') return { ...ofSubject(subject), bare: true }
  if (sign === undefined || !order.has(sign)) return ofSubject(subject)
  return subject?.type.kind === 'date' ? dates : numbers
}

const order: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])

/** Of a function; those of a pattern are conditions and decided by what stands in them. */
function argument({ here: { before } }: Situation, frame: Frame): Wanted {
  const name = before[frame.outer?.start ?? 0]
  const word = standardVocabulary.functions.find(one => name && one.name === nameOf(name))
  return word ? of(...new Set(word.parameters)) : {}
}

const calculating: ReadonlySet<string> = new Set(['+', '-', '*', '/'])

/** `asker`: the rule of the grammar that asks for the name. */
export function wantedAt(situation: Situation, asker: Frame): Wanted {
  if (calculating.has(situation.here.before.at(-1)?.kind ?? '')) return numbers
  for (let frame: Frame | undefined = asker; frame; frame = frame.outer) {
    const wanted = deciders[frame.rule]?.(situation, frame, asker)
    if (wanted) return wanted
  }
  return {}
}

export function fits(type: Type, { kinds }: Wanted): boolean {
  return !kinds || type.kind === 'broken' || kinds.has(type.kind)
}

/** Beside an enum only what shares a value with it says anything. */
export function mayEqual(type: Type, { kinds, subject }: Wanted): boolean {
  if (!kinds || subject?.type.kind !== 'enum') return true
  if (type.kind !== 'enum') return type.kind === 'broken'
  const { values } = subject.type
  return !values || !type.values || type.values.some(value => values.includes(value))
}
