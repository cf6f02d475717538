/** A repository of models as the tests begin with it, and what is done to them. */

const schema = `lead {
  industry:  one of [SaaS, Fintech, Retail]
  employees: integer
}
`

const model = `import "schema.merit"

when industry in [SaaS, Fintech] add 30
when employees >= 50 add 20

qualify MQL at 50

test "a large SaaS company" {
  lead { industry: SaaS  employees: 80 }
  expect MQL
}

test "a small shop" {
  lead { industry: Retail  employees: 3 }
  expect not MQL
}
`

/** Of these only ann is an MQL by `model`; ben would be one from 20 employees on, and dan from 10 on. */
const leads = [
  { id: 'ann', industry: 'SaaS', employees: 80 },
  { id: 'ben', industry: 'Fintech', employees: 25 },
  { id: 'cleo', industry: 'Retail', employees: 800 },
  { id: 'dan', industry: 'SaaS', employees: 10 },
]

const config = { gates: { 'max-entering': 'MQL=1' }, coverage: { threshold: 50 } }

export const files = {
  'models/schema.merit': schema,
  'models/acme.merit': model,
  'samples/leads.ndjson': leads.map(lead => `${JSON.stringify(lead)}\n`).join(''),
  'merit.config.json': `${JSON.stringify(config)}\n`,
}

/** The model with another bound of employees. */
export const fromEmployees = (count: number) => ({
  'models/acme.merit': model.replace('>= 50', `>= ${count}`),
})

export const withAnError = { 'models/acme.merit': model.replace('industry in', 'industri in') }
