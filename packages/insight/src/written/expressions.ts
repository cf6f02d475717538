/** Kernel expressions in the words of the language: for what a program keeps no text of. */
import { writtenName, writtenText } from '@merit-lang/language'
import type { EventSet, Expr, ExprOf, Op, Program } from '@merit-lang/runtime'
import { writtenSet } from './sets.ts'
import { besideValue, writtenValue } from './values.ts'

/** How tightly what is written holds together; what holds less tightly than its place asks for stands in parentheses. */
const tightness = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, value: 7 } as const
type Tightness = (typeof tightness)[keyof typeof tightness]

interface Written {
  readonly text: string
  readonly holds: Tightness
}

/** Texts in their own spelling, shared values in full. It is for people: where the kernel has no word for it, it is not Merit. */
export function writtenExpr(expr: Expr, program: Program): string {
  return write(expr, program).text
}

function write(expr: Expr, program: Program): Written {
  const form: (expr: never, program: Program) => Written = forms[expr.op]
  return form(expr as never, program)
}

function inside(expr: Expr, program: Program, least: Tightness): string {
  const { text, holds } = write(expr, program)
  return holds < least ? `(${text})` : text
}

const value = (text: string): Written => ({ text, holds: tightness.value })
const test = (text: string): Written => ({ text, holds: tightness.comparison })
const operand = (expr: Expr, program: Program) => inside(expr, program, tightness.sum)

const chain =
  (op: 'and' | 'or', none: string) =>
  ({ of }: { readonly of: readonly Expr[] }, program: Program): Written => {
    if (of.length === 0) return value(none)
    if (of.length === 1) return write(of[0] as Expr, program)
    const holds = tightness[op]
    return { text: of.map(part => inside(part, program, (holds + 1) as Tightness)).join(` ${op} `), holds }
  }

const arithmetic =
  (sign: string, holds: Tightness) =>
  ({ left, right }: { readonly left: Expr; readonly right: Expr }, program: Program): Written => ({
    text: `${inside(left, program, holds)} ${sign} ${inside(right, program, (holds + 1) as Tightness)}`,
    holds,
  })

const called =
  (name: string) =>
  ({ of }: { readonly of: Expr }, program: Program) =>
    value(`${name}(${writtenExpr(of, program)})`)

const calledOnTwo =
  (name: string) =>
  ({ left, right }: { readonly left: Expr; readonly right: Expr }, program: Program) =>
    value(`${name}(${writtenExpr(left, program)}, ${writtenExpr(right, program)})`)

const between =
  (words: string) =>
  ({ left, right }: { readonly left: Expr; readonly right: Expr }, program: Program) =>
    test(`${operand(left, program)} ${words} ${beside(right, left, program)}`)

const forms = {
  const: ({ value: constant }) => value(writtenValue(constant)),
  attribute: ({ index }, { attributes }) => value(attributes[index]?.name ?? ''),
  property: ({ name }) => value(writtenName(name)),
  eventTime: () => value('at'),
  now: () => value('now'),
  amount: () => value('points'),
  age: () => value('age'),
  value: ({ index }, program) => write(program.values[index] as Expr, program),
  score: ({ index }, { scores }) => value(writtenName(scores[index]?.name ?? '')),
  grade: ({ index }, { grades }) => value(writtenName(grades[index]?.name ?? '')),
  stage: ({ index }, { stages }) => value(writtenName(stages[index]?.name ?? '')),
  not: ({ of }, program) => {
    const some = quantified(of)
    if (some) return test(`no ${writtenSet(some, program)}`)
    return { text: `not ${inside(of, program, tightness.comparison)}`, holds: tightness.not }
  },
  and: chain('and', 'true'),
  or: chain('or', 'false'),
  equal: between('='),
  less: (part, program) => {
    const some = quantified(part)
    return some ? test(`any ${writtenSet(some, program)}`) : order(part, program, '<', '>')
  },
  atMost: (part, program) => order(part, program, '<=', '>='),
  member: ({ of, values }, program) =>
    test(`${operand(of, program)} in [${values.map(one => besideValue(one, of, program)).join(', ')}]`),
  known: ({ of }, program) => test(`${operand(of, program)} is known`),
  fold: ({ of }, program) => write(of, program),
  contains: between('contains'),
  startsWith: between('starts with'),
  endsWith: between('ends with'),
  containsWord: between('contains word'),
  like: ({ of, pattern }, program) => test(`${operand(of, program)} like ${writtenText(pattern)}`),
  matches: ({ of, source }, program) => test(`${operand(of, program)} matches ${writtenText(source)}`),
  has: ({ list, item }, program) => test(`${operand(list, program)} contains ${beside(item, list, program)}`),
  length: called('length'),
  domain: called('domain'),
  floor: called('floor'),
  abs: called('abs'),
  halve: ({ of }, program) => value(`2^(−${inside(of, program, tightness.value)})`),
  add: arithmetic('+', tightness.sum),
  subtract: arithmetic('-', tightness.sum),
  multiply: arithmetic('*', tightness.product),
  divide: ({ left, right }, program) => {
    const holds = tightness.product
    return { text: `${inside(left, program, holds)} / ${beside(right, left, program)}`, holds }
  },
  min: calledOnTwo('min'),
  max: calledOnTwo('max'),
  choose: ({ cases, otherwise }, program) =>
    value(
      `{ ${[
        ...cases.map(one => `${writtenExpr(one.when, program)}: ${writtenExpr(one.then, program)}`),
        `else: ${writtenExpr(otherwise, program)}`,
      ].join('  ')} }`,
    ),
  calendar: ({ part, of }, program) =>
    value(of.op === 'eventTime' ? writtenName(part) : `${part}(${writtenExpr(of, program)})`),
  count: ({ set }, program) => value(`count of ${writtenSet(set, program)}`),
  aggregate: ({ how, set, of }, program) => {
    const what = how === 'distinct' ? 'count of distinct' : `${how} of`
    return value(`${what} ${writtenExpr(of, program)} in ${writtenSet(set, program)}`)
  },
} satisfies { [K in Op]: (expr: ExprOf<K>, program: Program) => Written }

/** Of `any P` the events. */
function quantified(expr: Expr): EventSet | undefined {
  if (expr.op !== 'less' || expr.right.op !== 'count') return undefined
  return expr.left.op === 'const' && expr.left.value === 0 ? expr.right.set : undefined
}

/** The constant on the right, as people write it. */
function order(
  { left, right }: { readonly left: Expr; readonly right: Expr },
  program: Program,
  sign: string,
  mirrored: string,
): Written {
  const [one, word, other] = left.op === 'const' ? [right, mirrored, left] : [left, sign, right]
  return test(`${operand(one, program)} ${word} ${beside(other, one, program)}`)
}

function beside(expr: Expr, other: Expr, program: Program): string {
  return expr.op === 'const' ? besideValue(expr.value, other, program) : operand(expr, program)
}
