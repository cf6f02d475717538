/** What apps run is the reference evaluator's result, to the last digit and issue. */
import { explain, type Lead, type Program, type RuleExplanation, readLead } from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../packages/runtime/src/batch/columns-of.ts'
import { scoreMany } from '../../packages/runtime/src/batch/score-many.ts'
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

  it('gives leads in columns what it gives each of them', () => {
    fc.assert(
      fc.property(model, leads, instants, (parts, list, at) => {
        const program = compile(render(parts))
        const scored = scoreMany({ program }, columnsOf({ program }, list), { now: at })
        list.forEach((data, i) => {
          expect(scored.resultAt(i)).toEqual(score(program, data, at))
        })
      }),
      runs(100),
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

const choosy = `
lead { industry: text  unread: integer }
event download { asset: text  pages: integer }
event visit { path: one of [home, pricing, docs, blog] }
event unread
score total {
  on download("Whitepaper") add 16 decay 30d
  on download("kit", pages >= 2) add 8 first 2
  when count of visit(pricing) >= 2 add 4
  when days since last visit(docs) < 3 add 2
  when industry = "SaaS" add 1
}`

/** Events of which most mean nothing to the rules; few ids, so that many are told twice; some wrong, also where nobody looks. */
const overlooked = fc
  .record({
    type: fc.constantFrom('download', 'download', 'visit', 'unread', 'unknown', 'track', 7),
    called: fc.constantFrom(undefined, undefined, 'download', 'visit'),
    id: fc.constantFrom(undefined, undefined, '1', 1, '2', '3', null),
    at: fc.constantFrom('2026-05-30', '2026-05-31', new Date(now), '2026-05-31T10:00:00Z', 'never', undefined),
    values: fc.record({
      asset: fc.constantFrom('whitepaper', 'WHITEPAPER', 'KIT', 'K\u0130T', 'leaflet', '', undefined, 3),
      path: fc.constantFrom('pricing', 'Pricing', 'docs', 'home', 'elsewhere', undefined),
      pages: fc.constantFrom(1, 2, 2, 'many'),
    }),
    form: fc.constantFrom('beside', 'inside', 'both'),
  })
  .map(({ type, called, id, at, values, form }) => ({
    type,
    ...(called && { event: called }),
    ...(form === 'inside' ? { messageId: id, timestamp: at } : { id, at }),
    ...(form !== 'inside' && values),
    ...(form !== 'beside' && { properties: form === 'both' ? { asset: null, pages: 1 } : values }),
  }))
const fittingEvent = overlooked.filter(
  event => event.type !== 7 && 'at' in event && event.at !== undefined && event.at !== 'never' && !event.properties,
)
const overlookedLead = fc.record({
  industry: fc.constantFrom('saas', 'other', undefined),
  unread: fc.constantFrom(1, 'wrong'),
  events: fc.oneof(fc.array(fittingEvent, { maxLength: 8 }), fc.array(overlooked, { maxLength: 5 })),
})

describe('leads of which little matters', () => {
  it('come to what the reference says, with all issues', () => {
    const program = compile(choosy)
    fc.assert(
      fc.property(fc.array(overlookedLead, { minLength: 2, maxLength: 4 }), list => {
        const engine = modelOf(program)
        for (const data of list) {
          expect(engine.score(data, { now })).toEqual(score(program, data, now))
          expect({ ...engine.contributions(data, { now }), rules: [] }).toEqual({
            ...score(program, data, now),
            rules: [],
          })
        }
      }),
      runs(600),
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
