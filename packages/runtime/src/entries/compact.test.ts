import { describe, expect, it } from 'vitest'
import { writeBundle } from '../bundle/write.ts'
import { evaluate } from '../evaluate.ts'
import { readLead } from '../lead/lead.ts'
import type { Program } from '../program.ts'
import {
  attribute,
  condition,
  constant,
  declared,
  equal,
  NOW,
  number,
  points,
  program,
  rule,
  scoreOf,
  text,
} from '../testing.ts'
import { BundleError, LeadRefused, loadModel, UnsupportedProgram } from './compact.ts'

const span = { path: 'model.merit', line: 7, column: 1 }
const isSaas = condition('industry = SaaS', equal({ op: 'fold', of: attribute(0) }, 'saas'), attribute(0))
const line = { text: 'qualify Hot at 50', when: isSaas, span }
const parts: Partial<Program> = {
  language: '0.1',
  name: 'Small',
  attributes: [declared('industry', text), declared('employees', number)],
  scores: [scoreOf([rule('industry', { cases: [points(15, isSaas)] })])],
  stages: [{ name: 'Hot', lines: [line] }],
}
const load = (rest: Partial<Program> = {}) =>
  loadModel(writeBundle({ program: program({ ...parts, ...rest }), compiler: '', docs: [] }))

describe('a model loaded the small way', () => {
  const model = load()

  it.each<[string, unknown]>([
    ['a lead', { id: 7, industry: 'SAAS' }],
    ['values that do not fit', { industry: 5, employees: 'ten', events: 3 }],
    ['nothing', null],
  ])('gives the result of the reference, issues included: %s', (_, lead) => {
    expect(model.score(lead, { now: NOW })).toEqual(evaluate(model.program, readLead(model.program, lead), NOW))
    expect(model.score(lead, { now: new Date(NOW) })).toEqual(model.score(lead, { now: NOW }))
  })

  it('says which one it is', () => {
    expect(model).toMatchObject({ name: 'Small', revision: model.program.revision })
  })

  it.each<[string, () => unknown, new (...args: never[]) => Error, string]>([
    ['no instant', () => model.score({}, { now: Number.NaN }), RangeError, 'now must be milliseconds'],
    ['a lead that does not fit, if strict', () => model.score([], { now: NOW, strict: true }), LeadRefused, 'a list'],
    ['no bundle', () => loadModel('{}'), BundleError, 'This is no Merit bundle'],
    [
      'a form that cannot be run',
      () => load({ unsupported: [{ what: 'novelty', span }] }),
      UnsupportedProgram,
      'model.merit:7: novelty',
    ],
    [
      'a stage that is kept',
      () =>
        load({
          stages: [
            { name: 'Hot', lines: [line, { ...line, at: { score: 0, threshold: constant(50) }, until: constant(40) }] },
          ],
        }),
      UnsupportedProgram,
      'model.merit:7: qualify Hot at 50 (until needs loadModel of @merit-lang/runtime)',
    ],
  ])('refuses %s', (_, run, kind, message) => {
    expect(run).toThrow(kind)
    expect(run).toThrow(message)
  })
})
