/** Two versions of a model, and leads that they score otherwise. */

const model = (employees: number, mql: number) => `model "Acme inbound"

lead {
  industry:  one of [SaaS, Fintech, Retail]
  employees: integer 0..
  customer:  boolean
}
event download { asset: one of [whitepaper, datasheet] }

## How well the company matches whom we sell to.
score fit floor 0 cap 100 {
  points by industry { SaaS, Fintech: 30  Retail: 5  else: 0 }
  when employees >= 200 add ${employees} as "Large company"
  when employees < 10 subtract 10
}
score engagement cap 60 {
  group content cap 50 {
    on download(whitepaper) add 40 decay 30d
    on download(datasheet) add 8 once per day
  }
}
score total = fit + engagement

grade tier from fit { A at 60  B at 30  C at 10  else D }
qualify MQL at ${mql}
qualify \`Sales qualified, and called by somebody\` at 95
disqualify "customer" when customer
promise never MQL when customer

test "a large fintech" {
  lead { industry: Fintech, employees: 400 }
  expect fit >= 30
}
`
export const before = model(25, 50)
export const after = model(40, 60)

const industries = ['SaaS', 'Fintech', 'Retail']
const sizes = [4, 40, 400]

/** In as many ways as they can differ. */
export const leads = Array.from({ length: 300 }, (_, i) => {
  const event = {
    type: 'download',
    at: `2026-05-${String((i % 28) + 1).padStart(2, '0')}T00:00:00Z`,
    asset: i % 2 ? 'whitepaper' : 'datasheet',
  }
  const lead = { industry: industries[i % 3], employees: sizes[Math.floor(i / 3) % 3], customer: i % 17 === 0 }
  return `${JSON.stringify({ id: `lead-${i}@example.com`, ...lead, events: i % 5 < 3 ? [event] : [] })}\n`
}).join('')
