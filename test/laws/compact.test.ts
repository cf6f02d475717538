/** A model loaded the small way says what the reference says; stages that are kept it refuses. */
import { readLead, UnsupportedProgram, writeBundle } from '@merit-lang/runtime'
import { LeadRefused, loadModel } from '@merit-lang/runtime/compact'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fittingLead, hostileLead, model, now, render } from '../generators/index.ts'
import { compile, score } from '../pipeline.ts'
import { runs } from './settings.ts'

/** Without stages that are kept. */
const plain = model.map(parts => render(parts).replace(/ until below [\d.]+/g, ''))
const bundleOf = (text: string) => writeBundle({ program: compile(text), compiler: '', docs: [] })
const leads = fc.array(fc.oneof(fittingLead, hostileLead), { minLength: 3, maxLength: 3 })

describe('a model loaded the small way', () => {
  it('scores leads as the reference does', () => {
    fc.assert(
      fc.property(plain, leads, (text, list) => {
        const small = loadModel(bundleOf(text))
        for (const data of list) expect(small.score(data, { now })).toEqual(score(compile(text), data, now))
      }),
      runs(60),
    )
  })

  it('refuses stages that are kept', () => {
    fc.assert(
      fc.property(plain, text => {
        const bundle = bundleOf(`${text}\nqualify Warm at 15 of engagement until below 5`)
        expect(() => loadModel(bundle)).toThrow(UnsupportedProgram)
      }),
      runs(20),
    )
  })

  it('refuses in strict mode the leads that have issues', () => {
    fc.assert(
      fc.property(plain, leads, (text, list) => {
        const small = loadModel(bundleOf(text))
        for (const data of list) {
          const { issues } = readLead(small.program, data)
          const strictly = () => small.score(data, { now, strict: true })
          issues.length > 0 ? expect(strictly).toThrow(LeadRefused) : expect(strictly).not.toThrow()
        }
      }),
      runs(20),
    )
  })
})
