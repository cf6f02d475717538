import type { Expr, ExprOf, Op } from '@merit-lang/runtime'
import { literal } from '../text.ts'
import { type ChoiceTest, choiceOf, choiceTestOf, fieldOf, foldedText, propertyOf, readWhole } from './choices.ts'
import { type Field, isChoice, NotQuick, type Place, resolved, type Writing } from './writing.ts'

type Pair = { readonly left: Expr; readonly right: Expr }

const notQuick = (): string => {
  throw new NotQuick()
}

/** Each operation as JavaScript. Unknown is NaN whatever the kind. */
const texts = {
  const: ({ value }, { writing }) => constantText(value, writing),
  attribute: ({ index }, { writing }) => plainText(writing.attribute(index)),
  property: ({ name }, place) => {
    const field = propertyOf(name, place)
    return field ? plainText(field) : 'NaN'
  },
  eventTime: () => '(now - age)',
  now: () => 'now',
  amount: () => 'amount',
  age: () => 'age',
  value: (e, place) => valueText(e, place),
  score: ({ index }, place) => outcome(`(s${index} / 1e6)`, place),
  grade: ({ index }, place) => outcome(`g${index}`, place),
  stage: ({ index }, place) => outcome(`t${index}`, place),

  not: ({ of }, place) => `!${testText(of, place)}`,
  and: ({ of }, place) => (of.length === 0 ? 'true' : `(${of.map(part => testText(part, place)).join(' && ')})`),
  or: ({ of }, place) => (of.length === 0 ? 'false' : `(${of.map(part => testText(part, place)).join(' || ')})`),

  equal: (e, place) => equalText(e, place),
  less: infix('<'),
  atMost: infix('<='),
  contains: call('merit.texts.contains'),
  startsWith: call('merit.texts.startsWith'),
  endsWith: call('merit.texts.endsWith'),
  containsWord: (e, place) => foundText(e, place) ?? call('merit.texts.containsWord')(e, place),

  known: ({ of }, place) => {
    const choice = choiceOf(of, place)
    return choice ? `(${readWhole(choice.field).name} >= 0)` : `merit.known(${exprText(of, place)})`
  },
  member: (e, place) => memberText(e, place),
  like: ({ of, pattern }, place) => `merit.texts.like(${exprText(of, place)}, ${literal(pattern)})`,
  matches: ({ of, automaton }, place) =>
    `merit.texts.matches(${exprText(of, place)}, ${place.writing.constant(JSON.stringify(automaton))})`,
  has: ({ list, item }, place) => `merit.texts.has(${exprText(list, place)}, ${exprText(item, place)})`,

  fold: (e, place) => foldText(e, place),
  length: ({ of }, place) => `merit.texts.length(${exprText(of, place)})`,
  domain: ({ of }, place) => `merit.texts.domain(${exprText(of, place)})`,
  floor: ({ of }, place) => `Math.floor(${exprText(of, place)})`,
  abs: ({ of }, place) => `Math.abs(${exprText(of, place)})`,
  halve: ({ of }, place) => `merit.halve(${exprText(of, place)})`,
  calendar: ({ part, of }, place) =>
    `${place.writing.constant('merit.calendar(program.zone)')}(${literal(part)}, ${exprText(of, place)})`,

  add: arithmetic('+'),
  subtract: arithmetic('-'),
  multiply: arithmetic('*'),
  divide: arithmetic('/'),
  min: call('Math.min'),
  max: call('Math.max'),
  choose: ({ cases, otherwise }, place) => {
    const conditions = cases.map(({ when, then }) => `${testText(when, place)} ? ${exprText(then, place)} : `)
    return `(${conditions.join('')}${exprText(otherwise, place)})`
  },
  count: ({ set }, { writing, type }) => (type === undefined ? `sums[${writing.count(set)}]` : notQuick()),
  aggregate: notQuick,
} satisfies { [K in Op]: (e: ExprOf<K>, place: Place) => string }

