import { expect, test } from 'vitest'
import { modelOf } from '../engine/model.ts'
import { explain as explainProgram } from '../explain.ts'
import { readLead } from '../lead/lead.ts'
import { DAY, declared, events, halfLife, NOW, number, onEach, program, scoreOf } from '../testing.ts'
import { explain } from './explain.ts'

const visits = program({
  attributes: [declared('size', number)],
  events: [{ name: 'visit', properties: [] }],
  scores: [scoreOf([onEach(events(0), 20, {}, halfLife(30 * DAY))])],
})
const lead = { size: 'large', events: [{ type: 'visit', at: new Date(NOW - 30 * DAY) }] }

test('the points of each rule at once, the reasons when they are read', () => {
  const { rules, ...explanation } = explain(modelOf(visits), lead, { now: NOW })
  expect(rules).toEqual([{ score: 'total', rule: 'on P add N', points: 10, path: 'model.merit', line: 1 }])
  expect(explanation).toEqual(explainProgram(visits, readLead(visits, lead), NOW))
})

test('the reasons are worked out once, and are part of the JSON', () => {
  const explanation = explain(modelOf(visits), lead, { now: new Date(NOW) })
  expect(explanation.explained).toBe(explanation.explained)
  expect(JSON.parse(JSON.stringify(explanation))).toMatchObject({ explained: { scores: [{ kind: 'rules' }] } })
})
