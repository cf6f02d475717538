/**
 * Small programs in kernel operations whose windows, half-lives and gaps between events are a few milliseconds long, so that
 * a whole life can be walked millisecond by millisecond. Every operation on events occurs.
 */
import type {
  Block,
  Condition,
  EventSet,
  Expr,
  Lead,
  LeadEvent,
  Program,
  Rule,
  Stage,
  StageLine,
  Value,
} from '@merit-lang/runtime'
import { utc } from '@merit-lang/runtime'
import fc, { type Arbitrary } from 'fast-check'

/** The leads are born from here on, and nothing of theirs is later than 100 ms after. */
export const birth = 1_000_000
const span = { path: 'model.merit', line: 1, column: 1 }

const constant = (value: Value): Expr => ({ op: 'const', value })
const amount = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0.5, 1 / 3, -7.25))
const gains = fc.oneof(fc.integer({ min: 3, max: 20 }), amount)
const time = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constantFrom(1, 5, 20))
const count = fc.integer({ min: 1, max: 3 })
const seconds: Expr = { op: 'property', name: 'seconds' }

// ---------------------------------------------------------------- sets, numbers, conditions

interface Parts {
  readonly set: EventSet
  readonly number: Expr
  readonly test: Expr
}

const date = fc.integer({ min: 2, max: 3 }).map((index): Expr => ({ op: 'attribute', index }))
const now: Expr = { op: 'now' }
const ageOfEvent: Expr = { op: 'subtract', left: now, right: { op: 'eventTime' } }
const per = fc.option(fc.constant(seconds), { nil: undefined })

const parts = fc.letrec<Parts>((tie: fc.LetrecTypedTie<Parts>) => {
  const set = tie('set')
  const number = tie('number')
  const test = tie('test')
  const perEvent: Arbitrary<Expr> = fc.oneof(
    fc
      .tuple(amount, fc.constantFrom('less', 'atMost', 'equal'))
      .map(([value, op]): Expr => ({ op: op as 'less', left: seconds, right: constant(value) })),
    time.map((ms): Expr => ({ op: 'less', left: ageOfEvent, right: constant(ms) })),
    test,
  )
  return {
    set: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.subarray([0, 1], { minLength: 1 }).map((types): EventSet => ({ op: 'events', types })),
      date.map((of): EventSet => ({ op: 'moment', of })),
      fc.constant<EventSet>({ op: 'sharedSet', index: 0 }),
      fc.tuple(set, perEvent).map(([set, where]): EventSet => ({ op: 'filter', set, where })),
      fc.tuple(set, set).map((sets): EventSet => ({ op: 'union', sets })),
      fc.tuple(set, set).map(([set, without]): EventSet => ({ op: 'except', set, without })),
      fc
        .tuple(set, set, time, per)
        .map(([first, second, within, per]): EventSet => ({ op: 'then', first, second, within, per })),
      fc.tuple(set, count, time).map(([set, count, within]): EventSet => ({ op: 'reach', set, count, within })),
      fc.tuple(set, count).map(([set, count]): EventSet => ({ op: 'nth', set, count, per: seconds })),
      fc.tuple(set, time).map(([set, below]): EventSet => ({ op: 'window', set, below })),
      fc.tuple(set, time, time).map(([set, a, b]): EventSet => ({ op: 'window', set, atLeast: a, below: a + b })),
      fc.tuple(set, time).map(([set, atLeast]): EventSet => ({ op: 'window', set, atLeast })),
      fc.tuple(set, set).map(([set, last]): EventSet => ({ op: 'since', set, last })),
      fc.tuple(set, time).map(([set, every]): EventSet => ({ op: 'cooldown', set, every })),
      fc.tuple(set, count, per).map(([set, count, per]): EventSet => ({ op: 'earliest', set, count, per })),
      fc.tuple(set, count, per).map(([set, count, per]): EventSet => ({ op: 'latest', set, count, per })),
    ),
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      amount.map(constant),
      fc.nat(1).map((index): Expr => ({ op: 'attribute', index })),
      date.map((of): Expr => ({ op: 'subtract', left: now, right: of })),
      fc.constant<Expr>({ op: 'value', index: 0 }),
      set.map((set): Expr => ({ op: 'count', set })),
      fc
        .tuple(fc.constantFrom('sum', 'min', 'max', 'first', 'last', 'distinct'), set, fc.boolean())
        .map(([how, set, ages]): Expr => {
          return { op: 'aggregate', how: how as 'sum', set, of: ages ? ageOfEvent : seconds }
        }),
      fc
        .tuple(fc.constantFrom('add', 'subtract', 'multiply', 'divide', 'min', 'max'), number, number)
        .map(([op, left, right]): Expr => ({ op: op as 'add', left, right })),
      fc.tuple(fc.constantFrom('floor', 'abs', 'halve'), number).map(([op, of]): Expr => ({ op: op as 'abs', of })),
      fc
        .tuple(test, number, number)
        .map(([when, then, otherwise]): Expr => ({ op: 'choose', cases: [{ when, then }], otherwise })),
    ),
    test: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc
        .tuple(fc.constantFrom('less', 'atMost', 'equal'), number, number)
        .map(([op, left, right]): Expr => ({ op: op as 'less', left, right })),
      set.map((set): Expr => ({ op: 'less', left: constant(0), right: { op: 'count', set } })),
      fc
        .tuple(date, time)
        .map(([of, ms]): Expr => ({ op: 'less', left: { op: 'subtract', left: now, right: of }, right: constant(ms) })),
      number.map((of): Expr => ({ op: 'known', of })),
      fc.tuple(number, count).map(([of, value]): Expr => ({ op: 'member', of, values: [0, value] })),
      test.map((of): Expr => ({ op: 'not', of })),
      fc
        .tuple(fc.constantFrom('and', 'or'), test, test)
        .map(([op, ...of]): Expr => ({ op: op as 'and', of: of as Expr[] })),
    ),
  }
})

