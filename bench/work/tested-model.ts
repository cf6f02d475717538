/** A model with tests: each of a lead of whom little is known, and of all that it comes to. */
import { testOf } from '@merit-lang/analysis'
import { compile } from '@merit-lang/language'
import { evaluate, type Program, readLead } from '@merit-lang/runtime'
import { now } from './leads.ts'
import { modelOf } from './pipeline-model.ts'
import { type Random, seeded } from './random.ts'
import { day } from './rules.ts'

export function testedModel(rules: number, tests: number): string {
  const text = modelOf(rules)
  const { lowered } = compile({ path: 'model.merit', text })
  if (!lowered) throw new Error('The model of the benchmark has errors.')
  const random = seeded(17)
  const written = Array.from({ length: tests }, (_, i) => testFor(lowered.program, leadOf(random, rules), i))
  return [text, ...written].join('\n')
}

function testFor(program: Program, lead: Readonly<Record<string, unknown>>, number: number): string {
  const { scores, stages } = evaluate(program, readLead(program, lead), now)
  const expectations = [`total = ${scores.total}`, `${stages.MQL ? '' : 'not '}MQL`]
  return testOf(program, { lead, now }, { name: `lead ${number}`, expectations })
}

const attributes: Readonly<Record<string, (random: Random, rules: number) => unknown>> = {
  industry: random => random.pick(['SaaS', 'Fintech', 'Retail', 'Health', 'Energy', 'Media', 'Travel', 'Food']),
  country: random => random.pick(['DE', 'AT', 'US', 'FR']),
  employees: (random, rules) => random.whole(0, rules),
  revenue: (random, rules) => random.whole(0, rules) * 1000,
  title: (random, rules) => random.pick(['VP Sales', 'Clerk', `Level${random.whole(0, rules)}`]),
  email: (random, rules) => `ann@company${random.whole(0, rules)}.com`,
  customer: random => random.fraction() < 0.5,
  created: (random, rules) => new Date(now - random.whole(0, 2 * rules) * day).toISOString().slice(0, 10),
}

const events: readonly ((random: Random, rules: number) => object)[] = [
  (random, rules) => ({
    type: 'download',
    asset: random.pick(['ebook', 'trial', 'demo']),
    pages: random.whole(1, rules),
  }),
  (random, rules) => ({ type: 'page_view', path: `/p${random.whole(0, rules)}`, seconds: random.whole(1, 30) }),
  random => ({ type: 'form_submit', form: random.pick(['demo', 'contact', 'newsletter']) }),
  () => ({ type: 'email_open' }),
]

/** Two in five attributes are known, and at most three things happened. */
function leadOf(random: Random, rules: number): Readonly<Record<string, unknown>> {
  const known = Object.entries(attributes).filter(() => random.fraction() < 0.4)
  const happened = Array.from({ length: random.whole(0, 3) }, () => ({
    ...random.pick(events)(random, rules),
    at: new Date(now - random.whole(0, 60) * day).toISOString(),
  }))
  return { ...Object.fromEntries(known.map(([name, value]) => [name, value(random, rules)])), events: happened }
}
