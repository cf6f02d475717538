/** What holds for every program and lead: order does not matter, explanations add up. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from './evaluate.ts'
import { explain } from './explain.ts'
import { readLead } from './lead/lead.ts'
import type { Block, Condition, EventSet, Expr, Multiplier, Program, Rule } from './program.ts'
import type { BlockExplanation, RuleExplanation } from './result.ts'
import {
  attribute,
  block,
  condition,
  constant,
  DAY,
  declared,
  events,
  halfLife,
  NOW,
  number,
  onEach,
  points,
  program,
  property,
  rule,
  scoreOf,
  span,
} from './testing.ts'

const factor = fc.constantFrom(0, 0.1, 0.3, 0.5, 1, 1.7, 3)
const amount = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -100, max: 100, noNaN: true }))
const time = fc.integer({ min: 1, max: 60 }).map(days => days * DAY)

const number0 = fc.oneof(
  amount.map(constant),
  fc.nat(1).map(attribute),
  fc.constant<Expr>({ op: 'count', set: events(0) }),
)
const when: fc.Arbitrary<Condition> = fc
  .tuple(number0, number0)
  .map(([left, right]) => condition('x < y', { op: 'less', left, right }, left))

const set: fc.Arbitrary<EventSet> = fc.letrec<{ set: EventSet }>(tie => ({
  set: fc.oneof(
    { depthSize: 'small' },
    fc.subarray([0, 1]).map(types => events(...types)),
    fc.tuple(tie('set'), time).map(([set, every]) => ({ op: 'cooldown', set, every }) as const),
    fc.tuple(tie('set'), time).map(([set, below]) => ({ op: 'window', set, below }) as const),
    fc.tuple(tie('set'), tie('set')).map(([set, last]) => ({ op: 'since', set, last }) as const),
    fc.tuple(tie('set'), tie('set')).map(sets => ({ op: 'union', sets }) as const),
    fc.tuple(tie('set'), fc.integer({ min: 1, max: 3 })).map(([set, count]) => {
      return { op: 'latest', set, count, per: property('seconds') } as const
    }),
    fc.tuple(tie('set'), tie('set'), time).map(([first, second, within]) => {
      return { op: 'then', first, second, within } as const
    }),
  ),
})).set

const bounds = fc.record({ cap: number0, floor: number0, weight: factor }, { requiredKeys: [] })
const leadRule: fc.Arbitrary<Rule> = fc
  .tuple(number0, when, bounds)
  .map(([value, when, bounds]) => rule('lead rule', { cases: [points(value, when)], ...bounds }))
const eventRule: fc.Arbitrary<Rule> = fc
  .tuple(set, fc.oneof(amount, fc.constant(property('seconds'))), bounds, fc.option(time))
  .map(([set, value, bounds, half]) => onEach(set, value, bounds, half === null ? undefined : halfLife(half)))
const multiplier: fc.Arbitrary<Multiplier> = fc
  .tuple(factor, when)
  .map(([factor, when]) => ({ kind: 'multiplier', id: 'multiplier', when, factor, span }))

const blocks = fc.letrec<{ block: Block }>(tie => ({
  block: fc
    .tuple(
      fc.array(fc.oneof({ depthSize: 'small', maxDepth: 2 }, leadRule, eventRule, tie('block')), { maxLength: 4 }),
      fc.array(multiplier, { maxLength: 3 }),
      fc.record({ cap: number0, floor: number0, weight: factor, when }, { requiredKeys: [] }),
    )
    .map(([items, multipliers, rest]) => block(items, { multipliers, ...rest })),
})).block

const model = (block: Block): Program =>
  program({
    attributes: [declared('a', number), declared('b', number)],
    events: ['page', 'mail'].map(name => ({ name, properties: [declared('seconds', number)] })),
    scores: [scoreOf(block.items, block)],
  })

const happened = fc.record(
  {
    type: fc.constantFrom('page', 'mail'),
    at: fc.integer({ min: -5, max: 120 }).map(days => new Date(NOW - days * DAY).toISOString()),
    id: fc.nat(1e9),
    seconds: amount,
  },
  { requiredKeys: ['type', 'at', 'id'] },
)
const data = fc.record(
  { a: amount, b: amount, events: fc.uniqueArray(happened, { maxLength: 12, selector: event => event.id }) },
  { requiredKeys: ['events'] },
)

const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length })

/** The same block with its rules, groups and multipliers in another order, inside groups too. */
function reordered(one: Block): fc.Arbitrary<Block> {
  const items = fc.tuple(...one.items.map(item => (item.kind === 'block' ? reordered(item) : fc.constant(item))))
  return fc
    .tuple(items.chain(shuffled), shuffled(one.multipliers))
    .map(([items, multipliers]) => ({ ...one, items, multipliers }))
}

