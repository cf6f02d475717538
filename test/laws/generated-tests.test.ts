/** Tests that are generated of a model check and pass, and show what they are there for. */
import { readdirSync, readFileSync } from 'node:fs'
import { type CheckedModel, check, type Lowered, lower, runTest } from '@merit-lang/language'
import { holds, readLead, runOf } from '@merit-lang/runtime/reference'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analyse } from '../../packages/analysis/src/analysis.ts'
import { generateTests } from '../../packages/analysis/src/generate/generate.ts'
import { emptyPool } from '../../packages/analysis/src/generate/pool.ts'
import { showAll } from '../../packages/analysis/src/generate/show.ts'
import { fittingLead, model, now, render } from '../generators/index.ts'
import { checkText, findings, sourceOf } from '../pipeline.ts'
import { runs } from './settings.ts'

function checkedModel(text: string): CheckedModel {
  const checked = checkText(text)
  if (!checked.model) throw new Error(`The model has errors.\n\n${findings(checked)}\n\n${text}`)
  return checked.model
}

const failuresOf = (lowered: Lowered) =>
  lowered.tests.flatMap(test =>
    runTest(lowered, test).failures.map(({ expected, actual }) => `${test.name}: ${expected}: ${actual}`),
  )

/** What is wrong with a model's generated tests; nothing, it is hoped. */
function wrongWith(checked: CheckedModel): readonly string[] {
  const { program } = lower(checked)
  const generated = generateTests(program, analyse(program), { model: './model.merit', checked })
  const sources = new Map(checked.files.map(({ source }) => [source.path, source]))
  const path = checked.entry.path.replace('model.merit', 'model.tests.merit')
  const file = check(sourceOf(generated.text, path), { read: imported => sources.get(imported) })
  if (!file.model) return [findings(file), generated.text]
  const lowered = lower(file.model)
  const names = generated.cases.map(({ name }) => name)
  const isWhole = lowered.tests.length > 0 && lowered.tests.every(({ name }, i) => name === names[i])
  return isWhole ? failuresOf(lowered) : ['Tests are missing.', generated.text]
}

it('generated tests check, and pass', () => {
  const law = fc.property(model.map(render), text => {
    expect([...wrongWith(checkedModel(text)), text]).toEqual([text])
  })
  fc.assert(law, runs(2))
})

const examples = readdirSync('examples').filter(name => /^\d/.test(name))

it.each(examples)('those of the example %s, too', name => {
  const read = (path: string) => sourceOf(readFileSync(path, 'utf8'), path)
  const { model } = check(read(`examples/${name}/model.merit`), { read })
  expect(model && wrongWith(model)).toEqual([])
})

it('what is said to be shown is, and what is said to be impossible no lead shows', () => {
  const law = fc.property(model.map(render), fc.array(fittingLead, { minLength: 20, maxLength: 20 }), (text, leads) => {
    const { program } = lower(checkedModel(text))
    const pool = emptyPool(program)
    const others = leads.map(data => runOf(program, readLead(program, data), now))
    for (const { of, shows, outcome, condition, samples } of showAll(program, analyse(program), pool)) {
      if (!condition) continue
      const runs = outcome === 'shown' ? samples(pool).map(({ run }) => run) : others
      const seen = runs.filter(run => holds(condition, { run })).length
      const what = `${of}: ${shows}\n${text}`
      if (outcome === 'shown') expect([what, runs.length > 0, seen]).toEqual([what, true, runs.length])
      if (outcome === 'impossible') expect([what, seen]).toEqual([what, 0])
    }
  })
  fc.assert(law, runs(2))
})
