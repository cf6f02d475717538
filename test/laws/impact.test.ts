/** What a change does to leads is what the definition says of each of them on both sides, however they are read and counted. */
import {
  changesBetween,
  type Impact,
  ImpactCounter,
  type ImpactPlan,
  impactOf,
  impactPlan,
  joinTally,
  PairScorer,
  type ScoredPair,
  sharedReading,
} from '@merit-lang/insight'
import { explain, type Program, type Result, type RuleExplanation, readLead } from '@merit-lang/runtime'
import { type Columns, idAt, LeadReader, NdjsonReader } from '@merit-lang/runtime/batch'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Data, fittingLead, model, now, render, reordered } from '../generators/index.ts'
import { compile, score } from '../pipeline.ts'
import { runs } from './settings.ts'

// ---------------------------------------------------------------- models and leads

const numbers = /\b(add|subtract|cap|floor|at|weight|>=|<|within|decay) (\d+)/g

/** The number at some place becomes another, or the line there is gone. */
const edit: Arbitrary<(text: string) => string> = fc
  .tuple(fc.nat(60), fc.integer({ min: 0, max: 90 }), fc.boolean())
  .map(([place, number, cut]) => text => {
    const found = [...text.matchAll(numbers)]
    const match = found[place % Math.max(1, found.length)]
    if (!match) return text
    const lineEnd = text.indexOf('\n', match.index)
    const start = cut ? text.lastIndexOf('\n', match.index) : match.index
    const end = cut ? (lineEnd < 0 ? text.length : lineEnd) : match.index + match[0].length
    return text.slice(0, start) + (cut ? '' : `${match[1]} ${number}`) + text.slice(end)
  })

/** What an edit breaks stays as it was. */
function sound(text: string, before: string): string {
  try {
    compile(text)
    return text
  } catch {
    return before
  }
}

const edited = fc.tuple(model, fc.array(edit, { minLength: 1, maxLength: 4 })).map(([parts, edits]) => {
  const before = render(parts)
  return [before, edits.reduce((text, one) => sound(one(text), text), before)] as const
})
const unrelated = fc.tuple(model, model).map(([one, other]) => [render(one), render(other)] as const)
const models = fc.oneof({ weight: 3, arbitrary: edited }, { weight: 1, arbitrary: unrelated })
const file: Arbitrary<readonly Data[]> = fc
  .array(fittingLead, { minLength: 1, maxLength: 12 })
  .map(leads => leads.map((lead, i) => (i % 5 === 3 ? { ...lead, id: null } : { ...lead, id: `lead-${i}` })))

// ---------------------------------------------------------------- ways to count

const encoder = new TextEncoder()

/** From lines, read once where both models declare them in one way. */
function fromLines(plan: ImpactPlan, leads: readonly Data[]): Impact {
  const { before, after } = plan
  const bytes = encoder.encode(leads.map(lead => JSON.stringify(lead)).join('\n'))
  const counter = new ImpactCounter(plan)
  const scorer = new PairScorer(plan)
  const shared = sharedReading(before, after)
  const both = shared
    ? new NdjsonReader(shared.schema).read(bytes).columns
    : ([before, after].map(program => new NdjsonReader(program).read(bytes).columns) as unknown as [Columns, Columns])
  const columns = Array.isArray(both) ? both : shared?.views.map(view => view(both as Columns))
  const lines = new NdjsonReader(before).read(bytes)
  for (let row = 0; row < leads.length; row++)
    counter.add(scorer.score(columns as unknown as [Columns, Columns], row, now), lead => idAt(lines, row) ?? lead)
  return impactOf(counter.tally, plan)
}

/** Lead by lead, as plain data, in two parts that are put together. */
function inParts(plan: ImpactPlan, leads: readonly Data[], cut: number): Impact {
  const scorer = new PairScorer(plan)
  const readers = [plan.before, plan.after].map(program => new LeadReader(program)) as [LeadReader, LeadReader]
  const pairs = leads.map((lead): [ScoredPair, unknown] => {
    for (const reader of readers) reader.read(lead)
    const pair = scorer.score([readers[0].columns, readers[1].columns], 0, now)
    return [JSON.parse(JSON.stringify(pair)), lead.id]
  })
  const [first, second] = [pairs.slice(0, cut), pairs.slice(cut)].map(part => {
    const counter = new ImpactCounter(plan)
    for (const [pair, id] of part) counter.add(pair, lead => (typeof id === 'string' ? id : lead))
    return structuredClone(counter.tally)
  })
  joinTally(first as NonNullable<typeof first>, second as NonNullable<typeof second>)
  return impactOf(first as NonNullable<typeof first>, plan)
}

