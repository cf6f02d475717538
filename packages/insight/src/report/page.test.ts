import { describe, expect, it } from 'vitest'
import type { ModelRead, ReportData } from './data.ts'
import { reportPage } from './page.ts'
import { modelOf, reportOf } from './report.fixture.ts'

const pageOf = (model: Partial<ModelRead>, data: Partial<ReportData> = {}) =>
  reportPage({
    by: 'merit',
    models: [{ name: 'Inbound', path: 'inbound.merit', state: { kind: 'read', ...modelOf(), ...model } }],
    ...data,
  })
const levelsOf = (page: string) => [...page.matchAll(/<h([1-6])/g)].map(match => Number(match[1]))
const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(match => match[1] as string)

describe('a report', () => {
  it.each([
    ['of one model', pageOf({})],
    ['of several', reportPage(reportOf())],
  ])('%s has headings in order, unique ids, and contents that lead somewhere', (_, page) => {
    const levels = levelsOf(page)
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
    const ids = all(page, / id="([^"]*)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of all(page, /(?:href="#|aria-labelledby=")([^"]*)"/g)) expect(ids).toContain(target)
  })

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    '</style></svg><b>',
    '&lt;b&gt;',
  ])('shows a name such as %s as it is', hostile => {
    const page = reportPage(reportOf(name => `${name}${hostile}`))
    const tags = (text: string) => [...text.matchAll(/<\/?[a-z][^\s>]*/g)].map(([tag]) => tag)
    expect(tags(page)).toEqual(tags(reportPage(reportOf(name => `${name}${'x'.repeat(hostile.length)}`))))
    expect(page.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/)
    expect(page).toContain(
      hostile.replace(
        /[&<>"']/g,
        sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] as string,
      ),
    )
  })

  it('has nothing to load or to run', () => {
    const page = reportPage(reportOf())
    const [policy] = all(page, /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/g)
    expect(policy?.replaceAll('&#39;', "'")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    )
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|https?:/)
  })

  it.each([
    ['base', pageOf({ compared: undefined }), '--base', 'What changed'],
    ['leads', pageOf({ impact: undefined }), '--leads', 'How leads are spread'],
    [
      'tests to look at',
      pageOf({ coverage: { why: 'bundles keep no tests' } }),
      'bundles keep no tests',
      'What the tests reach',
    ],
  ])('without %s says so, and leaves that out', (_, page, note, title) => {
    expect(page).toContain(note)
    expect(all(page, /<h2[^>]*>([^<]*)/g)).not.toContain(title)
    expect(all(pageOf({}), /<h2[^>]*>([^<]*)/g)).toContain(title)
  })

  it.each([
    ['a new model', pageOf({ compared: { kind: 'alone', why: 'A new model.' } }), 'A new model.'],
    [
      'a file without leads',
      pageOf({ impact: { ...modelOf().impact, leads: 0, affected: 0 } as never }),
      'The file has no leads.',
    ],
    ['a model that cannot be read', reportPage(reportOf()), 'Not read: it has 1 error'],
    ['a model without tests', pageOf({ coverage: { ...modelOf().coverage, tests: 0 } as never }), 'There is no test.'],
    [
      'no change',
      pageOf({
        compared: {
          kind: 'compared',
          base: 'main',
          changes: { entries: [] },
          proof: { alike: true, text: 'alike', outcomes: [] },
        },
      }),
      'No change in meaning.',
    ],
    [
      'nobody affected',
      pageOf({ impact: { ...modelOf().impact, affected: 0 } as never }),
      'Nothing changes for any of 100 leads.',
    ],
    [
      'leads of something else',
      pageOf({ impact: { ...modelOf().impact, known: 0 } as never }),
      'Nothing that the model reads is known of any of the leads.',
    ],
    ['a threshold far away', pageOf({}), '<bdi>SQL</bdi> at 5000 lies far beyond.'],
    ['a threshold that was moved', pageOf({}), 'MQL 30 (was 25)'],
    ['points that rise', pageOf({}), '+30'],
    ['points that fall', pageOf({}), '−5'],
  ])('says of %s what there is', (_, page, text) => expect(page).toContain(text))

  it('is bounded, and says what it leaves out', () => {
    const many = <T>(one: T) => Array.from({ length: 20_000 }, () => one)
    const { compared, impact, anatomy, coverage } = modelOf() as Required<ModelRead>
    if (compared.kind !== 'compared' || !('tally' in coverage)) throw new Error('no such fixture')
    const [change] = compared.changes.entries
    const [score] = anatomy.scores
    const ids = many('a-lead@example.com')
    const page = pageOf({
      compared: { ...compared, changes: { entries: many(change as NonNullable<typeof change>) } },
      impact: {
        ...impact,
        causes: many(impact.causes[0] as never),
        stages: [{ name: 'MQL', before: 0, after: 20_000, entering: ids, leaving: ids }],
      },
      anatomy: { ...anatomy, scores: [{ ...score, rows: many(score?.rows[0]) } as never] },
      coverage: { ...coverage, open: many(coverage.open[0] as never) },
    })
    expect(page.length).toBeLessThan(1_000_000)
    expect(all(page, /(… and [\d,]+ more \w+)/g)).toEqual(
      expect.arrayContaining([
        '… and 19,675 more changes',
        '… and 19,950 more leads',
        '… and 19,975 more rows',
        '… and 19,500 more rows',
        '… and 19,900 more rows',
      ]),
    )
  })

  it('has no number that is none', () => {
    expect(reportPage(reportOf())).not.toMatch(/NaN|Infinity|undefined|\[object/)
  })
})
