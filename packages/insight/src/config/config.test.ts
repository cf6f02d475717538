import { check } from '@merit-lang/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mismatches, type Schema } from '../../../../test/schemas/schema.ts'
import { atLevel, configOf, configSchema, emptyConfig } from './index.ts'

const source = (text: string) => ({ path: 'merit.config.json', text })
const said = (text: string) =>
  configOf(source(text)).problems.map(({ span, message }) => `${text.slice(span.start, span.end)} | ${message}`)

describe('what is read', () => {
  it('all settings', () => {
    const text = `{
      "$schema": "./merit.config.schema.json",
      "samples": "samples/*.csv",
      "levels": { "rule-never-matters": "error", "text-inside-words": "off" },
      "gates": { "max-entering": ["2%", "MQL=50"], "max-shift": 10, "require-equivalent": true },
      "coverage": { "threshold": 90 },
      "mutation": { "threshold": 80.5 }
    }`
    expect(configOf(source(text))).toEqual({
      problems: [],
      config: {
        samples: ['samples/*.csv'],
        levels: { 'rule-never-matters': 'error', 'text-inside-words': 'off' },
        gates: {
          'max-entering': [
            { most: 2, unit: 'percent' },
            { of: 'MQL', most: 50, unit: 'number' },
          ],
          'max-shift': [{ most: 10, unit: 'number' }],
          'require-equivalent': true,
        },
        coverage: { threshold: 90 },
        mutation: { threshold: 80.5 },
      },
    })
  })

  it('nothing said is the same as no file', () => {
    expect(configOf(source('{}'))).toEqual({ problems: [], config: emptyConfig })
  })

  it('what is right holds beside what is wrong', () => {
    const { config, problems } = configOf(
      source('{ "samples": ["a.csv", 5], "coverage": { "threshold": 400 }, "x": 1 }'),
    )
    expect(config).toEqual({ ...emptyConfig, samples: ['a.csv'], coverage: {} })
    expect(problems).toHaveLength(3)
  })
})

it.each([
  ['{ "sample": [] }', ['"sample" | There is no setting `sample`. Did you mean `samples`?']],
  ['{ "coverage": { "min": 5 } }', ['"min" | There is no setting `min`. There is only `threshold`.']],
  ['{ "coverage": 90 }', ['90 | This has to be settings in `{ }`.']],
  ['{ "coverage": { "threshold": "90" } }', ['"90" | This has to be a number from 0 to 100.']],
  [
    '{ "levels": { "never-usd": "off" } }',
    ['"never-usd" | There is no finding called `never-usd`. Did you mean `never-used`?'],
  ],
  [
    '{ "levels": { "never-used": "of" } }',
    ['"of" | This has to be one of "error", "warning", "hint", "off". Did you mean "off"?'],
  ],
  [
    '{ "levels": { "unknown-attribute": "hint" } }',
    ['"unknown-attribute" | `unknown-attribute` keeps a model from running, and stays an error.'],
  ],
  [
    '{ "levels": { "gate-exceeded": "hint" } }',
    ['"gate-exceeded" | `gate-exceeded` has no level. When it is found, `gates` says.'],
  ],
  ['{ "levels": { "failed-test": "off" } }', ['"failed-test" | `failed-test` has no level.']],
  [
    '{ "gates": { "max-entering": "150%" } }',
    ['"150%" | This has to be a number, or a share of up to 100% such as `"2%"` or `"MQL=2%"`.'],
  ],
  [
    '{ "gates": { "max-entering": "lots" } }',
    ['"lots" | This has to be a number, or a share of up to 100% such as `"2%"` or `"MQL=2%"`.'],
  ],
  ['{ "gates": { "max-shift": "2%" } }', ['"2%" | This has to be a number or `"fit=10"`.']],
  ['{ "gates": { "require-equivalent": null } }', ['null | This has to be true or false.']],
  ['{ "samples": "", "samples": "a" }', ['"" | This has to be a text.', '"samples" | `samples` stands here twice.']],
  ['[]', ['[] | This has to be settings in `{ }`.']],
  ['', [' | Expected a value, and found the end.']],
  ['{ // x\n }', ['/ | Expected a name in double quotes, and found /. JSON has no comments.']],
  ['{ "samples": [1,] }', [', | Expected more after this comma, and found ]. Take it out.']],
  ['{ "samples": [], }', [', | Expected more after this comma, and found }. Take it out.']],
  ["{ 'samples': [] }", ["' | Expected a name in double quotes, and found '."]],
  ['{ "samples" [] }', ['[ | Expected `:`, and found [.']],
  ['{} {}', ['{ | Expected the end of the file, and found {.']],
  [
    '{ "__proto__": {} }',
    ['"__proto__" | There is no setting `__proto__`. There are `samples`, `levels`, `gates`, `coverage`, `mutation`.'],
  ],
])('%s', (text, problems) => {
  expect(said(text)).toEqual(problems)
})

const schema = configSchema() as Schema

describe('laws', () => {
  it('any text is read, and what JSON takes is taken', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map(text => `${text} `),
      fc.json().map(text => text.slice(1)),
    )
    fc.assert(
      fc.property(texts, text => {
        const broken = said(text).some(message => / \| (Expected|This is nested)/.test(message))
        expect(broken).toBe(!isJson(text))
      }),
    )
  })

  it('the schema finds nothing wrong exactly where reading does not', () => {
    const odd = fc.constantFrom<unknown>(null, true, '', 'x', 'off', -1, 101, [], [5], {}, { x: 1 })
    const mostly = (right: fc.Arbitrary<unknown>) =>
      fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: odd })
    const some = (model: Record<string, fc.Arbitrary<unknown>>) => mostly(fc.record(model, { requiredKeys: [] }))
    const text = fc.constantFrom('a.csv', 'MQL=2%', '2%', '120%')
    const limit = mostly(
      fc.oneof(
        fc.nat(),
        text.filter(one => one !== 'a.csv'),
      ),
    )
    const several = (one: fc.Arbitrary<unknown>) => fc.oneof(one, fc.array(one, { maxLength: 2 }))
    const level = mostly(fc.constantFrom('error', 'off'))
    const threshold = some({ threshold: mostly(fc.integer({ min: 0, max: 100 })) })
    const config = some({
      $schema: fc.constant('x'),
      samples: several(mostly(text)),
      levels: some({ 'never-used': level, 'rule-repeats': level }),
      gates: some({
        'max-entering': several(limit),
        'max-shift': several(limit),
        'require-equivalent': mostly(fc.boolean()),
      }),
      coverage: threshold,
      mutation: threshold,
    })
    let sound = 0
    fc.assert(
      fc.property(config, one => {
        const problems = said(JSON.stringify(one))
        if (problems.length === 0) sound++
        expect(problems.length === 0).toBe(mismatches(JSON.parse(JSON.stringify(one)), schema).length === 0)
      }),
      { numRuns: 400 },
    )
    expect(sound).toBeGreaterThan(40)
    expect(sound).toBeLessThan(360)
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

it('levels', () => {
  const [unused] = check({ path: 'a.merit', text: 'let a = 5\nwhen b > 1 add 1' }).diagnostics
  if (!unused) throw new Error('Nothing is found.')
  expect(atLevel(unused, {})).toBe(unused)
  expect(atLevel(unused, { 'never-used': 'error' })).toEqual({ ...unused, severity: 'error' })
  expect(atLevel(unused, { 'never-used': 'off' })).toBeUndefined()
})