// ---------------------------------------------------------------- by the definition

interface Both {
  readonly id: string
  readonly before: Result
  readonly after: Result
  readonly isKnown: boolean
}

function byDefinition(before: Program, after: Program, leads: readonly Data[]): readonly Both[] {
  return leads.map((lead, i) => ({
    id: typeof lead.id === 'string' ? lead.id : String(i + 1),
    before: score(before, lead, now),
    after: score(after, lead, now),
    isKnown: [before, after].some(program => isKnownTo(program, lead)),
  }))
}

function isKnownTo(program: Program, data: Data): boolean {
  const { attributes, events } = readLead(program, data)
  return attributes.some(value => value !== null) || events.length > 0
}

const idsOf = (leads: readonly Both[], is: (one: Both) => boolean) => leads.filter(is).map(({ id }) => id)

function expectMembership(told: Impact['disqualified'], leads: readonly Both[], inside: (result: Result) => boolean) {
  expect({ ...told }).toMatchObject({
    before: leads.filter(one => inside(one.before)).length,
    after: leads.filter(one => inside(one.after)).length,
    entering: idsOf(leads, one => !inside(one.before) && inside(one.after)),
    leaving: idsOf(leads, one => inside(one.before) && !inside(one.after)),
  })
}

function expectScore(told: Impact['scores'][number], leads: readonly Both[]): void {
  const count = (side: 'before' | 'after') => told.distribution.reduce((sum, bin) => sum + bin[side], 0)
  expect([count('before'), count('after')]).toEqual([
    told.onlyIn === 'after' ? 0 : leads.length,
    told.onlyIn === 'before' ? 0 : leads.length,
  ])
  if (told.onlyIn) return
  const of = (result: Result) => Math.round((result.scores[told.name] as number) * 1e6)
  const shifts = leads.map(one => (of(one.after) - of(one.before)) / 1e6)
  expect(told.raised).toBe(shifts.filter(shift => shift > 0).length)
  expect(told.lowered).toBe(shifts.filter(shift => shift < 0).length)
  expect([told.shift.least, told.shift.most]).toEqual([Math.min(...shifts), Math.max(...shifts)])
  expect(told.shifts.reduce((sum, bin) => sum + bin.leads, 0)).toBe(told.raised + told.lowered)
}

function expectGrade(told: Impact['grades'][number], leads: readonly Both[]): void {
  const inMoves = Object.fromEntries(told.moves.map(({ from, to, ids }) => [`${from} → ${to}`, ids]))
  const moves: Record<string, string[]> = {}
  for (const { id, before, after } of told.onlyIn ? [] : leads) {
    const [from, to] = [before.grades[told.name], after.grades[told.name]]
    if (from !== to) moves[`${from} → ${to}`] = [...(moves[`${from} → ${to}`] ?? []), id]
  }
  expect(inMoves).toEqual(moves)
}

/** Of outcomes that both models have. */
function differs({ before, after }: Both, { scores, grades }: Impact): boolean {
  const shared = (list: readonly { readonly name: string; readonly onlyIn?: string }[]) => list.filter(it => !it.onlyIn)
  const stages = (result: Result) => Object.keys(result.stages).filter(name => result.stages[name])
  return (
    shared(scores).some(({ name }) => before.scores[name] !== after.scores[name]) ||
    shared(grades).some(({ name }) => before.grades[name] !== after.grades[name]) ||
    stages(before).sort().join() !== stages(after).sort().join() ||
    [...new Set(before.disqualified)].sort().join() !== [...new Set(after.disqualified)].sort().join()
  )
}

