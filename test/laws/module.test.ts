/** A generated module says what the reference says, of any model and any lead, issues included. */
import { readdirSync, readFileSync } from 'node:fs'
import { generateModule } from '@merit-lang/language'
import type { Program, Result } from '@merit-lang/runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateSupport } from '../../packages/language/support.mjs'
import { fittingLead, hostileLead, model, now, render } from '../generators/index.ts'
import { compile, score } from '../pipeline.ts'
import { runs } from './settings.ts'

interface Module {
  readonly name: string
  readonly revision: string
  readonly hash: string | undefined
  score(lead: unknown, options: { readonly now: number }): Result
}

/** As an app would load it, without a file. */
function imported(text: string): Promise<Module> {
  return import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)
}

const moduleOf = (program: Program) => imported(generateModule(program))

async function expectEqual(program: Program, leads: readonly unknown[], at: number): Promise<void> {
  const { score: scored } = await moduleOf(program)
  for (const data of leads) expect(scored(data, { now: at })).toEqual(score(program, data, at))
}

describe('a generated module', () => {
  it('scores leads as the reference does', async () => {
    const leads = fc.array(fc.oneof(fittingLead, hostileLead), { minLength: 4, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(model, leads, (parts, list) => expectEqual(compile(render(parts)), list, now)),
      runs(100),
    )
  })
})

describe('the engine in generated modules', () => {
  it('is the runtime as it stands (else: npm run generate)', async () => {
    const { path, text } = await generateSupport()
    expect(readFileSync(path, 'utf8')).toBe(text)
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
