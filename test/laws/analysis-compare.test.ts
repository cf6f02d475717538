/** What a comparison claims no lead contradicts, on few leads nothing is missed, and rewriting a model without changing it is seen to change nothing. */
import { evaluate, type Program, type Result, readLead } from '@merit-lang/runtime'
import fc, { type Arbitrary } from 'fast-check'
import { expect, it } from 'vitest'
import { type Compared, compare, isAlike } from '../../packages/analysis/src/compare/compare.ts'
import { differs } from '../../packages/analysis/src/compare/differs.ts'
import type { OutcomeKind } from '../../packages/analysis/src/compare/outcomes.ts'
import { shows } from '../../packages/analysis/src/compare/seen.ts'
import {
  fittingLead,
  type ItemPart,
  inlined,
  type ModelParts,
  model,
  now,
  render,
  reordered,
} from '../generators/index.ts'
import { compile } from '../pipeline.ts'
import { runs } from './settings.ts'

const budget = { boxes: 12 }

// ---------------------------------------------------------------- changes to a model

type Change = (item: string) => string | undefined

/** Numbers become others; undefined: the rule is gone. */
const change: Arbitrary<Change> = fc.oneof(
  fc.constant(() => undefined),
  fc.integer({ min: 1, max: 60 }).map(points => (item: string) => item.replace(/add \d+/, `add ${points}`)),
  fc
    .constantFrom('1d', '12h', '45d')
    .map(time => (item: string) => item.replace(/(within|decay) \d+[dhw]/, `$1 ${time}`)),
  fc.integer({ min: 0, max: 90 }).map(limit => (item: string) => item.replace(/(>=|<) \d+/, `$1 ${limit}`)),
  fc.constantFrom(' cap 20', '').map(cap => (item: string) => item.replace(/ cap \d+/, cap)),
)

const changed: Arbitrary<readonly [ModelParts, ModelParts]> = fc
  .tuple(model, change, fc.nat(20))
  .map(([parts, edit, place]) => [parts, edited(parts, edit, place)])

function edited(parts: ModelParts, edit: Change, place: number): ModelParts {
  let left = place
  const inside = (item: ItemPart): ItemPart[] => {
    if (typeof item !== 'string') return [{ ...item, items: item.items.flatMap(inside) }]
    return left-- === 0 ? [edit(item) ?? []].flat() : [item]
  }
  const scores = parts.scores.map(score => ({ ...score, items: score.items.flatMap(inside) }))
  return scores.every(({ items }) => items.length > 0) ? { ...parts, scores } : parts
}

// ---------------------------------------------------------------- what leads show

const outcomes = {
  score: ({ scores }: Result, name: string) => scores[name] as number,
  grade: ({ grades }: Result, name: string) => grades[name] as string,
  stage: ({ stages }: Result, name: string) => stages[name] as boolean,
  disqualification: ({ disqualified }: Result, name: string) => disqualified.includes(name),
} satisfies { [K in OutcomeKind]: unknown }

function expectNotContradicted(claims: readonly Compared[], before: Program, after: Program, data: object): void {
  const [one, other] = [before, after].map(program => evaluate(program, readLead(program, data), now)) as [
    Result,
    Result,
  ]
  for (const claim of claims) {
    const of = outcomes[claim.kind]
    const seen = [of(one, claim.name), of(other, claim.name)] as const
    const grade = before.grades.find(({ name }) => name === claim.name)
    for (const { way, kind } of claim.onlyIn === undefined ? claim.directions : [])
      if (kind === 'impossible' && shows(way, seen, grade)) expect({ claim, data }).toBe(seen)
  }
}

it('no lead goes a way that is said to be impossible', () => {
  const law = fc.property(changed, fc.array(fittingLead, { minLength: 4, maxLength: 8 }), ([a, b], leads) => {
    const [before, after] = [compile(render(a)), compile(render(b))]
    const { outcomes: claims } = compare(before, after, budget)
    for (const data of leads) expectNotContradicted(claims, before, after, data)
  })
  fc.assert(law, runs(8))
})

