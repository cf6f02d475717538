import { expect, it } from 'vitest'
import type { AnyNode, Expr } from '../syntax/ast.ts'
import { textOf } from '../syntax/source.ts'
import { walk } from '../syntax/walk.ts'
import { check } from './check.ts'
import type { CheckedModel } from './model.ts'

const schema = `list not_said    = ["unknown", "n/a", "Select"]

lead {
  industry:  one of [SaaS, Fintech, Retail, "Financial Services"] unknown in not_said
  employees: integer 0..
  title:     text
  email:     text
  country:   one of [DE, AT, CH, US]  from "Country Code"     # the key it has in the data
  customer:  boolean
  created:   date
  interests: list of [pricing, api, security]
  company {  tier: one of [A, B, C]  }
}
event download    { asset: one of [whitepaper, datasheet]  pages: integer }
event page_view   { path: text  seconds: number  session: text }
event form_submit { form: one of [demo, contact, newsletter] }
event email_open
event unsubscribe
`

const model = `model "Acme inbound"
timezone "Europe/Berlin"

import "./schema.merit"


list competitors = ["rival.com", "other.io"]

event activity from page_view or download or form_submit        # what counts as being active
segment enterprise when employees >= 1000 and company.tier = A
let pages_a_week = count of page_view within 7d

## How well the company matches whom we sell to.
score fit floor 0 cap 100 {
  points by industry {
    SaaS, Fintech: 30
    Retail: 5
    unknown: 2
    else: 0
  }
  points by employees { < 10: -5  10..49: 5  50..499: 10  >= 500: 25 }
  when enterprise add 25 as "Enterprise account"
  when title contains any word of ["VP", "Director", "Chief"] add 25
  when domain(email) in free_email_domains subtract 10
}

score engagement floor 0 cap 100 {
  default decay 30d
  group content cap 60 {
    on download(whitepaper) add 40
    on download(datasheet) add 8 once per day
  }
  on page_view(path like "/pricing*", seconds >= 10) within 30d add 10 cooldown 24h cap 40 no decay
  on form_submit points by form { demo: 60  contact: 30  newsletter: 5 }
  when pages_a_week >= 5 add 15
  when no activity within 60d subtract 20
  on unsubscribe reset
}

score total = 0.4 * fit + 0.6 * engagement

grade tier from fit { A at 80  B at 60  C at 40  else D }
grade heat { Hot when fit >= 60 and engagement >= 40  else Cold }

qualify MQL at 50
qualify MQL when any form_submit(demo) within 30d          # a second line of a stage: either is enough
qualify SQL when total >= 75 and engagement > 0
disqualify "competitor" when domain(email) in competitors
disqualify "customer" when customer

promise never MQL when customer                             # proved for all leads, or refuted with one

test "a fintech VP who read the whitepaper qualifies, and cools down" {
  now 2026-06-01
  lead { industry: Fintech, employees: 400, title: "VP Marketing", email: "ann@acme.com" }
  event download(whitepaper) 3d ago
  event form_submit(contact) 1d ago
  event page_view(path: "/pricing", seconds: 45) 1h ago
  expect fit = 65
  expect engagement in 70..80
  expect MQL
  expect rule "Enterprise account" not matched
  expect in 90d engagement < 20
  expect in 90d not MQL
}
`

