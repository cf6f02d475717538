/** The kernel's operations as they stand in a bundle: their operands, and the kind of value that each gives. */
import type { EventSetOf, ExprOf, InstructionOf, Op, SetOp } from '../program.ts'
import {
  assertion,
  calendarPart,
  codePoint,
  constant,
  DECAY,
  EVENT,
  expression,
  type Fields,
  flag,
  how,
  index,
  kept,
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
  ofPart,
  TEXT,
} from './kinds.ts'

const truth = expression(BOOLEAN)
const number = expression(NUMBER)
const text = expression(TEXT)
const any = expression(ANY)
/** Looked at for each event of the sets beside it. */
const truthOfEach = expression(BOOLEAN, EVENT)
const valueOfEach = expression(ANY, EVENT)
const otherSet = one('Set')
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
  aggregate: [aggregated, { how, set: kept, of: valueOfEach }],
} satisfies { [K in Op]: Operation<ExprOf<K>> }

export const sets = {
  events: { types: many(index('events')) },
  moment: { of: number },
  sharedSet: { index: index('sets') },
  filter: { set: kept, where: truthOfEach },
  union: { sets: many(kept) },
  except: { set: kept, without: otherSet },
  // biome-ignore lint/suspicious/noThenProperty: the operation's name in the program
  then: { first: seen, second: kept, within: notNegative, per: maybe(valueOfEach) },
  reach: { set: kept, count: positive, within: notNegative },
  nth: { set: kept, count: positive, per: valueOfEach },
  window: { set: kept, atLeast: maybe(notNegative), below: maybe(notNegative) },
  since: { set: kept, last: otherSet },
  cooldown: { set: kept, every: notNegative },
  earliest: { set: kept, count: positive, per: maybe(valueOfEach) },
  latest: { set: kept, count: positive, per: maybe(valueOfEach) },
} satisfies { [K in SetOp]: Fields<EventSetOf<K>, 'op'> }

export const instructions = {
  set: { ranges: many(codePoint), negated: flag, next: place },
  split: { next: place, other: place },
  assert: { what: assertion, next: place },
  match: {},
} satisfies { [K in 'set' | 'split' | 'assert' | 'match']: Fields<InstructionOf<K>, 'do'> }
