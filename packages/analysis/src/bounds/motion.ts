/**
 * Which values move along with the instant at which a lead is scored. Those that do are relative to it, so that they are
 * comparable among each other and not with fixed instants.
 */
import type { CalendarPart, Expr, ExprOf, Op, Program } from '@merit-lang/runtime'

/** `either`: nothing is known of it but that it is unknown. `unclear`: of no use relative to the instant. */
export type Motion = 'still' | 'moving' | 'either' | 'unclear'

const isStart = {
  hour: false,
  weekday: false,
  week: false,
  month: false,
  hourStart: true,
  dayStart: true,
  weekStart: true,
  monthStart: true,
} satisfies { [K in CalendarPart]: boolean }

const still = (): Motion => 'still'
const moving = (): Motion => 'moving'

type Pair = { readonly left: Expr; readonly right: Expr }
type Single = { readonly of: Expr }

const alike = ({ left, right }: Pair, program: Program) => together([left, right], program)
const product = ({ left, right }: Pair, program: Program) => unlessMoving(together([left, right], program))
const mapped = ({ of }: Single, program: Program) => unlessMoving(motionOf(of, program))

const motions = {
  const: ({ value }) => (value === null ? 'either' : 'still'),
  attribute: ({ index }, { attributes }) => (attributes[index]?.type.kind === 'date' ? 'moving' : 'still'),
  property: ({ name }, { events }) => {
    const kinds = events
      .flatMap(({ properties }) => properties.filter(one => one.name === name))
      .map(one => one.type.kind)
    return kinds.map(kind => (kind === 'date' ? 'moving' : 'still')).reduce(joined, 'either')
  },
  eventTime: moving,
  now: moving,
  amount: still,
  age: still,
  value: ({ index }, program) => motionOf(program.values[index] as Expr, program),
  score: still,
  grade: still,
  stage: still,
  not: still,
  and: still,
  or: still,
  equal: still,
  less: still,
  atMost: still,
  member: still,
  known: still,
  fold: still,
  contains: still,
  startsWith: still,
  endsWith: still,
  containsWord: still,
  like: still,
  matches: still,
  has: still,
  length: still,
  domain: still,
  floor: mapped,
  abs: mapped,
  halve: mapped,
  multiply: product,
  divide: product,
  min: alike,
  max: alike,
  add: ({ left, right }, program) => {
    const [a, b] = [motionOf(left, program), motionOf(right, program)]
    if (a === 'moving' && b === 'moving') return 'unclear'
    return a === 'moving' || b === 'moving' ? unlessUnclear('moving', a, b) : joined(a, b)
  },
  subtract: ({ left, right }, program) => {
    const [a, b] = [motionOf(left, program), motionOf(right, program)]
    if (a === 'moving') return unlessUnclear(b === 'moving' ? 'still' : 'moving', a, b)
    return b === 'moving' ? 'unclear' : joined(a, b)
  },
  choose: ({ cases, otherwise }, program) => together([...cases.map(one => one.then), otherwise], program),
  calendar: ({ part }) => (isStart[part] ? 'moving' : 'still'),
  count: still,
  aggregate: ({ how, of }, program) => {
    if (how === 'distinct') return 'still'
    return how === 'sum' ? unlessMoving(motionOf(of, program)) : motionOf(of, program)
  },
} satisfies { [K in Op]: (e: ExprOf<K>, program: Program) => Motion }

const known = new WeakMap<Program, WeakMap<Expr, Motion>>()

export function motionOf(e: Expr, program: Program): Motion {
  const answers = known.get(program) ?? new WeakMap<Expr, Motion>()
  known.set(program, answers)
  const found = answers.get(e) ?? (motions[e.op] as (e: Expr, program: Program) => Motion)(e, program)
  answers.set(e, found)
  return found
}

/** Of values of which any may be the one. `unclear` where they are not comparable. */
export function together(parts: readonly Expr[], program: Program): Motion {
  return parts.map(part => motionOf(part, program)).reduce(joined, 'either')
}

function joined(a: Motion, b: Motion): Motion {
  if (a === b || b === 'either') return a
  return a === 'either' ? b : 'unclear'
}

function unlessMoving(motion: Motion): Motion {
  return motion === 'moving' ? 'unclear' : motion
}

function unlessUnclear(motion: Motion, ...parts: readonly Motion[]): Motion {
  return parts.includes('unclear') ? 'unclear' : motion
}