/** Every form of the language at least once, with nothing in it that a hint would mention. */
const everyForm = `list base = ["a", "b"]
list more = [base, "c"]
lead { industry: one of [SaaS, Fintech] unknown in more  n: integer 0.. unknown in [-1, 999]  t: text  d: date  b: boolean  tags: list of [x, y] company { tier: one of [A, B] } }
event page { path: text  seconds: number  section: text  ok: boolean }
event plain
event multi from page or plain except page(ok)
event seq from plain then page(path = "x") within 30min per path
event binge from 7 page within 24h
event deep from 9 page per day
segment big when n >= 500 and company.tier in [A, B]
let half = 30d
let cutoff = 2026-01-01
let name = "x"
let cut = 50
score fit floor (0 - 5) cap cut weight 30% when big {
  default decay half after 3d
  default within 90d
  default cooldown 1h
  group g cap 30 floor -3 weight 0.5 when not big {
    on page("x") add 5 * seconds cap (cut * 2) floor -cut
    on page(path in more, ok = true, seconds in 3..<5, at before 2026-01-01) within half older than 1d since last plain(lead.b) when b add 3 first 2 per path at most 3 times per weekday no decay no cooldown as "x"
    on page points by seconds { < 3: 5  3..60: (lead.n + 3) > 60: cut unknown: -3 else: 0 } decay 20% of original every half after 1d
    on page points first { ok and path like "/a*": 5  else: 0 }
    on plain reset
  }
  when tags contains any of [x, y] add 5 per match
  when b multiply by 50%
  when industry in more or industry = SaaS or tags contains all of [x] subtract n / 3
  when t contains any word of ["a", name] and t starts with name add -(n + 1)
  points by company.tier { A: 3 B: 4 } cap 5
  when d within half and d in next 3d and d before cutoff and d after now and d older than 2w add 1
  when days since d > 3 and days since last page(ok) within 3d < 4 and days since first multi > 1 add 1
  when count of seq > 2 and count of distinct day in page > 3 and sum of seconds in page(path = "x") > 3 and last of path in page = "x" and max of at in page before now add 1
  when exactly cut deep or at most 3 binge since last multi or no page(weekday = Monday, hour in 9..17) within 3d add min(n, 2, round(abs(n)))
  on d add 3 decay 7d
}
score other { when d in 2026-01-01..2026-02-01 or domain(t) in free_email_domains and length(t) > 3 or t is not known add 3 }
score total floor 0 = 0.5 * fit + max(other, 3) - n
grade tier from total { A at cut  B at 20 else "C x" }
grade heat { 1 when any page within 3d and fit > 3  else 2 }
grade cell = tier + heat
qualify at 5 of fit when b
qualify MQL at 3 until below 2
qualify SQL when MQL and qualified and cell in [A1, "C x2"] and tier = A and fit = other
disqualify "x" when tier = B and big
disqualify when b
promise never MQL when b and total > 3
test "x" {
  now 2026-06-01T09:30:00Z
  lead { industry: SaaS, n: -3, t: "x", tags: [x, y], company { tier: A }, d: unknown, b: true }
  event page("x", seconds: 3) 3d ago
  event page(path: "y", ok: false) at 2026-05-01
  expect fit in 3..5
  expect not SQL and cell = A1
  expect rule "x" matched
  expect in half total > 3
  expect disqualified "b"
}
`

const files = { 'models/acme.merit': model, 'models/schema.merit': schema } as Record<string, string>
const read = (path: string) => (files[path] === undefined ? undefined : { path, text: files[path] })
const checked = check({ path: 'models/acme.merit', text: model }, { read })

const expressions = new Set<AnyNode['kind']>([
  'name',
  'number',
  'percent',
  'duration',
  'date',
  'boolean',
  'unary',
  'binary',
  'membership',
  'wordTest',
  'knownTest',
  'ageTest',
  'momentTest',
  'quantified',
  'aggregate',
  'daysSince',
  'call',
  'list',
  'paren',
])

/** Expressions without a type, and names without a meaning. */
function unanswered({ files, types, meanings }: CheckedModel): string[] {
  const found: string[] = []
  for (const { ast } of files) {
    walk(ast, node => {
      if (!expressions.has(node.kind)) return
      const type = types.get(node as Expr)
      const nameless = node.kind === 'name' && 'path' in node && !meanings.has(node)
      if (!type || type.kind === 'broken' || nameless) found.push(`${node.kind} ${textOf(node.span)}`)
    })
  }
  return found
}

it('finds nothing to say about the example of the language', () => {
  expect(checked.diagnostics).toEqual([])
})

it('gives every expression a type and every name a meaning', () => {
  expect(unanswered(checked.model as CheckedModel)).toEqual([])
  const { model, diagnostics } = check({ path: 'every.merit', text: everyForm })
  expect(diagnostics).toEqual([])
  expect(unanswered(model as CheckedModel)).toEqual([])
})

it('knows what the example is made of', () => {
  const found = checked.model as CheckedModel
  const names = (symbols: readonly { readonly name: string }[]) => symbols.map(({ name }) => name)
  expect(found.name).toBe('Acme inbound')
  expect(found.timezone).toBe('Europe/Berlin')
  expect(names(found.attributes)).toEqual([
    'industry',
    'employees',
    'title',
    'email',
    'country',
    'customer',
    'created',
    'interests',
    'company.tier',
  ])
  expect(names(found.events)).toEqual(['download', 'page_view', 'form_submit', 'email_open', 'unsubscribe'])
  expect(names(found.lists)).toEqual(['free_email_domains', 'competitors', 'not_said'])
  expect(names(found.scores)).toEqual(['fit', 'engagement', 'total'])
  expect(found.grades.map(({ labels }) => labels)).toEqual([
    ['A', 'B', 'C', 'D'],
    ['Hot', 'Cold'],
  ])
  expect(found.stages.map(({ name, lines }) => [name, lines.map(({ score }) => score?.name)])).toEqual([
    ['MQL', ['total', undefined]],
    ['SQL', [undefined]],
  ])
  expect(found.derived.map(({ name, types }) => [name, names(types)])).toEqual([
    ['activity', ['page_view', 'download', 'form_submit']],
  ])
  expect(found.attributes.find(({ name }) => name === 'country')?.key).toBe('Country Code')
  expect(found.attributes.find(({ name }) => name === 'industry')?.unknownIn).toEqual(['unknown', 'n/a', 'select'])
})
