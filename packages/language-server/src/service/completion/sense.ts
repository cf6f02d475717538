/** Which of the words that the grammar lets stand at a place make sense there, by the types of what stands before them. */
import { type Continuation, type Frame, standardVocabulary, type Type } from '@merit-lang/language'
import { awaitsOperand } from './phrases.ts'
import { frameOf, lastWritten, nameOf, type Situation, subjectAt } from './situation.ts'
import { wantedAt } from './wanted.ts'

type Sense = (situation: Situation, way: Continuation) => boolean

const ordered: readonly Type['kind'][] = ['number', 'date']

/** Words that ask something of a value, and of which types that makes sense. */
const asked: Readonly<Record<string, readonly Type['kind'][]>> = {
  within: ['date'],
  older: ['date'],
  before: ['date'],
  after: ['date'],
  next: ['date'],
  in: ['text', 'enum', 'number', 'date'],
  '=': ['text', 'enum', 'number', 'date', 'duration', 'boolean'],
  '!=': ['text', 'enum', 'number', 'date', 'duration', 'boolean'],
  '<': ordered,
  '<=': ordered,
  '>': ordered,
  '>=': ordered,
}

/** Words with which a value begins, and its type. */
const given: Readonly<Record<string, readonly Type['kind'][]>> = {
  true: ['boolean'],
  false: ['boolean'],
  not: ['boolean'],
  any: ['boolean'],
  no: ['boolean'],
  exactly: ['boolean'],
  at: ['boolean'],
  count: ['number'],
  days: ['number'],
}

/** Rules of the grammar in which they do. */
const beginning: ReadonlySet<string> = new Set(['literal', 'conjunction', 'quantified', 'count', 'daysSince'])

/** Words that go on after a condition, be it with another one or with what it is for. */
const goesOn: ReadonlySet<string> = new Set(['and', 'or', 'add', 'subtract', 'multiply', 'points'])

const aggregates: ReadonlySet<string> = new Set(standardVocabulary.aggregates.map(({ name }) => name))

/** Words that make sense in some places only, whatever the types. */
const placed: Readonly<Record<string, Sense>> = {
  /** Within an operator they are offered with the words that they belong to. */
  any: (_, { frame }) => frame.rule !== 'wordTest',
  of: (situation, { frame }) =>
    frame.rule === 'named' ? aggregates.has(nameBefore(situation)) : frame.rule !== 'wordTest',
  reset: ({ here: { before } }, { frame }) => before[frameOf(frame, 'rule')?.start ?? 0]?.kind === 'on',
}

function nameBefore(situation: Situation): string {
  const last = lastWritten(situation)
  return last ? nameOf(last) : ''
}

export function sensibleWays(situation: Situation): readonly Continuation[] {
  const isOpen = awaitsMore(situation)
  return situation.here.ways.filter(
    way =>
      !(isOpen && goesOn.has(way.kind)) &&
      (placed[way.kind]?.(situation, way) ?? true) &&
      asksWell(situation, way) &&
      givesWell(situation, way),
  )
}

/** What stands before is no condition yet: a value without a test, or an operator without its operand. */
function awaitsMore(situation: Situation): boolean {
  const { ways, before } = situation.here
  const operator = ways.find(({ frame }) => (frameOf(frame, 'wordTest')?.start ?? before.length) < before.length)
  if (operator && awaitsOperand(situation, operator.frame)) return true
  const test = ways.find(({ frame }) => frame.rule === 'comparisonSign')
  const type = test && subjectAt(situation, test.frame)?.type.kind
  return type !== undefined && type !== 'broken' && type !== 'boolean'
}

/** Where the word asks something of a value, that value must be of a type that has an answer. */
function asksWell(situation: Situation, { kind, frame }: Continuation): boolean {
  const fitting = asked[kind]
  const test = frameOf(frame, 'test')
  if (!fitting || test?.start !== testStart(situation, kind)) return true
  const type = subjectAt(situation, frame)?.type.kind
  return type === undefined || type === 'broken' || fitting.includes(type)
}

/** A test begins with these words, after `not`; `next` is the second of its words. */
function testStart({ here: { before } }: Situation, kind: string): number {
  const last = kind === 'next' ? before.length - 1 : before.length
  return before[last - 1]?.kind === 'not' ? last - 1 : last
}

/** A value that begins with the word must be of a type that fits; the bounds of a range are ordered. */
function givesWell(situation: Situation, { kind, frame }: Continuation): boolean {
  const types = frame.rule === 'orderSign' ? boundsOf(frame) : beginning.has(frame.rule) ? given[kind] : undefined
  const kinds = types && wantedAt(situation, frame).kinds
  return !kinds || types.some(type => kinds.has(type))
}

const boundsOf = (frame: Frame) => (frameOf(frame, 'range', 'test')?.rule === 'range' ? ordered : undefined)
