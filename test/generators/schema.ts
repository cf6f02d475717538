/**
 * The data that every generated model and lead is about: attributes and events of every type. Models may also be generated
 * without these declarations; then their types are inferred from use.
 */

export const now = Date.parse('2026-06-01T00:00:00Z')
export const day = 86_400_000

export const enums = {
  industry: ['SaaS', 'Fintech', 'Retail'],
  country: ['DE', 'AT', 'CH', 'US'],
  'company.tier': ['A', 'B', 'C'],
} as const
export const texts = ['title', 'email'] as const
export const numbers = ['employees', 'revenue', 'company.size'] as const
export const dates = ['created', 'renewal'] as const
export const booleans = ['customer'] as const
export const lists = { interests: ['pricing', 'api', 'security'] } as const

/** For each event its properties; the first is the primary one. */
export const events = {
  download: { asset: ['whitepaper', 'datasheet', 'ebook'], pages: 'number' },
  page_view: { path: 'text', seconds: 'number', session: 'text' },
  form_submit: { form: ['demo', 'contact', 'newsletter'] },
  email_open: {},
  unsubscribe: {},
} as const

export const declarations: readonly string[] = [
  'list not_said = ["unknown", "n/a"]',
  `lead {
  industry: one of [SaaS, Fintech, Retail] unknown in not_said
  country: one of [DE, AT, CH, US] from "Country Code"
  employees: integer 0..
  revenue: number
  title: text
  email: text
  customer: boolean
  created: date
  renewal: date
  interests: list of [pricing, api, security]
  company {
    tier: one of [A, B, C]
    size: number
  }
}`,
  'event download { asset: one of [whitepaper, datasheet, ebook] pages: integer }',
  'event page_view { path: text seconds: number session: text }',
  'event form_submit { form: one of [demo, contact, newsletter] }',
  'event email_open',
  'event unsubscribe',
]

/** What stands in for the declarations where there are none: one use of each attribute that settles its type. */
export const inferredFromUse: readonly string[] = [
  `segment settled when industry = SaaS or country = DE or company.tier = A or employees >= 1 or revenue >= 1
  or company.size >= 1 or title contains "vp" or email contains "@" or customer or created within 9d
  or renewal within 9d or interests contains pricing or any download(asset = ebook, pages >= 2)
  or any page_view(path contains "x", seconds >= 1, session contains "x") or any form_submit(form = demo)`,
]