function expectImpact(impact: Impact, leads: readonly Both[]): void {
  expect(impact.leads).toBe(leads.length)
  expect(impact.known).toBe(leads.filter(({ isKnown }) => isKnown).length)
  expect(impact.affected).toBe(leads.filter(one => differs(one, impact)).length)
  for (const stage of impact.stages) expectMembership(stage, leads, ({ stages }) => stages[stage.name] === true)
  expectMembership(impact.disqualified, leads, ({ disqualified }) => disqualified.length > 0)
  for (const one of impact.scores) expectScore(one, leads)
  for (const grade of impact.grades) expectGrade(grade, leads)
  expectCauses(impact)
}

/** Every lead that passes has a cause, and no cause names another lead. */
function expectCauses({ stages, causes }: Impact): void {
  for (const way of ['entering', 'leaving'] as const)
    for (const stage of stages) {
      const named = new Set(causes.flatMap(cause => cause[way][stage.name]?.ids ?? []))
      expect([...named].sort()).toEqual([...stage[way]].sort())
    }
}

// ---------------------------------------------------------------- the laws

describe('what a change does', () => {
  it('is what the definition says of each lead, from lines and from objects, whole and in parts', () => {
    let [affected, read] = [0, 0]
    fc.assert(
      fc.property(models, file, fc.nat(12), ([one, other], leads, cut) => {
        const [before, after] = [compile(one), compile(other)]
        const plan = impactPlan(before, after, changesBetween(before, after))
        const impact = fromLines(plan, leads)
        expectImpact(impact, byDefinition(before, after, leads))
        expect(inParts(plan, leads, cut)).toEqual(impact)
        affected += impact.affected
        if (sharedReading(before, after)) read++
      }),
      runs(60),
    )
    expect(affected).toBeGreaterThan(20)
    expect(read).toBeGreaterThan(20)
  })

  it('adds up: what rules and blocks give otherwise is what a score moved by', () => {
    fc.assert(
      fc.property(edited, file, ([one, other], leads) => {
        const [before, after] = [compile(one), compile(other)]
        const impact = fromLines(impactPlan(before, after, { entries: [] }), leads)
        for (const lead of impact.mostAffected)
          for (const { name, onlyIn } of impact.scores) {
            if (onlyIn || after.scores.find(it => it.name === name)?.kind !== 'rules') continue
            const own = lead.differences.filter(({ within, name: part }) => (within[0] ?? part) === name)
            const sum = own.reduce((points, it) => points + Math.round((it.after - it.before) * 1e6), 0)
            const moved = (lead.after.scores[name] as number) - (lead.before.scores[name] as number)
            expect(sum).toBe(Math.round(moved * 1e6))
          }
      }),
      runs(30),
    )
  })

  it('says of rules what explanations say', () => {
    fc.assert(
      fc.property(edited, file, ([one, other], leads) => {
        const [before, after] = [compile(one), compile(other)]
        const impact = fromLines(impactPlan(before, after, { entries: [] }), leads)
        for (const lead of impact.mostAffected) {
          const data = leads.find((it, i) => (typeof it.id === 'string' ? it.id : String(i + 1)) === lead.id)
          for (const { kind, name, within, ...points } of lead.differences)
            if (kind === 'rule') {
              expect(points.before).toBe(pointsOf(before, data, within, name))
              expect(points.after).toBe(pointsOf(after, data, within, name))
            }
        }
      }),
      runs(20),
    )
  })

  it('is nothing where rules only stand in another order', () => {
    fc.assert(
      fc.property(model, file, (parts, leads) => {
        const turned = reordered(parts, items => [...items].reverse())
        const [before, after] = [compile(render(parts)), compile(render(turned))]
        const impact = fromLines(impactPlan(before, after, changesBetween(before, after)), leads)
        expect(impact).toMatchObject({ affected: 0, causes: [], mostAffected: [] })
      }),
      runs(20),
    )
  })
})

type Items = readonly (RuleExplanation | { readonly kind: 'group'; readonly name: string; readonly items: Items })[]

function pointsOf(program: Program, data: unknown, [name, ...groups]: readonly string[], rule: string): number {
  const { explained } = explain(program, readLead(program, data), now)
  const found = explained.scores.find(it => it.name === name)
  let items: Items = found?.kind === 'rules' ? found.items : []
  for (const group of groups) {
    const inside = items.find(item => item.kind === 'group' && item.name === group)
    items = inside?.kind === 'group' ? inside.items : []
  }
  const own = items.find(item => item.kind === 'rule' && item.id === rule)
  return own?.kind === 'rule' ? own.points : 0
}
