/** Leads that are shown are written as tests that say the same. */
import { type Lowered, runTest } from '@merit-lang/language'
import { evaluate, type Result } from '@merit-lang/runtime'
import { type Lead, readLead } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { testOf } from '../../packages/analysis/src/witness/test-text.ts'
import { fittingLead, model, now, render } from '../generators/index.ts'
import { checkText, findings, lowerText } from '../pipeline.ts'
import { runs } from './settings.ts'

function expectationsOf({ scores, grades, stages, disqualified }: Result): readonly string[] {
  return [
    ...Object.entries(scores).map(([name, points]) => `${name} = ${points.toFixed(6)}`),
    ...Object.entries(grades).map(([name, label]) => `${name} = "${label}"`),
    ...Object.entries(stages).map(([name, reached]) => (reached ? name : `not ${name}`)),
    ...(disqualified.length > 0 ? disqualified.map(reason => `disqualified "${reason}"`) : ['not disqualified']),
  ]
}

/** No operation tells -0 from 0. */
const meant = ({ attributes, events }: Lead) => ({
  attributes: attributes.map(value => (value === 0 ? 0 : value)),
  events: events.map(({ name, at, properties }) => [
    name,
    at,
    ...[...properties.values()].map(value => (value === 0 ? 0 : value)),
  ]),
})

/** Whether the lead also keeps the promises is not the question here. */
function failuresOf({ testProgram, tests }: Lowered): unknown {
  return tests.flatMap(test => runTest({ testProgram: { ...testProgram, promises: [] } }, test).failures)
}

it.each([true, false])('a test of a lead checks, reads as the lead and passes; knowing the model: %s', known => {
  const law = fc.property(model.map(render), fittingLead, (text, data) => {
    const { program } = lowerText(text)
    const lead = readLead(program, data)
    const expectations = expectationsOf(evaluate(program, lead, now))
    const name = 'what "it" shows \\ at\nnoon'
    const test = testOf(
      program,
      { lead: data, now },
      { name, expectations, model: known ? checkText(text).model : undefined },
    )
    const checked = checkText(`${text}\n${test}`)
    if (!checked.model) expect(`${findings(checked)}\n${test}`).toBe('')
    const lowered = lowerText(`${text}\n${test}`)
    expect(meant(readLead(lowered.program, lowered.tests[0]?.data))).toEqual(meant(lead))
    expect(failuresOf(lowered)).toEqual([])
  })
  fc.assert(law, runs(30))
})
