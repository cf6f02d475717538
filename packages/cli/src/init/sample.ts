/** A first model without data of one's own: small, complete, and with a few leads to score. */

export const sampleModel = `model "My first model"

lead {
  industry: one of [SaaS, Fintech, Retail, "Financial Services"]
  employees: integer 0..
  title: text
  email: text
}
event download { asset: one of [whitepaper, datasheet] }
event demo_request

## How well the company and the person match whom we sell to.
score fit {
  points by industry {
    SaaS, Fintech: 20
    "Financial Services": 10
    else: 0
  }
  when employees >= 200 add 15
  when title contains any word of ["VP", "Director", "Chief"] add 20
}

## What the person has done lately. Points halve every 30 days.
score engagement cap 100 {
  default decay 30d
  on download(whitepaper) add 20
  on demo_request add 60
}

score total = fit + engagement

qualify MQL at 50
disqualify "free e-mail address" when domain(email) in free_email_domains

test "a fintech director who read the whitepaper qualifies, and cools down" {
  now 2026-06-01
  lead {
    industry: Fintech
    employees: 400
    title: "Director of Marketing"
    email: "ann@acme.example"
  }
  event download(whitepaper) 1h ago
  expect fit = 55
  expect MQL
  expect in 30d engagement in 9..11
}

test "a free e-mail address never qualifies" {
  lead { industry: SaaS employees: 400 title: "VP" email: "bob@gmail.com" }
  expect disqualified "free e-mail address"
  expect not MQL
}
`

export const sampleLeads = [
  {
    id: 'ann',
    industry: 'Fintech',
    employees: 400,
    title: 'Director of Marketing',
    email: 'ann@acme.example',
    events: [{ type: 'download', at: '2026-05-29T10:00:00Z', asset: 'whitepaper' }],
  },
  { id: 'bob', industry: 'Retail', employees: 12, title: 'Buyer', email: 'bob@gmail.com' },
  {
    id: 'cleo',
    industry: 'SaaS',
    employees: 40,
    title: 'Engineer',
    email: 'cleo@startup.example',
    events: [{ type: 'demo_request', at: '2026-05-30T16:30:00Z' }],
  },
]
