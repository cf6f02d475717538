/**
 * The format of a program in a bundle as one table: for each record the fields, in the order in which they are written, and
 * what may stand in each. Writer and reader follow from it, and with the reader the proof that no operation ever meets an
 * operand of a kind that it does not know.
 *
 * Lower-case tags are the program's own words for its operations and kinds; what has no such word is named in capitals.
 */
import type {
  Attribute,
  Block,
  Case,
  Condition,
  ConditionPart,
  Disqualification,
  EventStep,
  EventType,
  ExprOf,
  Grade,
  Multiplier,
  NumberRange,
  OnEvents,
  Program,
  Promised,
  Read,
  Rule,
  Score,
  Stage,
  StageLine,
  ValueType,
  Zone,
} from '../program.ts'
import {
  DECAY,
  each,
  expression,
  type Fields,
  finite,
  flag,
  index,
  instant,
  many,
  maybe,
  notNegative,
  offset,
  one,
  promised,
  seen,
  shownAs,
  span,
  string,
} from './fields.ts'
import { ANY, BOOLEAN, type Gives, LIST, last, NUMBER, TEXT } from './kinds.ts'

/** What stands as documentation (`##`) at a name of the model. */
export interface Doc {
  /** `attribute`, `event`, `score` … */
  readonly of: string
  readonly name: string
  readonly text: string
}

type KindOf<T, K> = Extract<T, { readonly kind: K }>

const truth = expression(BOOLEAN)
const number = expression(NUMBER)
const any = expression(ANY)
const condition = one('Condition')
const reads = many(one('Read'))
const texts = many(string)
const limits = { cap: maybe(number), floor: maybe(number) }
const bounds = { ...limits, weight: maybe(notNegative) }

export const valueTypes = {
  text: [TEXT, {}],
  boolean: [BOOLEAN, {}],
  date: [NUMBER, {}],
  number: [NUMBER, { integer: flag, range: maybe(one('Range')) }],
  enum: [TEXT, { values: maybe(texts) }],
  list: [LIST, { values: maybe(texts) }],
} satisfies { [K in ValueType['kind']]: readonly [number, Fields<KindOf<ValueType, K>, 'kind'>] }

export const scores = {
  rules: { name: string, block: one('Block'), doc: string },
  formula: { name: string, text: string, formula: number, reads, span, doc: string, ...limits },
} satisfies { [K in Score['kind']]: Fields<KindOf<Score, K>, 'kind'> }

export const grades = {
  cases: { name: string, cases: many(one('GradeCase')), otherwise: string, span },
  joined: { name: string, grades: many(index('grades')), span },
} satisfies { [K in Grade['kind']]: Fields<KindOf<Grade, K>, 'kind'> }

const ruleHead = { id: string, labelled: flag }
export const rule = {
  ...ruleHead,
  cases: many(one('Case')),
  span,
  when: maybe(condition),
  subject: maybe(one('Read')),
  ...bounds,
} satisfies Fields<Rule, 'kind' | 'on'>

/** A rule with `on`: only there do the cases have an event to look at. */
export const eventRule = {
  ...ruleHead,
  on: seen(one('OnEvents')),
  cases: each(many(one('Case'))),
  span,
  when: maybe(condition),
  subject: maybe(each(one('Read'))),
  ...bounds,
} satisfies Fields<Rule, 'kind'>

const items = many(one('Rule', 'Block'))
const multipliers = many(one('Multiplier'))
export const block = { name: string, items, multipliers, span, when: maybe(condition), ...bounds } satisfies Fields<
  Block,
  'kind'
>
export const multiplier = { id: string, when: condition, factor: notNegative, span } satisfies Fields<
  Multiplier,
  'kind'
>

export const named = {
  Attribute: [last, { name: string, key: string, type: one('ValueType'), required: flag, unknownIn: texts }],
  // biome-ignore lint/suspicious/noThenProperty: the field's name in the program
  When: [last, { when: truth, then: any }],
} satisfies {
  Attribute: readonly [Gives, Fields<Attribute>]
  When: readonly [Gives, Fields<ExprOf<'choose'>['cases'][number]>]
}

export const others = {
  EventType: { name: string, properties: many(one('Attribute')) },
  Range: { low: maybe(finite), high: maybe(finite), lowOpen: maybe(flag), highOpen: maybe(flag) },
  Zone: { name: string, declared: flag, since: many(instant), offset: many(offset) },
  Condition: { expr: truth, parts: many(one('Part')) },
  Part: { text: string, holds: truth, reads },
  Read: { text: string, value: any, as: shownAs },
  Case: { text: string, points: number, reads, when: maybe(condition) },
  OnEvents: { steps: many(one('Step')), decay: maybe(each(one('Decay'))) },
  Step: { text: string, set: one('Set') },
  Decay: { text: string, points: expression(NUMBER, DECAY) },
  GradeCase: { label: string, when: condition },
  Stage: { name: string, lines: many(one('Line')) },
  Line: { text: string, when: condition, span, at: maybe(one('Mark')), until: maybe(number) },
  Mark: { score: index('scores'), threshold: number },
  Disqualification: { reason: string, when: condition, span },
  Promise: { kind: promised, text: string, condition, span, given: maybe(condition) },
  Unsupported: { what: string, span },
  Doc: { of: string, name: string, text: string },
} satisfies { [T in keyof Others]: Fields<Others[T]> }

interface Others {
  EventType: EventType
  Range: NumberRange
  Zone: Zone
  Condition: Condition
  Part: ConditionPart
  Read: Read
  Case: Case
  OnEvents: OnEvents
  Step: EventStep
  Decay: NonNullable<OnEvents['decay']>
  GradeCase: KindOf<Grade, 'cases'>['cases'][number]
  Stage: Stage
  Line: StageLine
  Mark: NonNullable<StageLine['at']>
  Disqualification: Disqualification
  Promise: Promised
  Unsupported: Program['unsupported'][number]
  Doc: Doc
}