it('of models that have nothing to do with each other, either', () => {
  const law = fc.property(
    model.map(render),
    model.map(render),
    fc.array(fittingLead, { minLength: 4, maxLength: 8 }),
    (a, b, leads) => {
      const [before, after] = [a, b].map(text => compile(text.replace(/^timezone .*\n/, ''))) as [Program, Program]
      const { outcomes: claims } = compare(before, after, { boxes: 3 })
      for (const data of leads) expectNotContradicted(claims, before, after, data)
    },
  )
  fc.assert(law, runs(2))
})

// ---------------------------------------------------------------- whether they differ at all

const small = { boxes: 6, effort: 2e6 }

/** All that a model says of a lead but for which model it was. */
function said(program: Program, data: object, at = now): object {
  const { scores, grades, stages, disqualified } = evaluate(program, readLead(program, data), at)
  return { scores, grades, stages, disqualified: [...new Set(disqualified)].sort() }
}

it('models that are said to be alike are alike for all leads, and those that differ do for the lead that is shown', () => {
  const law = fc.property(changed, fc.array(fittingLead, { minLength: 4, maxLength: 8 }), ([a, b], leads) => {
    const [before, after] = [compile(render(a)), compile(render(b))]
    const found = differs(before, after, small)
    if (found.kind === 'alike') for (const data of leads) expect(said(after, data)).toEqual(said(before, data))
    if (found.kind === 'different') {
      const { lead, now: at } = found.witness
      expect(said(after, lead, at)).not.toEqual(said(before, lead, at))
    }
  })
  fc.assert(law, runs(8))
})

const schema = `lead { a: one of [x, y]  b: boolean  n: integer 0..3  t: one of [u, v, w] }\n`

/** Every lead that the schema takes. */
const everyLead = product([
  [undefined, 'x', 'y'],
  [undefined, false, true],
  [undefined, 0, 1, 2, 3],
  [undefined, 'u', 'v', 'w'],
]).map(([a, b, n, t]) => ({ a, b, n, t }))

function product(choices: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return choices.reduce<readonly (readonly unknown[])[]>(
    (sofar, own) => sofar.flatMap(one => own.map(value => [...one, value])),
    [[]],
  )
}

const condition = fc.constantFrom('a = x', 'b', 'n >= 2', 'n < 1', 't in [u, v]', 't is known', 'a = y and n in 1..2')
const rule = fc
  .tuple(condition, fc.constantFrom('add', 'subtract'), fc.integer({ min: 1, max: 6 }))
  .map(([when, way, points]) => `when ${when} ${way} ${points}`)
const bounds = fc.constantFrom('', ' floor 0', ' cap 6', ' floor 0 cap 5')
const few: Arbitrary<string> = fc
  .record({
    outer: bounds,
    inner: bounds,
    rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
    grouped: fc.array(rule, { minLength: 1, maxLength: 3 }),
    threshold: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ outer, inner, rules, grouped, threshold }) => {
    const [own, inGroup] = [rules, grouped].map(all => all.map((text, i) => `${text} as "${i}"`).join('\n'))
    return `score s${outer} {\n${own}\ngroup g${inner} {\n${inGroup}\n}\n}\nqualify at ${threshold}\n`
  })

/** The same text with one number or bound changed, or, of which nothing may come, with none. */
const mutated: Arbitrary<readonly [string, string]> = fc
  .tuple(
    few,
    fc.constantFrom<readonly [RegExp, string]>(
      [/(add|subtract) (\d)/, '$1 1$2'],
      [/n >= 2/, 'n > 1'],
      [/n >= 2/, 'n >= 3'],
      [/ cap \d/, ''],
      [/ floor 0/, ''],
      [/qualify at (\d)/, 'qualify at 1$1'],
      [/when b add/, 'when b and b add'],
    ),
  )
  .map(([text, [pattern, other]]) => [text, text.replace(pattern, other)])

