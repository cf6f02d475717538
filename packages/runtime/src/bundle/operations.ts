/** The kernel's operations as they stand in a bundle: their operands, and the kind of value that each gives. */
import type { EventSetOf, ExprOf, InstructionOf, Op, SetOp } from '../program.ts'
import {
  assertion,
  calendarPart,
  codePoint,
  constant,
  DECAY,
  EVENT,
  each,
  expression,
  type Fields,
  flag,
  how,
  index,
  many,
  maybe,
  notNegative,
  one,
  place,
  positive,
  property,
  seen,
  string,
  textOrNumber,
} from './fields.ts'
import {
  ANY,
  aggregated,
  BOOLEAN,
  common,
  equality,
  type Gives,
  LIST,
  last,
  membership,
  NUMBER,
  ofConstant,
  ofMoment,
  ofPart,
  ofTypes,
  TEXT,
} from './kinds.ts'

const truth = expression(BOOLEAN)
const number = expression(NUMBER)
const text = expression(TEXT)
const any = expression(ANY)
const set = one('Set')
const otherSet = seen(set)
const per = each(any)
const numbers = { left: number, right: number }
const texts = { left: text, right: text }

type Operation<T> = readonly [
  gives: Gives,
  operands: Fields<T, 'op'>,
  /** What it reads of the event at hand by itself. */
  reads?: number,
]

export const expressions = {
  const: [ofConstant, { value: constant }],
  attribute: [last, { index: index('attributes') }],
  property: [last, { name: property }],
  eventTime: [NUMBER, {}, EVENT],
  now: [NUMBER, {}],
  amount: [NUMBER, {}, DECAY],
  age: [NUMBER, {}, DECAY],
  value: [last, { index: index('values') }],
  score: [NUMBER, { index: index('scores') }],
  grade: [TEXT, { index: index('grades') }],
  stage: [BOOLEAN, { index: index('stages') }],
  not: [BOOLEAN, { of: truth }],
  and: [BOOLEAN, { of: many(truth) }],
  or: [BOOLEAN, { of: many(truth) }],
  equal: [equality, { left: any, right: any }],
  less: [BOOLEAN, numbers],
  atMost: [BOOLEAN, numbers],
  member: [membership, { of: any, values: many(textOrNumber) }],
  known: [BOOLEAN, { of: any }],
  fold: [TEXT, { of: text }],
  contains: [BOOLEAN, texts],
  startsWith: [BOOLEAN, texts],
  endsWith: [BOOLEAN, texts],
  containsWord: [BOOLEAN, texts],
  like: [BOOLEAN, { of: text, pattern: string }],
  matches: [BOOLEAN, { of: text, source: string, automaton: many(one('Instruction')) }],
  has: [BOOLEAN, { list: expression(LIST), item: text }],
  length: [NUMBER, { of: text }],
  domain: [TEXT, { of: text }],
  add: [NUMBER, numbers],
  subtract: [NUMBER, numbers],
  multiply: [NUMBER, numbers],
  divide: [NUMBER, numbers],
  min: [NUMBER, numbers],
  max: [NUMBER, numbers],
  floor: [NUMBER, { of: number }],
  abs: [NUMBER, { of: number }],
  halve: [NUMBER, { of: number }],
  choose: [common, { cases: many(one('When')), otherwise: any }],
  calendar: [ofPart, { part: calendarPart, of: number }],
  count: [NUMBER, { set: otherSet }],
  aggregate: [aggregated, { how, set: otherSet, of: each(any) }],
} satisfies { [K in Op]: Operation<ExprOf<K>> }

/** Where the events of all other sets come from. */
export const sources = {
  events: [ofTypes, { types: many(index('events')) }],
  moment: [ofMoment, { of: number }],
} satisfies { [K in 'events' | 'moment']: Operation<EventSetOf<K>> }

export const sets = {
  sharedSet: { index: index('sets') },
  filter: { set, where: each(truth) },
  union: { sets: many(set) },
  except: { set, without: otherSet },
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: { first: otherSet, second: set, within: notNegative, per: maybe(per) },
  reach: { set, count: positive, within: notNegative },
  nth: { set, count: positive, per },
  window: { set, atLeast: maybe(notNegative), below: maybe(notNegative) },
  since: { set, last: otherSet },
  cooldown: { set, every: notNegative },
  earliest: { set, count: positive, per: maybe(per) },
  latest: { set, count: positive, per: maybe(per) },
} satisfies { [K in Exclude<SetOp, keyof typeof sources>]: Fields<EventSetOf<K>, 'op'> }

export const instructions = {
  set: { ranges: many(codePoint), negated: flag, next: place },
  split: { next: place, other: place },
  assert: { what: assertion, next: place },
  match: {},
} satisfies { [K in 'set' | 'split' | 'assert' | 'match']: Fields<InstructionOf<K>, 'do'> }
