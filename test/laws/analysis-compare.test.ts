/** What a comparison claims no lead contradicts, and rewriting a model without changing it is seen to change nothing. */
import { evaluate, type Program, type Result, readLead } from '@merit-lang/runtime'
import fc, { type Arbitrary } from 'fast-check'
import { expect, it } from 'vitest'
import { type Compared, compare, isAlike } from '../../packages/analysis/src/compare/compare.ts'
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