const condition = (test: Arbitrary<Expr>): Arbitrary<Condition> => test.map(expr => ({ expr, parts: [] }))

// ---------------------------------------------------------------- rules and scores

const age: Expr = { op: 'age' }
const given: Expr = { op: 'amount' }
const over = (ms: number): Expr => ({ op: 'divide', left: age, right: constant(ms) })
const times = (factor: Expr): Expr => ({ op: 'multiply', left: given, right: factor })
const steps = (ms: number): Expr => ({ op: 'floor', of: over(ms) })
const left = (gone: Expr): Expr => ({
  op: 'max',
  left: constant(0),
  right: { op: 'subtract', left: constant(1), right: gone },
})

const decay: Arbitrary<Expr> = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map(ms => times({ op: 'halve', of: over(ms) })),
  time.map(ms => times(left(over(ms)))),
  time.map(ms => times(left({ op: 'multiply', left: constant(0.2), right: steps(ms) }))),
  time.map(ms => times({ op: 'halve', of: steps(ms) })),
)

const bounds = fc.record(
  { cap: parts.number, floor: parts.number, weight: fc.constantFrom(0, 0.5, 2) },
  { requiredKeys: [] },
)
const leadRule: Arbitrary<Rule> = fc
  .tuple(parts.number, condition(parts.test), bounds)
  .map(([points, when, bounds]) => ruleOf({ ...bounds, cases: [{ text: '', when, points, reads: [] }] }))
const eventRule: Arbitrary<Rule> = fc
  .tuple(parts.set, fc.oneof(gains.map(constant), fc.constant(seconds)), bounds, fc.option(decay, { nil: undefined }))
  .map(([set, points, bounds, decay]) => {
    const on = { steps: [{ text: '', set }], decay: decay && { text: '', points: decay } }
    return ruleOf({ ...bounds, on, cases: [{ text: '', points, reads: [] }] })
  })
const ruleOf = (rest: Partial<Rule>): Rule => ({ kind: 'rule', id: '', labelled: false, cases: [], span, ...rest })

const multiplier = fc
  .tuple(fc.constantFrom(0, 0.5, 1.5, 3), condition(parts.test))
  .map(([factor, when]) => ({ kind: 'multiplier' as const, id: '', when, factor, span }))

const block: Arbitrary<Block> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 1, arbitrary: leadRule }, { weight: 4, arbitrary: eventRule }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.array(multiplier, { maxLength: 1 }),
    fc.record({ cap: parts.number, when: condition(parts.test) }, { requiredKeys: [] }),
  )
  .map(([items, multipliers, rest]) => ({ kind: 'block', name: '', items, multipliers, span, ...rest }))

// ---------------------------------------------------------------- outcomes

const score = (index: number): Expr => ({ op: 'score', index })
const atLeast = (threshold: Expr, index: number): Expr => ({ op: 'atMost', left: threshold, right: score(index) })

