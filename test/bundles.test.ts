/** Bundles of every format version are loaded for ever, and a bundle says what the model says. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { docsOf, lower } from '@merit-lang/language'
import { evaluate, loadModel, type Program, readBundle, readLead, shared, writeBundle } from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../packages/runtime/src/bundle/format.ts'
import { records } from '../packages/runtime/src/bundle/specs.ts'
import { fittingLead, model, now, render } from './generators/index.ts'
import { runs } from './laws/settings.ts'
import { checkText, compile, findings } from './pipeline.ts'

const golden = join(import.meta.dirname, 'bundles')
const goldenNow = Date.UTC(2026, 5, 1, 12)
const plain = (data: unknown) => JSON.parse(JSON.stringify(data))
const bundleOf = (program: Program) => writeBundle({ program, compiler: '0.1.0', docs: [] })

describe.each(readdirSync(golden))('the bundle of %s', format => {
  const textOf = (name: string) => readFileSync(join(golden, format, name), 'utf8')
  const bundle = textOf('model.bundle.json')
  const leads: readonly unknown[] = JSON.parse(textOf('leads.json'))
  const results = JSON.parse(textOf('results.json'))

  it('loads, and scores as on the day when it was built', () => {
    const model = loadModel(bundle)
    // The first lead of a model is scored in another way.
    for (let turn = 0; turn < 2; turn++)
      expect(leads.map(lead => model.score(lead, { now: goldenNow }))).toEqual(results)
  })

  it('means the same to the reference evaluator', () => {
    const { program } = readBundle(bundle)
    expect(leads.map(lead => evaluate(program, readLead(program, lead), goldenNow))).toEqual(results)
  })
})

it('the bundle of the present format holds every record that there is', () => {
  const { content } = JSON.parse(readFileSync(join(golden, 'format-1', 'model.bundle.json'), 'utf8'))
  expect([...records.keys()].filter(tag => !content.tags.includes(tag))).toEqual(['Unsupported'])
})

interface Case {
  readonly model: readonly string[]
}

it.each(readdirSync(join(import.meta.dirname, 'conformance')).filter(name => name.endsWith('.json')))(
  'the models of conformance/%s go into bundles and come back',
  file => {
    const cases: readonly Case[] = JSON.parse(readFileSync(join(import.meta.dirname, 'conformance', file), 'utf8'))
    for (const { model } of cases) {
      const program = compile(model.join('\n'))
      expect(plain(readBundle(bundleOf(program)).program)).toEqual(plain(program))
    }
  },
)

it('a bundle can be made of whatever the checker lets through, and gives back the program', () => {
  fc.assert(
    fc.property(model, parts => {
      const program = compile(render(parts))
      const bundle = bundleOf(program)
      expect(plain(readBundle(bundle).program)).toEqual(plain(program))
      expect(bundleOf(shared(program))).toBe(bundle)
    }),
    runs(150),
  )
})

it('a loaded bundle scores as its model does', () => {
  fc.assert(
    fc.property(model, fittingLead, (parts, lead) => {
      const program = compile(render(parts))
      const expected = evaluate(program, readLead(program, lead), now)
      const loaded = loadModel(bundleOf(program))
      for (let turn = 0; turn < 2; turn++) expect(loaded.score(lead, { now })).toEqual(expected)
    }),
    runs(100),
  )
})

it('the language that is compiled is one that bundles are read of', () => {
  expect(languages).toContain(compile('when a > 1 add 1').language)
})

describe('what stands in ## comments', () => {
  const text = `## All of it.
model "Docs"
## Who it is.
lead {
  ## What it sells.
  industry: text
}
## A visit.
event visit {
  ## Where.
  path: text
}
## The large ones.
segment large when industry = "x"
score fit {
  ## Because they buy.
  when large add 5 as "Large"
  ## Together.
  group inner { when industry = "y" add 1 }
}
## For sales.
qualify MQL at 5
`

  it('goes into the bundle under its name', () => {
    const checked = checkText(text)
    if (!checked.model) throw new Error(findings(checked))
    const bundle = writeBundle({ program: lower(checked.model).program, compiler: '1', docs: docsOf(checked.model) })
    expect(readBundle(bundle).docs.map(({ of, name, text }) => `${of} ${name}: ${text}`)).toEqual([
      'model Docs: All of it.',
      'attribute industry: What it sells.',
      'event visit: A visit.',
      'property visit.path: Where.',
      'segment large: The large ones.',
      'rule Large: Because they buy.',
      'group inner: Together.',
      'stage MQL: For sales.',
    ])
  })
})
