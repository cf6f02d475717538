/** What a person sees of `merit test --mutate`. */
import { describe, expect, it } from 'vitest'
import { folderWith, page } from './folder.ts'

const rules = `lead { industry: one of [SaaS, Fintech, Retail]  employees: integer 0..  customer: boolean }
event download { asset: one of [whitepaper, datasheet] }

score fit floor 0 cap 50 {
  when industry in [SaaS, Fintech] add 30
  when employees >= 200 and not customer add 25 as "Large company"
}
score engagement {
  on download(whitepaper) add 40 decay 30d
}
qualify MQL at 50 of fit
disqualify "customer" when customer
`
const tests = `test "a large fintech fits" {
  lead { industry: Fintech, employees: 400, customer: false }
  expect fit = 50
  expect MQL
}
test "a customer does not" {
  lead { industry: Retail, customer: true }
  event download(whitepaper) 1d ago
  expect disqualified "customer"
  expect not MQL
}
`
const model = `${rules}${tests}`

describe('merit test --mutate', () => {
  it('shows the changes that no test notices, and tests that would', async () => {
    const { page: shown, exit } = folderWith({ 'model.merit': model }).run('test model.merit --mutate')
    expect(exit).toBe(0)
    await expect(shown).toMatchFileSnapshot(page('test-mutate'))
  })

  it('also for a pull request', async () => {
    const { page: shown } = folderWith({ 'model.merit': model }).run('test model.merit --mutate --format markdown')
    await expect(shown).toMatchFileSnapshot(page('test-mutate-markdown'))
  })

  it('judges a model by the tests in other files, too', () => {
    const files = { 'model.merit': rules, 'model.tests.merit': `import "./model.merit"\n${tests}` }
    const said = (out: string) => /^mutation .*$/m.exec(out)?.[0]
    const apart = folderWith(files).run('test . --mutate').out
    expect(said(apart)).toBe(said(folderWith({ 'model.merit': model }).run('test . --mutate').out))
    expect(apart).toContain('\nmodel.merit\n')
  })

  it('gives all mutants as data', () => {
    const { out } = folderWith({ 'model.merit': model }).run('test model.merit --mutate --format json')
    const { mutation } = JSON.parse(out)
    expect(mutation.places[0]).toMatchObject({ path: 'model.merit', kind: 'score', name: 'fit', start: { line: 4 } })
    expect(mutation.places[1].mutants).toContainEqual({
      ...{ kind: 'points', replacement: '31', before: 'add 30', after: 'add 31', verdict: 'missed' },
      suggestion: expect.stringMatching(/^test ".*" \{\n[\s\S]*expect fit = \d+\n\}\n$/),
      ...{ start: { line: 5, column: 40 }, end: { line: 5, column: 42 } },
    })
  })

  it.each<[string, string, number, string | RegExp]>([
    ['a threshold that is reached', '--mutate-threshold 20', 0, /^mutation {2}\d/m],
    ['one that is not', '--mutate-threshold 99.5', 1, 'below the threshold of 99.5%.'],
    ['no percentage', '--mutate-threshold much', 2, '--mutate-threshold much is no percentage from 0 to 100.'],
    ['no budget', '--budget soon', 2, '--budget soon is no length of time.'],
    ['a budget that is too small', '--budget 0.001s', 0, /\d+ left, since the budget was spent/],
    ['nothing tried', '--budget 0.000001s --mutate-threshold 0', 1, 'No change was tried, so that the threshold of 0%'],
    ['a part in lines', '--budget 0.000001s --format compact', 0, /hint: Only 0 of \d+ changes were tried .*\(untried/],
  ])('%s', (_, options, expected, text) => {
    const { out, err, exit } = folderWith({ 'model.merit': model }).run(`test model.merit ${options}`)
    expect(out + err).toMatch(text)
    expect(exit).toBe(expected)
  })

  it('goes by the threshold of merit.config.json', () => {
    const files = { 'model.merit': model, 'merit.config.json': '{ "mutation": { "threshold": 99 } }' }
    expect(folderWith(files).run('test model.merit --mutate').exit).toBe(1)
  })

  it('mutates nothing where tests fail', () => {
    const files = { 'model.merit': model.replace('expect fit = 50', 'expect fit = 49') }
    const { out, err, exit } = folderWith(files).run('test model.merit --mutate')
    expect(out).not.toContain('mutation')
    expect(err).toBe('Nothing was mutated: what tests notice is known only where all of them pass.\n')
    expect(exit).toBe(1)
  })
})
