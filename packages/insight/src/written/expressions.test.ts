import { check, lower } from '@merit-lang/language'
import type { Program } from '@merit-lang/runtime'
import { describe, expect, it } from 'vitest'
import { writtenExpr } from './expressions.ts'

const lead = `lead {
  industry: one of [SaaS, Fintech, Retail]
  employees: integer 0..
  title: text
  email: text
  customer: boolean
  created: date
  interests: list of [pricing, api]
}
event download { asset: one of [whitepaper, datasheet] pages: integer session: text }
event visit { path: text session: text }
event active from visit or download
event answered from visit then download within 1d per session
event binge from 3 active within 24h
event third from 3 visit per session
`

function programOf(text: string): Program {
  const { model, diagnostics } = check({ path: 'model.merit', text: `${lead}${text}` })
  if (!model) throw new Error(JSON.stringify(diagnostics.map(({ name, params }) => [name, params])))
  return lower(model).program
}

function conditionOf(text: string): string {
  const program = programOf(`disqualify "x" when ${text}\nwhen customer add 1`)
  const [one] = program.disqualifications
  return one ? writtenExpr(one.when.expr, program) : ''
}

describe('conditions', () => {
  it.each([
    ['customer'],
    ['not customer'],
    ['not (customer or employees < 5)'],
    ['customer and (employees >= 9 or industry in [SaaS, Retail])'],
    ['industry = SaaS'],
    ['title is known'],
    ['title = "VP"', 'title = "vp"'],
    ['title contains "vp"'],
    ['title starts with "vp"'],
    ['title contains any word of ["vp", "cto"]', 'title contains word "vp" or title contains word "cto"'],
    ['title like "vp*"'],
    ['title matches "^v\\\\.?p"'],
    ['interests contains api'],
    ['domain(email) in ["a.com", "b.org"]'],
    ['length(title) > 3'],
    ['employees in 10..49', 'employees >= 10 and employees <= 49'],
    ['created within 30d', 'created <= now and now - created < 30d'],
    ['created before 2026-01-01', 'created < 2026-01-01T00:00:00Z'],
    ['2 * (employees - 3) < employees / 4'],
    ['employees - (3 - employees) > 1'],
    ['no download(whitepaper) within 7d', 'no download(asset = whitepaper) within 7d'],
    ['count of distinct path in visit > 2'],
    ['sum of pages in download(pages > 5) older than 2h > 9'],
    ['count of visit(hour >= 9, path like "/a*") since last download > 1'],
    ['count of active > 1', 'count of visit or download > 1'],
    ['count of binge > 0', 'count of 3 (visit or download) within 1d > 0'],
    ['count of answered > 0', 'count of visit then download within 1d per session > 0'],
    ['count of third > 0', 'count of 3 visit per session > 0'],
  ])('%s', (text, expected = text) => {
    expect(conditionOf(text)).toBe(expected)
  })
})