/** The value of an expression. */
export function exprText(e: Expr, place: Place): string {
  return (texts[e.op] as (e: Expr, place: Place) => string)(e, place)
}

/** What is never anything but true or false. */
const tests: ReadonlySet<Op> = new Set<Op>([
  'not',
  'and',
  'or',
  'equal',
  'less',
  'atMost',
  'contains',
  'startsWith',
  'endsWith',
  'containsWord',
  'known',
  'member',
  'like',
  'matches',
  'has',
  'stage',
])

/** Whether the condition holds. */
export function testText(e: Expr, place: Place): string {
  return tests.has(e.op) ? exprText(e, place) : `(${exprText(e, place)} === true)`
}

function infix(operator: string) {
  return ({ left, right }: Pair, place: Place): string =>
    `(${exprText(left, place)} ${operator} ${exprText(right, place)})`
}

function call(name: string) {
  return ({ left, right }: Pair, place: Place): string => `${name}(${exprText(left, place)}, ${exprText(right, place)})`
}

function arithmetic(operator: string) {
  return (e: Pair, place: Place): string => `merit.finite${infix(operator)(e, place)}`
}

function constantText(value: ExprOf<'const'>['value'], writing: Writing): string {
  if (value === null) return 'NaN'
  if (typeof value === 'string') return literal(value)
  if (typeof value === 'object') return writing.constant(`[${value.map(literal).join(', ')}]`)
  return typeof value === 'number' && value < 0 ? `(${value})` : String(value)
}

function outcome(text: string, { isOutcome }: Place): string {
  return isOutcome ? text : notQuick()
}

/** Values are written where they are used: long ones, and chains of them, would be written again and again. */
const LONGEST = 2000

function valueText(e: ExprOf<'value'>, place: Place): string {
  if (place.writing.program.values.length > 500) throw new NotQuick()
  const text = exprText(resolved(e, place.writing.program), { ...place, type: undefined })
  if (text.length > LONGEST || (place.type !== undefined && text.includes('sums['))) throw new NotQuick()
  return text
}

/** The value itself; of an enum only the folded spelling is at hand. */
function plainText({ name, attribute }: Field): string {
  return isChoice(attribute) ? notQuick() : name
}

/** Texts are folded once for each lead or event. */
function foldText(e: ExprOf<'fold'>, place: Place): string {
  const found = fieldOf(resolved(e.of, place.writing.program), place)
  if (!found) return `merit.texts.fold(${exprText(e.of, place)})`
  const { name, attribute } = found.field
  return isChoice(attribute) ? foldedText(found, place) : `(f${name} ??= merit.texts.fold(${name}))`
}

/** Whether one pass over a text of the lead, which looks for all words that rules ask for, found the word. */
function foundText({ left, right }: ExprOf<'containsWord'>, { writing }: Place): string | undefined {
  const text = left.op === 'fold' ? resolved(left.of, writing.program) : left
  if (left.op !== 'fold' || text.op !== 'attribute' || right.op !== 'const') return undefined
  const field = writing.attribute(text.index)
  if (isChoice(field.attribute) || typeof right.value !== 'string' || !/^[a-z]+$/.test(right.value)) return undefined
  const place = field.words.get(right.value) ?? field.words.size
  field.words.set(right.value, place)
  return `w${field.name}.found[${place}] === 1`
}

function equalText(e: ExprOf<'equal'>, place: Place): string {
  const choice = choiceTestOf(e, place)
  return choice ? codesText(choice) : infix('===')(e, place)
}

function memberText(e: ExprOf<'member'>, place: Place): string {
  const choice = choiceTestOf(e, place)
  if (choice) return codesText(choice)
  const values = e.values.map(value => constantText(value, place.writing)).join(', ')
  return `${place.writing.constant(`new Set([${values}])`)}.has(${exprText(e.of, place)})`
}

/** Whether the enum has one of the values. */
export function codesText({ field, codes }: ChoiceTest): string {
  return codes.length === 0 ? 'false' : `(${codes.map(code => `${field.name} === ${code}`).join(' || ')})`
}
