/** The fuller example of the language's specification. For tests. */
export const fullerExample = `model "Acme inbound"
timezone "Europe/Berlin"
import "./schema.merit"                     # declarations may live in a file of their own
list not_said    = ["unknown", "n/a", "Select"]
list competitors = ["rival.com", "other.io"]
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