test('the order of rules, groups and multipliers does not matter', () => {
  const pair = blocks.chain(one => fc.tuple(fc.constant(one), reordered(one)))
  fc.assert(
    fc.property(pair, data, ([one, other], data) => {
      const lead = readLead(model(one), data)
      expect(evaluate(model(other), lead, NOW).scores).toEqual(evaluate(model(one), lead, NOW).scores)
    }),
    { numRuns: 300 },
  )
})

test('the order of events in the data does not matter', () => {
  const pair = data.chain(one => fc.tuple(fc.constant(one), shuffled(one.events)))
  fc.assert(
    fc.property(blocks, pair, (block, [one, events]) => {
      const [a, b] = [one, { ...one, events }].map(data => evaluate(model(block), readLead(model(block), data), NOW))
      expect(a).toEqual(b)
    }),
    { numRuns: 300 },
  )
})

test('events after now and events of other types do not matter', () => {
  fc.assert(
    fc.property(blocks, data, (block, one) => {
      const other = { type: 'unheard of', at: '2026-01-01T00:00:00Z' }
      const more = { ...one, events: [other, ...one.events.filter(({ at }) => Date.parse(at) <= NOW), other] }
      const [a, b] = [one, more].map(data => evaluate(model(block), readLead(model(block), data), NOW).scores)
      expect(a).toEqual(b)
    }),
    { numRuns: 200 },
  )
})

const whole = (points: number): bigint => BigInt(Math.round(points * 1e6))
const wholeBillionths = (points: number): bigint => BigInt(Math.round(points * 1e9))
const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n)

/** Billionths as whole millionths, halves up. */
function toMillionths(billionths: bigint): bigint {
  const shifted = billionths + 500n
  return (shifted - (((shifted % 1000n) + 1000n) % 1000n)) / 1000n
}

function expectToAddUp(block: BlockExplanation): void {
  expect(whole(block.sum)).toBe(sum(block.items.map(item => whole(item.points))))
  if (!block.active) expect(block.points).toBe(0)
  for (const item of block.items) {
    if (item.kind === 'group') expectToAddUp(item)
    else expectRuleToAddUp(item)
  }
}

function expectRuleToAddUp(item: RuleExplanation): void {
  const { events, raw, decayed, bounded, cap = Number.POSITIVE_INFINITY, floor = Number.NEGATIVE_INFINITY } = item
  if (events) {
    expect(whole(raw)).toBe(toMillionths(sum(events.counted.map(event => wholeBillionths(event.raw)))))
    expect(whole(decayed)).toBe(toMillionths(sum(events.counted.map(event => wholeBillionths(event.points)))))
  }
  const matched = item.outcome === 'matched'
  expect(bounded).toBe(matched ? Math.max(floor, Math.min(cap, decayed)) : 0)
  expect(item.points).toBe(Math.floor(Number(whole(bounded)) * (item.weight ?? 1) + 0.5) / 1e6)
}

test('an explanation adds up exactly, and to the score', () => {
  fc.assert(
    fc.property(blocks, data, (block, data) => {
      const lead = readLead(model(block), data)
      const { explained, ...result } = explain(model(block), lead, NOW)
      const score = explained.scores[0] as BlockExplanation
      expect(result).toEqual(evaluate(model(block), lead, NOW))
      expect(score.points).toBe(result.scores.total)
      expectToAddUp(score)
    }),
    { numRuns: 500 },
  )
})
