import { check, lower } from '@merit-lang/language'
import { describe, expect, it } from 'vitest'
import { analyse } from './analysis.ts'
import { promisesOf } from './promises.ts'

const model = `
lead {
  customer: boolean
  employees: integer 0..
  title: text
  industry: one of [SaaS, Retail]
}
event download { asset: text }
score fit cap 100 {
  when employees >= 50 add 30
  when title contains word of ["VP"] add 20
  when industry = SaaS add 10
}
score engagement { on download add 5 decay 30d cap 40 }
grade tier from fit { A at 50 B at 20 else C }
qualify MQL at 45 of fit
qualify SQL when MQL and engagement >= 20
disqualify "customer" when customer`.replace('word of', 'any word of')

function verdictOf(promise: string) {
  const checked = check({ path: 'model.merit', text: `${model}\npromise ${promise}` })
  if (!checked.model) throw new Error(checked.diagnostics.map(({ name }) => name).join())
  const { program } = lower(checked.model)
  const { verdict } = promisesOf(program, analyse(program))[0] ?? {}
  return verdict?.kind === 'broken' ? verdict.witness.lead : verdict?.kind
}

describe('a promise', () => {
  it.each([
    ['never MQL when customer', 'proved'],
    ['never SQL when not MQL', 'proved'],
    ['always fit >= 50 when tier = A', 'proved'],
    ['always fit <= 60', 'proved'],
    ['never SQL when no download', 'proved'],
    ['always MQL when fit >= 45 and not customer', 'proved'],
    ['never MQL when industry = Retail', { employees: 50, title: 'vp', industry: 'Retail' }],
    ['never fit > 50', { employees: 50, title: 'vp', industry: 'SaaS' }],
    ['always fit > 0', {}],
    ['always customer', {}],
  ])('%s', (promise, verdict) => {
    expect(verdictOf(promise)).toEqual(verdict)
  })
})
