import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assert, asyncProperty, constantFrom, nat, string } from 'fast-check'
import { expect, it } from 'vitest'
import { type Lens, lensesIn } from '../lenses.ts'
import { workspaceOf } from '../testing.ts'
import { atOnce } from './breathe.ts'
import { coverageOf } from './coverage.ts'
import { Evaluations, scorable } from './evaluations.ts'
import { previewOf } from './preview.ts'

const folder = resolve(import.meta.dirname, '../../../../../examples/02-saas-inbound')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const [model, schema, leads] = [read('model.merit'), read('schema.merit'), read('leads.json')]

/** Everything that is told of a model with these texts beside it. */
async function told(text: string, name: string, data: string): Promise<readonly Lens[]> {
  const workspace = workspaceOf({ '/model.merit': text, '/schema.merit': schema })
  const evaluations = new Evaluations({
    list: async at => (at === '' ? [name] : []),
    read: async () => ({ text: data, cut: data.length % 2 === 0 }),
    clock: () => 0,
  })
  const [project] = workspace.projectsOf('/model.merit')
  if (!project) return []
  const known = await evaluations.known(project, project.path, {}, atOnce)
  await coverageOf(project, project.path, undefined, atOnce)
  const samples = await evaluations.samplesOf(project, {}, atOnce)
  const program = scorable(project)
  if (program) for (const { data } of samples?.leads.slice(0, 2) ?? []) previewOf(program, data, 0)
  return lensesIn(workspace, project, project.path, known)
}

it('half a model is told of as far as it goes', async () => {
  await assert(
    asyncProperty(nat(model.length), nat(200), async (start, length) => {
      const cut = model.slice(0, start) + model.slice(start + length)
      for (const { title } of await told(cut, '/leads.json', leads)) expect(title).not.toMatch(/undefined|NaN/)
    }),
    { numRuns: 20 },
  )
})

it('whatever stands in a sample file, it is told of', async () => {
  const names = constantFrom('/leads.json', '/leads.ndjson', '/leads.csv')
  const texts = string({
    unit: constantFrom('[', '{', '"', ',', '\n', ':', 'a', '1', '\\', '\u0000', '}', ']', 'é', '\uD800'),
  })
  await assert(
    asyncProperty(names, texts, nat(leads.length), nat(60), async (name, text, start, length) => {
      const data = start % 2 === 0 ? text : leads.slice(0, start) + text + leads.slice(start + length)
      for (const { title } of await told(model, name, data)) expect(title).not.toMatch(/undefined|NaN/)
    }),
    { numRuns: 30 },
  )
})
