/**
 * What models mean, as data: each case of `conformance/*.json` is a model, a lead and an instant, with the scores, grades, stages
 * and disqualifications that follow, worked out by hand. Every way to run a model is held to them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { compile, renderDiagnostic } from '@merit-lang/language'
import { evaluate, type Program, readLead, writeBundle } from '@merit-lang/runtime'
import { loadModel } from '@merit-lang/runtime/compact'
import { describe, expect, it } from 'vitest'
import { modelOf } from '../packages/runtime/src/engine/model.ts'

interface Case {
  readonly name: string
  /** Its lines. */
  readonly model: readonly string[]
  readonly lead: unknown
  readonly now: string
  /** What is not named is not looked at. */
  readonly expect: {
    readonly scores?: Readonly<Record<string, number>>
    readonly grades?: Readonly<Record<string, string>>
    readonly stages?: Readonly<Record<string, boolean>>
    readonly disqualified?: readonly string[]
  }
}

const folder = new URL('./conformance/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.json'))

describe.each(files)('%s', file => {
  const cases: readonly Case[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

  it.each(cases.map(one => [one.name, one] as const))('%s', (_, { model, lead, now, expect: expected }) => {
    const program = programOf(model.join('\n'))
    const result = evaluate(program, readLead(program, lead), Date.parse(now))
    expect(result).toMatchObject(expected)
    if (expected.scores) expect(Object.keys(result.scores).sort()).toEqual(Object.keys(expected.scores).sort())
    expect(modelOf(program).score(lead, { now: Date.parse(now) })).toEqual(result)
    if (!keepsLeads(program)) expect(compact(program).score(lead, { now: Date.parse(now) })).toEqual(result)
  })
})

const compact = (program: Program) => loadModel(writeBundle({ program, compiler: '', docs: [] }))
/** The compact runtime refuses models with `until`. */
const keepsLeads = ({ stages }: Program) => stages.some(({ lines }) => lines.some(line => line.until))

function programOf(text: string): Program {
  const { lowered, diagnostics } = compile({ path: 'model.merit', text })
  if (!lowered) throw new Error(diagnostics.map(one => renderDiagnostic(one)).join('\n\n'))
  return lowered.program
}
