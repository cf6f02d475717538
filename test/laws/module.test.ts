/**
 * A generated module says what the reference says, of any model and any lead, issues included; of the points of each rule
 * what the engine says, which a law of its own holds to the explanation.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { generateModule } from '@merit-lang/language'
import type { Contributions, Program, Result } from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateSupport } from '../../packages/language/support.mjs'
import { modelOf } from '../../packages/runtime/src/engine/model.ts'
import { fittingLead, hostileLead, type ItemPart, type ModelParts, model, now, render } from '../generators/index.ts'
import { compile, score } from '../pipeline.ts'
import { runs } from './settings.ts'

interface Module {
  readonly name: string
  readonly revision: string
  readonly hash: string | undefined
  score(lead: unknown, options: { readonly now: number; readonly issues?: boolean }): Result
  contributions(lead: unknown, options: { readonly now: number }): Contributions
}

/** As an app would load it, without a file. */
function imported(text: string): Promise<Module> {
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}

const moduleOf = (program: Program) => imported(generateModule(program))

async function expectEqual(program: Program, leads: readonly unknown[], at: number): Promise<void> {
  const { score: scored, contributions } = await moduleOf(program)
  const engine = modelOf(program)
  for (const data of leads) {
    const expected = score(program, data, at)
    expect(scored(data, { now: at })).toEqual(expected)
    expect(scored(data, { now: at, issues: false })).toEqual({ ...expected, issues: [] })
    expect(contributions(data, { now: at })).toEqual({
      ...expected,
      rules: engine.contributions(data, { now: at }).rules,
    })
  }
}

const leads = fc.array(fc.oneof(fittingLead, hostileLead), { minLength: 4, maxLength: 4 })

/** Whether there is straight code for the model, so that leads are usually scored without the engine. */
function isQuick(parts: ModelParts): boolean {
  try {
    return generateModule(compile(render(parts))).includes('function quick(')
  } catch {
    return false
  }
}

/** The model without what keeps it from straight code: rules, then outcomes, are added as long as there is some. */
function quickened(parts: ModelParts): ModelParts {
  const filler = 'when customer add 1 as "one"'
  const heads = parts.scores.map(({ head }) => ({ head, items: [filler] as ItemPart[] }))
  const rules = parts.scores.flatMap(({ items }, score) =>
    items.map(item => (model: ModelParts) => withItem(model, score, item)),
  )
  const outcomes = parts.outcomes.map(one => (model: ModelParts) => ({ ...model, outcomes: [...model.outcomes, one] }))
  const additions: readonly ((model: ModelParts) => ModelParts)[] = [...rules, ...outcomes]
  const start: ModelParts = { ...parts, scores: heads, outcomes: [] }
  return additions.reduce((model, add) => (isQuick(add(model)) ? add(model) : model), start)
}

function withItem(model: ModelParts, score: number, item: ItemPart): ModelParts {
  return {
    ...model,
    scores: model.scores.map((one, i) => (i === score ? { ...one, items: [...one.items, item] } : one)),
  }
}

describe('a generated module', () => {
  it('scores leads as the reference does', async () => {
    await fc.assert(
      fc.asyncProperty(model, leads, (parts, list) => expectEqual(compile(render(parts)), list, now)),
      runs(60),
    )
  })

  it('does so in straight code, too', async () => {
    await fc.assert(
      fc.asyncProperty(model, leads, async (parts, list) => {
        const quick = quickened(parts)
        expect(isQuick(quick)).toBe(true)
        await expectEqual(compile(render(quick)), list, now)
      }),
      runs(25),
    )
  })
})

describe('the engine in generated modules', () => {
  it('is the runtime as it stands (else: npm run generate)', async () => {
    const { path, text } = await generateSupport()
    expect(readFileSync(path, 'utf8') === text).toBe(true)
  })
})

interface Case {
  readonly name: string
  readonly model: readonly string[]
  readonly lead: unknown
  readonly now: string
  readonly expect: Partial<Result>
}

const folder = new URL('../conformance/', import.meta.url)

describe.each(readdirSync(folder).filter(name => name.endsWith('.json')))('as a module, %s', file => {
  const cases: readonly Case[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

  it.each(cases.map(one => [one.name, one] as const))('%s', async (_, { model, lead, now, expect: expected }) => {
    const { score: scored } = await moduleOf(compile(model.join('\n')))
    expect(scored(lead, { now: Date.parse(now) })).toMatchObject(expected)
  })
})
