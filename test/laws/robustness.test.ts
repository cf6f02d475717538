/** No text and no lead makes anything throw, or gives a result that is no result. */
import { check, format, parse } from '@merit-lang/language'
import { evaluate, explain, type Program, type Result, readLead } from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenText, crowd, fittingLead, hostileLead, model, now, render } from '../generators/index.ts'
import { checkText, compile, findings, sourceOf } from '../pipeline.ts'
import { runs } from './settings.ts'

const labelsOf = (program: Program) =>
  Object.fromEntries(
    program.grades.flatMap(one =>
      one.kind === 'cases' ? [[one.name, [...one.cases.map(row => row.label), one.otherwise]]] : [],
    ),
  )

/** What every result is, whatever the lead was. */
function expectSound(program: Program, result: Result) {
  expect(Object.keys(result.scores)).toEqual(program.scores.map(one => one.name))
  for (const points of Object.values(result.scores)) {
    expect(Number.isFinite(points)).toBe(true)
    expect(Math.abs(points)).toBeLessThanOrEqual(9e9)
  }
  for (const [name, labels] of Object.entries(labelsOf(program))) expect(labels).toContain(result.grades[name])
  for (const holds of Object.values(result.stages)) expect(typeof holds).toBe('boolean')
  expect(JSON.parse(JSON.stringify(result))).toEqual(result)
}

describe('any text', () => {
  it('is parsed into a whole tree whose findings lie inside it', () => {
    fc.assert(
      fc.property(brokenText, text => {
        const parsed = parse(sourceOf(text))
        expect(parsed.ast.kind).toBe('file')
        for (const { span } of parsed.diagnostics) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
      runs(600),
    )
  })

  it('is checked: it has a model, or at least one error', () => {
    fc.assert(
      fc.property(brokenText, text => {
        const checked = check(sourceOf(text))
        const errors = checked.diagnostics.filter(one => one.severity === 'error')
        expect(checked.model === undefined).toBe(errors.length > 0)
        expect(findings(checked)).not.toMatch(/undefined|\[object|NaN/)
      }),
      runs(600),
    )
  })

  it('is formatted, or refused with a finding', () => {
    fc.assert(
      fc.property(brokenText, text => {
        const formatted = format(sourceOf(text))
        expect('text' in formatted || formatted.diagnostics.length > 0).toBe(true)
      }),
      runs(400),
    )
  })
})

describe('a generated model', () => {
  it('has no errors', () => {
    fc.assert(
      fc.property(model, parts => {
        const checked = checkText(render(parts))
        const errors = checked.diagnostics.filter(one => one.severity === 'error')
        expect(findings({ diagnostics: errors })).toBe('')
      }),
      runs(200),
    )
  })

  it.each([
    ['fitting', fittingLead],
    ['hostile', hostileLead],
  ])('gives every %s lead a sound result and an explanation', (_, lead) => {
    fc.assert(
      fc.property(model, fc.array(lead as fc.Arbitrary<unknown>, { minLength: 3, maxLength: 3 }), (parts, leads) => {
        const program = compile(render(parts))
        for (const data of leads) {
          const read = readLead(program, data)
          expectSound(program, evaluate(program, read, now))
          expectSound(program, explain(program, read, now))
        }
      }),
      runs(120),
    )
  })

  it('scores a lead with 100,000 events', () => {
    const [parts] = fc.sample(model, { numRuns: 1, seed: 11 })
    const program = compile(render(parts as NonNullable<typeof parts>))
    expectSound(program, evaluate(program, readLead(program, crowd(100_000)), now))
  })
})