/** `at N until below N − gap`, alone or with a condition; a gap below 0 makes leads leave that are to come in. */
const lineWith = (more: Arbitrary<Expr>): Arbitrary<StageLine> =>
  fc
    .tuple(
      fc.integer({ min: -3, max: 15 }),
      fc.constantFrom(0.5, 5, 10, 20, -4),
      fc.nat(1),
      fc.option(more, { freq: 2 }),
    )
    .map(([n, gap, index, also]) => {
      const reaches = atLeast(constant(n), index)
      const expr: Expr = also ? { op: 'and', of: [reaches, also] } : reaches
      const at = { score: index, threshold: constant(n) }
      return { text: '', when: { expr, parts: [] }, at, until: constant(n - gap), span }
    })

const stages: Arbitrary<readonly Stage[]> = fc
  .tuple(
    lineWith(parts.test),
    lineWith(fc.constantFrom<Expr>({ op: 'stage', index: 0 }, { op: 'not', of: { op: 'stage', index: 0 } })),
    lineWith(parts.test),
    condition(parts.test),
  )
  .map(([first, second, third, when]) => [
    { name: 'S0', lines: [first] },
    { name: 'S1', lines: [second, third] },
    { name: 'S2', lines: [{ text: '', when: { expr: both({ op: 'stage', index: 1 }, when.expr), parts: [] }, span }] },
  ])
const both = (...of: readonly Expr[]): Expr => ({ op: 'or', of })

/** A program with two scores and one composed of them, a grade, stages that read each other, and a disqualification. */
export const timedProgram: Arbitrary<Program> = fc
  .tuple(block, block, parts.set, parts.number, stages, condition(parts.test))
  .map(([first, second, shared, value, stages, when]) => {
    const base = { language: '1', name: '', revision: '0123456789ab', zone: utc, promises: [], unsupported: [] }
    const sum: Expr = { op: 'subtract', left: score(0), right: score(1) }
    const cases = [10, 5].map(n => ({ label: `at ${n}`, when: { expr: atLeast(constant(n), 2), parts: [] } }))
    return {
      ...base,
      attributes: ['a', 'b', 'd', 'e'].map((name, i) => ({
        name,
        key: name,
        type: i < 2 ? ({ kind: 'number', integer: false } as const) : ({ kind: 'date' } as const),
        required: false,
        unknownIn: [],
      })),
      events: ['page', 'mail'].map(name => ({ name, properties: [] })),
      sets: [withoutShared(shared)],
      values: [withoutShared(value)],
      scores: [
        { kind: 'rules' as const, name: 'fit', block: first, doc: '' },
        { kind: 'rules' as const, name: 'engagement', block: second, doc: '' },
        { kind: 'formula' as const, name: 'total', text: '', formula: sum, reads: [], span, doc: '' },
      ],
      grades: [{ kind: 'cases' as const, name: 'grade', cases, otherwise: 'low', span }],
      stages,
      disqualifications: [
        { reason: 'bad', when: { expr: { op: 'and' as const, of: [when.expr, rare] }, parts: [] }, span },
      ],
    }
  })
const rare: Expr = atLeast(constant(15), 0)

/** The first shared set and value read none, as entries of a table read smaller ones only. */
function withoutShared<T>(part: T): T {
  return JSON.parse(
    JSON.stringify(part)
      .replaceAll('{"op":"sharedSet","index":0}', '{"op":"events","types":[0]}')
      .replaceAll('{"op":"value","index":0}', '{"op":"const","value":3}'),
  ) as T
}

// ---------------------------------------------------------------- leads

const instant = fc.integer({ min: 0, max: 100 }).map(ms => birth + ms)

export const timedLead: Arbitrary<Lead> = fc
  .tuple(
    fc.tuple(fc.option(amount), fc.option(amount), fc.option(instant), fc.option(instant)),
    fc.array(fc.tuple(fc.nat(1), instant, fc.option(fc.integer({ min: -5, max: 15 }))), { minLength: 1, maxLength: 8 }),
  )
  .map(([attributes, happened]) => ({ id: null, attributes, events: inOrder(happened), issues: [] }))

function inOrder(happened: [type: number, at: number, seconds: number | null][]): LeadEvent[] {
  return happened
    .sort((a, b) => a[1] - b[1])
    .map(([type, at, seconds], rank) => ({
      type,
      name: type === 0 ? 'page' : 'mail',
      at,
      id: null,
      rank,
      properties: new Map([['seconds', seconds]]),
    }))
}
