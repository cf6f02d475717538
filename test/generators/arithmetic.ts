/**
 * Models of whole numbers, sums and bounds, each written twice: in Merit, and in SMT-LIB as what it means. The second text is
 * made from the same choices and not from the first one, so that a solver is an oracle that knows nothing of Merit.
 */
import fc, { type Arbitrary } from 'fast-check'
import { byDepth } from './text.ts'

export interface Arithmetic {
  readonly merit: string
  /** Declares what leads have, and the scores. */
  readonly smt: string
  readonly scores: readonly string[]
  /** By promise, in order: what holds for leads that break it. */
  readonly broken: readonly string[]
}

interface Twice {
  readonly merit: string
  readonly smt: string
}
/** Unknown where `known` is false. */
interface Value extends Twice {
  readonly known: string
}

const constant = (low: number, high: number): Arbitrary<Twice> => fc.integer({ min: low, max: high }).map(number)
const number = (value: number): Twice => ({ merit: `${value}`, smt: value < 0 ? `(- ${-value})` : `${value}` })

// ---------------------------------------------------------------- what leads have

const integers = ['a', 'b', 'c'] as const
const booleans = ['p', 'q'] as const
const colours = ['red', 'green', 'blue'] as const

const declared = `lead {
${integers.map(name => `${name}: integer -20..20`).join('\n')}
${booleans.map(name => `${name}: boolean`).join('\n')}
colour: one of [${colours.join(', ')}]
r: number 0..10
}`

const within = (name: string, low: string, high: string) => `(assert (and (<= ${low} ${name}) (<= ${name} ${high})))`
const variables = [
  ...integers.map(name => `(declare-const ${name} Int)${within(name, '(- 20)', '20')}`),
  ...booleans.map(name => `(declare-const ${name} Bool)`),
  `(declare-const colour Int)${within('colour', '0', '2')}`,
  `(declare-const r Real)${within('r', '0.0', '10.0')}`,
  ...[...integers, ...booleans, 'colour', 'r'].map(name => `(declare-const ${name}_known Bool)`),
].join('\n')

// ---------------------------------------------------------------- values and conditions

const known = (name: string) => `${name}_known`
const integer: Arbitrary<Value> = fc
  .constantFrom(...integers)
  .map(name => ({ merit: name, smt: name, known: known(name) }))

const value: Arbitrary<Value> = fc.oneof(
  integer,
  fc.tuple(constant(-3, 3), integer, constant(-9, 9)).map(([factor, of, more]) => ({
    merit: `(${factor.merit} * ${of.merit} + ${more.merit})`,
    smt: `(+ (* ${factor.smt} ${of.smt}) ${more.smt})`,
    known: of.known,
  })),
  fc.tuple(integer, integer, fc.constantFrom('+', '-')).map(([left, right, op]) => ({
    merit: `(${left.merit} ${op} ${right.merit})`,
    smt: `(${op} ${left.smt} ${right.smt})`,
    known: `(and ${left.known} ${right.known})`,
  })),
  fc.tuple(integer, integer).map(([left, right]) => ({
    merit: `max(${left.merit}, ${right.merit})`,
    smt: `(ite (< ${left.smt} ${right.smt}) ${right.smt} ${left.smt})`,
    known: `(and ${left.known} ${right.known})`,
  })),
)

const comparison: Arbitrary<Twice> = fc
  .tuple(value, fc.constantFrom('<', '<=', '>', '>=', '='), constant(-20, 20))
  .map(([left, op, right]) => ({
    merit: `${left.merit} ${op} ${right.merit}`,
    smt: `(and ${left.known} (${op} ${left.smt} ${right.smt}))`,
  }))
const ordered: Arbitrary<Twice> = fc.tuple(integer, integer, fc.constantFrom('<', '<=')).map(([left, right, op]) => ({
  merit: `${left.merit} ${op} ${right.merit}`,
  smt: `(and ${left.known} ${right.known} (${op} ${left.smt} ${right.smt}))`,
}))
const real: Arbitrary<Twice> = fc
  .tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: 0, max: 20 }))
  .map(([op, halves]) => ({
    merit: `r ${op} ${halves / 2}`,
    smt: `(and r_known (${op} r ${(halves / 2).toFixed(1)}))`,
  }))
const flag: Arbitrary<Twice> = fc
  .constantFrom(...booleans)
  .map(name => ({ merit: name, smt: `(and ${known(name)} ${name})` }))
const colour: Arbitrary<Twice> = fc
  .nat(2)
  .map(index => ({ merit: `colour = ${colours[index]}`, smt: `(and colour_known (= colour ${index}))` }))
const isKnown: Arbitrary<Twice> = fc
  .constantFrom(...integers, 'colour', 'r')
  .map(name => ({ merit: `${name} is known`, smt: known(name) }))

