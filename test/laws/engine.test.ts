/** What apps run is the reference evaluator's result, to the last digit and issue. */
import { explain, type Lead, type Program, type RuleExplanation, readLead } from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadAt } from '../../packages/runtime/src/columns/lead.ts'
import { LeadReader } from '../../packages/runtime/src/columns/reader.ts'
import { modelOf } from '../../packages/runtime/src/engine/model.ts'
import type { Contribution } from '../../packages/runtime/src/model.ts'
import { fittingLead, hostileLead, model, now, render } from '../generators/index.ts'
import { birth, timedLead, timedProgram } from '../generators/timelines.ts'
import { compile, score } from '../pipeline.ts'
import { runs } from './settings.ts'

const leads = fc.array(fc.oneof({ weight: 3, arbitrary: fittingLead }, { weight: 1, arbitrary: hostileLead }), {
  minLength: 3,
  maxLength: 6,
})
const instants = fc.constantFrom(now, now - 1, now - 40 * 86_400_000, now + 90 * 86_400_000)

/** The points of each rule that gave any, as explained. */
function contributionsOf(program: Program, data: unknown, at: number): Contribution[] {
  const { explained } = explain(program, readLead(program, data), at)
  return explained.scores.flatMap(one => (one.kind === 'rules' && one.active ? rulesIn(one, one.name) : []))
}

type Items = readonly (RuleExplanation | { readonly kind: 'group'; readonly active: boolean; readonly items: Items })[]

function rulesIn({ items }: { readonly items: Items }, score: string): Contribution[] {
  return items.flatMap(item => {
    if (item.kind === 'group') return rulesIn(item, score)
    const { id, points, path, line } = item
    return points === 0 ? [] : [{ score, rule: id, points, path, line }]
  })
}

describe('the engine', () => {
  it('gives the results of the reference, lead after lead', () => {
    fc.assert(
      fc.property(model, leads, instants, (parts, list, at) => {
        const program = compile(render(parts))
        const engine = modelOf(program)
        for (const data of list) expect(engine.score(data, { now: at })).toEqual(score(program, data, at))
      }),
      runs(150),
    )
  })

  it('tells the points of each rule as they are explained', () => {
    fc.assert(
      fc.property(model, leads, instants, (parts, list, at) => {
        const program = compile(render(parts))
        const engine = modelOf(program)
        for (const data of list) {
          const { rules, ...result } = engine.contributions(data, { now: at })
          expect(result).toEqual(score(program, data, at))
          expect(rules).toEqual(contributionsOf(program, data, at))
        }
      }),
      runs(100),
    )
  })
})

/** The data of which the lead was read; its program has no properties. */
function dataOf({ attributes }: Program, lead: Lead): unknown {
  const values = attributes.map(({ name, type }, i) => {
    const value = lead.attributes[i]
    return [name, type.kind === 'date' && typeof value === 'number' ? new Date(value) : value]
  })
  return {
    ...Object.fromEntries(values),
    events: lead.events.map(({ name, at }) => ({ type: name, at: new Date(at) })),
  }
}

describe('over short lives, with every kind of set and lines that last', () => {
  it('the engine gives the results of the reference', () => {
    fc.assert(
      fc.property(
        timedProgram,
        fc.array(timedLead, { minLength: 2, maxLength: 2 }),
        fc.nat(180),
        (program, list, later) => {
          const engine = modelOf(program)
          for (const data of list.map(lead => dataOf(program, lead)))
            for (const at of [birth + later, birth + 180])
              expect(engine.score(data, { now: at })).toEqual(score(program, data, at))
        },
      ),
      runs(200),
    )
  })
})

describe('a lead in columns', () => {
  it('is the lead that the reference reads', () => {
    fc.assert(
      fc.property(model, leads, (parts, list) => {
        const program = compile(render(parts))
        const reader = new LeadReader(program)
        for (const data of list) {
          reader.read(data)
          const lead = readLead(program, data)
          const inColumns = leadAt(program, reader.columns, 0)
          expect({ id: reader.id, issues: reader.issues }).toEqual({ id: lead.id, issues: lead.issues })
          expect(inColumns.attributes).toEqual(lead.attributes)
          expect(inColumns.events).toEqual(lead.events.map(event => ({ ...event, id: null })))
        }
      }),
      runs(150),
    )
  })
})