it('on few leads, whether models differ is what looking at every one of them says', () => {
  const decided = { yes: 0, no: 0 }
  const law = fc.property(mutated, ([a, b]) => {
    const [before, after] = [compile(schema + a), compile(schema + b)]
    const found = differs(before, after)
    const differ = everyLead.some(lead => JSON.stringify(said(before, lead)) !== JSON.stringify(said(after, lead)))
    decided[found.kind === 'undecided' ? 'no' : 'yes']++
    if (found.kind !== 'undecided') expect([a, b, found.kind]).toEqual([a, b, differ ? 'different' : 'alike'])
  })
  fc.assert(law, runs(40))
  expect(decided.no).toBeLessThan(decided.yes / 20)
})

/** Two scores and one composed of them, with thresholds on each; then the same with some numbers changed. */
const composed: Arbitrary<readonly [string, string]> = fc
  .record({
    fit: fc.array(rule, { minLength: 1, maxLength: 3 }),
    need: fc.array(rule, { minLength: 1, maxLength: 3 }),
    numbers: fc.tuple(...['cap', 'floor', 'first', 'second', 'third'].map(() => fc.integer({ min: 0, max: 9 }))),
    others: fc.tuple(...[0, 1, 2, 3, 4].map(() => fc.constantFrom(0, 0, 0, 1, -1, 3))),
    points: fc.constantFrom(-2, -1, 0, 0, 1),
  })
  .map(({ fit, need, numbers, others, points }) => {
    const text = (rules: readonly string[], more = 0) =>
      rules.map((one, i) => `${i > 0 ? one : one.replace(/\d+$/, n => `${Number(n) + more}`)} as "${i}"`).join('\n')
    const model = (of: readonly number[], more: number) => {
      const [cap = 0, floor = 0, first, second, third = 0] = of.map(number => Math.max(0, number))
      return [
        `score fit floor ${-floor} cap ${cap + 1} {\n${text(fit, more)}\n}`,
        `score need {\n${text(need)}\n}`,
        'score total floor -3 cap 8 = 0.4 * fit + 0.6 * need - 0.1',
        `qualify Fit at ${first} of fit\nqualify Warm at ${second} of total\nqualify Cold when total < ${third}`,
        `qualify Kept at ${third} of total until below ${third - 2}`,
      ].join('\n')
    }
    return [
      model(numbers, 0),
      model(
        numbers.map((number, i) => number + (others[i] ?? 0)),
        points,
      ),
    ]
  })

it('on few leads, each way of each outcome is said to be possible only if a lead shows it, and impossible only if none does', () => {
  const decided = { yes: 0, no: 0 }
  const law = fc.property(composed, ([a, b]) => {
    const [before, after] = [compile(schema + a), compile(schema + b)]
    const results = everyLead.map(lead =>
      [before, after].map(program => evaluate(program, readLead(program, lead), now)),
    )
    for (const claim of compare(before, after, budget).outcomes)
      for (const { way, kind } of claim.onlyIn === undefined ? claim.directions : []) {
        const of = (result: Result) => outcomes[claim.kind](result, claim.name)
        const shown = results.some(([one, other]) => shows(way, [of(one as Result), of(other as Result)], undefined))
        decided[kind === 'undecided' ? 'no' : 'yes']++
        if (kind !== 'undecided')
          expect([a, b, claim.name, way, kind === 'possible']).toEqual([a, b, claim.name, way, shown])
      }
  })
  fc.assert(law, runs(25))
  expect(decided.no).toBeLessThan(decided.yes / 20)
})

const turned = <T>(items: readonly T[]): T[] => [...items].reverse()

it('the order of rules, and names for lists, values and conditions change nothing', () => {
  const rewritten = fc.constantFrom<(parts: ModelParts) => ModelParts>(
    parts => reordered(parts, turned),
    parts => inlined(parts, 'competitors'),
    parts => inlined(parts, 'target'),
    parts => inlined(parts, 'warm'),
    parts => inlined(parts, 'effort'),
    parts => inlined(parts, 'threshold'),
  )
  const law = fc.property(model, rewritten, (parts, rewrite) => {
    const { outcomes: claims } = compare(compile(render(parts)), compile(render(rewrite(parts))), budget)
    const differing = claims.filter(one => !isAlike(one))
    if (differing.length > 0) expect(differing.map(({ name }) => name)).toEqual([render(parts), render(rewrite(parts))])
  })
  fc.assert(law, runs(25))
})