const condition: (depth: number) => Arbitrary<Twice> = byDepth<Twice>(depth => {
  const leaf = fc.oneof(comparison, comparison, ordered, real, flag, colour, isKnown)
  if (depth === 0) return leaf
  const inner = condition(depth - 1)
  const joined = fc.tuple(inner, fc.constantFrom('and', 'or'), inner).map(([left, op, right]) => ({
    merit: `(${left.merit} ${op} ${right.merit})`,
    smt: `(${op} ${left.smt} ${right.smt})`,
  }))
  const negated = inner.map(({ merit, smt }) => ({ merit: `not (${merit})`, smt: `(not ${smt})` }))
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: joined }, { weight: 1, arbitrary: negated })
})

// ---------------------------------------------------------------- points

const least = (smt: string, cap: string) => `(ite (< ${cap} ${smt}) ${cap} ${smt})`
const most = (smt: string, floor: string) => `(ite (< ${smt} ${floor}) ${floor} ${smt})`
const orNothing = ({ smt, known }: Value) => `(ite ${known} ${smt} 0)`

const rule: Arbitrary<Twice> = fc.oneof(
  fc.tuple(condition(2), constant(-15, 15)).map(([when, points]) => ({
    merit: `when ${when.merit} add (${points.merit})`,
    smt: `(ite ${when.smt} ${points.smt} 0)`,
  })),
  fc.tuple(condition(1), value).map(([when, points]) => ({
    merit: `when ${when.merit} add (${points.merit})`,
    smt: `(ite ${when.smt} ${orNothing(points)} 0)`,
  })),
  fc.tuple(condition(1), value, constant(1, 9)).map(([when, points, cap]) => ({
    merit: `when ${when.merit} add (${points.merit}) cap ${cap.merit}`,
    smt: `(ite ${when.smt} ${least(orNothing(points), cap.smt)} 0)`,
  })),
  fc.tuple(condition(1), constant(-9, 9), condition(0), constant(-9, 9)).map(([first, one, second, other]) => ({
    merit: `points first { ${first.merit}: ${one.merit} ${second.merit}: ${other.merit} else: 0 }`,
    smt: `(ite ${first.smt} ${one.smt} (ite ${second.smt} ${other.smt} 0))`,
  })),
)

const sum = (rules: readonly Twice[]): Twice => ({
  merit: rules.map(({ merit }, i) => `${merit} as "${i}"`).join('\n'),
  smt: `(+ 0 ${rules.map(({ smt }) => smt).join(' ')})`,
})
const body = fc.array(rule, { minLength: 1, maxLength: 4 }).map(sum)

const bounded = (name: string): Arbitrary<Twice> =>
  fc.tuple(constant(-12, 0), constant(5, 25), body).map(([floor, cap, inside]) => ({
    merit: `${name} floor ${floor.merit} cap ${cap.merit} {\n${inside.merit}\n}`,
    smt: `(let ((s ${inside.smt})) ${most(least('s', cap.smt), floor.smt)})`,
  }))
const group = bounded('group g')

const score = (name: string): Arbitrary<Twice> =>
  fc.oneof(
    bounded(`score ${name}`),
    fc.tuple(group, body).map(([inner, rest]) => ({
      merit: `score ${name} {\n${inner.merit}\n${rest.merit}\n}`,
      smt: `(+ ${inner.smt} ${rest.smt})`,
    })),
  )

const total: Arbitrary<Twice> = fc.constantFrom(
  { merit: 'fit + 2 * use', smt: '(+ fit (* 2 use))' },
  { merit: 'fit - use', smt: '(- fit use)' },
  { merit: 'max(fit, use)', smt: most('fit', 'use') },
)

const define = (name: string, { smt }: Twice) => `(declare-const ${name} Int)(assert (= ${name} ${smt}))`

// ---------------------------------------------------------------- questions

const reaches = fc
  .tuple(fc.constantFrom('fit', 'use', 'total'), fc.constantFrom('>=', '<', '>'), constant(-15, 30))
  .map(([name, op, { merit, smt }]) => ({ merit: `${name} ${op} ${merit}`, smt: `(${op} ${name} ${smt})` }))
const promise = fc.tuple(reaches, fc.oneof(reaches, condition(1))).map(([never, when]) => ({
  merit: `promise never ${never.merit} when ${when.merit}`,
  smt: `(and ${never.smt} ${when.smt})`,
}))

export const arithmetic: Arbitrary<Arithmetic> = fc
  .tuple(score('fit'), score('use'), total, fc.array(promise, { minLength: 4, maxLength: 4 }))
  .map(([fit, use, total, promises]) => ({
    merit: [declared, fit.merit, use.merit, `score total = ${total.merit}`, ...promises.map(it => it.merit)].join('\n'),
    smt: [variables, define('fit', fit), define('use', use), define('total', total)].join('\n'),
    scores: ['fit', 'use', 'total'],
    broken: promises.map(({ smt }) => smt),
  }))
