/** Models and leads of any size for the benchmarks: 60 % rules about attributes, 40 % about events with decay. */

const industries = ['SaaS', 'Fintech', 'Retail', 'Health', 'Energy', 'Media', 'Travel', 'Food']
const assets = ['whitepaper', 'datasheet', 'ebook', 'webinar', 'demo', 'video', 'trial', 'guide']

const schema = `model "Benchmark"
timezone "Europe/Berlin"

lead {
  industry: one of [${industries.join(', ')}]
  country: one of [DE, AT, CH, US, FR, GB]
  employees: integer 0..
  revenue: number
  title: text
  email: text
  customer: boolean
  created: date
}
event download { asset: one of [${assets.join(', ')}]  pages: integer }
event page_view { path: text  seconds: number }
event form_submit { form: one of [demo, contact, newsletter] }
event email_open
`

/** Each form in turn, numbered so that no two rules are equal. */
const rules: readonly ((i: number) => string)[] = [
  i => `when industry = ${industries[i % 8]} and employees >= ${i} add ${1 + (i % 9)}`,
  i => `on download(${assets[i % 8]}, pages >= ${i}) add ${1 + (i % 20)} decay ${7 + (i % 60)}d`,
  i => `when country in [DE, AT, CH] and revenue > ${i * 1000} add ${1 + (i % 5)}`,
  i => `on page_view(path like "/p${i}*", seconds >= 10) within 30d add 2 once per day cap 10`,
  i => `when title contains any word of ["vp", "director", "level${i}"] add 5`,
  i => `on form_submit(demo) within ${1 + (i % 90)}d add ${10 + (i % 30)} decay linear over ${30 + i}d cooldown 24h`,
  i => `when employees in ${i}..${i + 49} and not customer subtract ${1 + (i % 4)}`,
  i => `when count of page_view within ${1 + (i % 30)}d >= ${2 + i} add 3`,
  i => `when created within ${1 + i}d or domain(email) = "company${i}.com" add 4`,
  i => `on email_open within ${1 + i}d add 1 at most 3 times per week decay 20% of remaining every 5d`,
]

export function modelOf(count: number): string {
  const lines = Array.from({ length: count }, (_, i) => `  ${rules[i % rules.length]?.(i)}`)
  return `${schema}\nscore total floor 0 cap 100 {\n${lines.join('\n')}\n}\n\nqualify MQL at 50\n`
}

/** The header and `count` leads, the same every time. */
export function leadsCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => leadRow(i))
  return ['id,industry,country,employees,revenue,title,email,customer,created', ...rows, ''].join('\n')
}

function leadRow(i: number): string {
  const day = new Date(Date.UTC(2026, 0, 1) + (i % 150) * 86_400_000).toISOString().slice(0, 10)
  const country = ['DE', 'US', 'FR', ''][i % 4]
  return `lead-${i},${industries[i % 8]},${country},${(i * 37) % 5000},${i * 1000},"VP, Sales ${i}",ann${i}@company${i % 300}.com,${i % 3 === 0},${day}`
}
