/** What a person sees of `merit test --coverage`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, page } from './folder.ts'

const model = `lead {
  industry:  one of [SaaS, Fintech, Retail]
  employees: integer 0..
  customer:  boolean required
}
event download { asset: one of [whitepaper, datasheet] }

score fit floor 0 cap 50 {
  points by industry {
    SaaS, Fintech: 30
    Retail: 5
    else: 0
  }
  when employees >= 200 and not customer add 25 as "Large company"
  when employees < 0 subtract 10
}
score engagement {
  on download(whitepaper) add 40 decay 30d
}
grade tier from fit { A at 40  B at 20  else C }
qualify MQL at 50 of fit until below 10
disqualify "customer" when customer
`
const first = `test "a large fintech fits" {
  lead { industry: Fintech, employees: 400, customer: false }
  expect fit = 50
}
`
const second = `test "a customer does not" {
  lead { industry: Retail, customer: true }
  event download(whitepaper) 1d ago
  expect disqualified
}
`
const files = { 'model.merit': `${model}${first}${second}` }

describe('merit test --coverage', () => {
  it('shows what the tests reach, what they do not, and leads that would', async () => {
    const { page: shown, exit } = folderWith(files).run('test . --coverage')
    expect(exit).toBe(0)
    await expect(shown).toMatchFileSnapshot(page('test-coverage'))
  })

  it('without a test is none', async () => {
    const { page: shown, exit } = folderWith({ 'model.merit': model }).run('test model.merit --coverage')
    expect(exit).toBe(1)
    await expect(shown).toMatchFileSnapshot(page('test-coverage-none'))
  })

  it('is one of a model and of the tests that import it', () => {
    const apart = { 'model.merit': model, 'model.tests.merit': `import "./model.merit"\n${first}${second}` }
    const table = (out: string) => out.slice(out.indexOf('coverage'), out.indexOf('Not covered'))
    const whole = folderWith(files).run('test model.merit --coverage').out
    expect(table(folderWith(apart).run('test . --coverage').out)).toBe(table(whole))
    expect(table(folderWith(apart).run('test model.tests.merit --coverage').out)).toBe(table(whole))
    expect(table(folderWith(apart).run('test ./ model.tests.merit --coverage').out)).toBe(table(whole))
  })

  it('is that of the tests that --filter leaves', () => {
    const { run } = folderWith({ ...files, 'other.merit': 'when a add 1\ntest "other" { }' })
    const { coverage } = JSON.parse(run('test . --coverage --filter fintech --format json').out)
    expect(coverage.files.map(({ path }: { path: string }) => path)).toEqual(['model.merit'])
    expect(coverage.covered).toBeLessThan(JSON.parse(run('test . --coverage --format json').out).coverage.covered)
    expect(run('test . --coverage --filter nothing').err).toContain('has `nothing` in its name')
  })

  it('is left out unless it is asked for', () => {
    const { out } = folderWith(files).run('test . --format json')
    expect(JSON.parse(out)).not.toHaveProperty('coverage')
  })
})

describe('merit test --threshold', () => {
  it.each([
    ['50', 0, ''],
    ['50%', 0, ''],
    ['99.5', 1, 'below the threshold of 99.5%.'],
    ['most', 2, '--threshold most is no percentage from 0 to 100.'],
    ['101', 2, '--threshold 101 is no percentage from 0 to 100.'],
  ])('%s ends with %i', (threshold, exit, said) => {
    const ended = folderWith(files).run(`test model.merit --threshold ${threshold}`)
    expect(ended.exit).toBe(exit)
    expect(ended.page).toContain(said)
  })

  it('is a finding where it is not reached', () => {
    const { run } = folderWith(files)
    const { out, exit } = run('test model.merit --threshold 90 --format compact')
    expect(exit).toBe(1)
    expect(out).toMatch(
      /^model\.merit:1:1: error: Coverage is [\d.]+%, below the threshold of 90%\. \(low-coverage\)$/m,
    )
    const page = run('test model.merit --threshold 90 --format markdown').out
    expect(page).toContain('| coverage | all | statements |')
    expect(page).toMatch(/<summary>Not covered: \d+ statements<\/summary>\n\n- `model\.merit:\d+` /)
  })

  it('says of how many files it is', () => {
    const { run } = folderWith({ ...files, 'other.merit': 'when a add 1\ntest "other" { }' })
    expect(run('test . --threshold 90 --format compact').out).toMatch(/ Coverage of all 2 files is [\d.]+%, below/)
  })

  it('is reached where everything is shown but what cannot be', () => {
    const text =
      'lead { size: integer 0..9 required }\nwhen size >= 0 add 1\ntest "t" { lead { size: 1 } expect total = 1 }\n'
    const { out, exit } = folderWith({ 'a.merit': text }).run('test a.merit --threshold 100')
    expect(exit).toBe(0)
    expect(out).toContain('cannot be false')
  })
})

describe('merit test --lcov and --cobertura', () => {
  it('write files, with their folders', () => {
    const { run, read, names } = folderWith(files)
    expect(run('test . --lcov coverage/lcov.info --cobertura cobertura.xml').exit).toBe(0)
    expect(names()).toEqual(['cobertura.xml', 'coverage', 'model.merit'])
    expect(read('coverage/lcov.info')).toMatch(/^TN:\nSF:model\.merit\n[\s\S]*\nend_of_record\n$/)
    expect(read('cobertura.xml')).toContain('<class name="model.merit" filename="model.merit"')
  })

  it('never write over a model', () => {
    const { run, read } = folderWith(files)
    const { exit, err } = run('test model.merit --lcov model.merit')
    expect(exit).toBe(2)
    expect(err).toContain('model.merit is read for this')
    expect(read('model.merit')).toBe(files['model.merit'])
  })

  it('say what is in the way of the folder', () => {
    const { run, folder } = folderWith(files)
    const { exit, err } = run('test model.merit --lcov model.merit/lcov.info')
    expect(exit).toBe(2)
    expect(err).toContain('model.merit/lcov.info cannot be written')
    expect(existsSync(join(folder, 'model.merit'))).toBe(true)
  })
})
