/** Whether the value of an expression may be unknown, by its form alone. */
import type { Expr, ExprOf, Op, Program } from '@merit-lang/runtime'

type MayBeUnknown = (e: Expr) => boolean
type Answer<K extends Op> = (e: ExprOf<K>, mayBe: MayBeUnknown, program: Program) => boolean

const never = () => false
const ofOperand = ({ of }: { readonly of: Expr }, mayBe: MayBeUnknown) => mayBe(of)
const ofEither = ({ left, right }: { readonly left: Expr; readonly right: Expr }, mayBe: MayBeUnknown) =>
  mayBe(left) || mayBe(right)

/** Results beyond the largest double, which are unknown too, are left out. */
const byForm = {
  const: ({ value }) => value === null,
  attribute: ({ index }, _, { attributes }) => attributes[index]?.required !== true,
  property: ({ name }, _, { events }) =>
    events.flatMap(({ properties }) => properties).some(one => one.name === name && !one.required),
  value: ({ index }, mayBe, { values }) => mayBe(values[index] as Expr),
  choose: ({ cases, otherwise }, mayBe) => mayBe(otherwise) || cases.some(one => mayBe(one.then)),
  aggregate: ({ how }) => how !== 'sum' && how !== 'distinct',
  domain: () => true,
  divide: ({ left, right }, mayBe) => mayBe(left) || right.op !== 'const' || right.value === 0,
  add: ofEither,
  subtract: ofEither,
  multiply: ofEither,
  min: ofEither,
  max: ofEither,
  fold: ofOperand,
  length: ofOperand,
  floor: ofOperand,
  abs: ofOperand,
  halve: ofOperand,
  calendar: ofOperand,
  eventTime: never,
  now: never,
  amount: never,
  age: never,
  score: never,
  grade: never,
  stage: never,
  count: never,
  not: never,
  and: never,
  or: never,
  equal: never,
  less: never,
  atMost: never,
  member: never,
  known: never,
  contains: never,
  startsWith: never,
  endsWith: never,
  containsWord: never,
  like: never,
  matches: never,
  has: never,
} satisfies { [K in Op]: Answer<K> }

/** Each expression is looked at once: shared values may refer to each other many times over. */
export function unknownsOf(program: Program): MayBeUnknown {
  const known = new Map<Expr, boolean>()
  const mayBe: MayBeUnknown = e => {
    const found = known.get(e) ?? (byForm[e.op] as Answer<Op>)(e as never, mayBe, program)
    known.set(e, found)
    return found
  }
  return mayBe
}
