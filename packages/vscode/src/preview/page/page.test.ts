import type { Html } from '@merit-lang/insight/html'
import type { Distribution, ScoredLead, ScoreSteps, Step } from '@merit-lang/language-server'
import { describe, expect, it } from 'vitest'
import { histogram } from './histogram.ts'
import { change, instant, points, share } from './numbers.ts'
import { outcome, source, summary } from './outcome.ts'
import { placed } from './threshold-names.ts'
import { marks, sliderOf } from './time.ts'
import { waterfall } from './waterfall.ts'

const location = { uri: 'file:///m.merit', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } } }

function step(label: string, given: number, total: number, more: Partial<Step> = {}): Step {
  const usual = {
    kind: 'rule',
    detail: '',
    outcome: given === 0 ? 'not matched' : 'matched',
    depth: 0,
    location,
  } as const
  return { ...usual, label, points: given, total, ...more }
}

const fit: ScoreSteps = {
  name: 'fit',
  points: 100,
  location,
  steps: [
    step('Software', 90, 90),
    step('Free mail', -10, 80, { detail: 'domain(email) = "gmail.com"' }),
    step('Size', 0, 80, { outcome: 'input missing' }),
    step('Retail', 0, 80),
    step('Title', 45, 125, { depth: 1 }),
    step('cap 100', -25, 100, { kind: 'bounds' }),
  ],
}

const scored: ScoredLead = {
  lead: { index: 0, label: 'ann' },
  now: '2026-06-01T00:00:00Z',
  scores: [fit],
  grades: [{ name: 'tier', label: 'A', until: { at: '2026-07-01T00:00:00Z', becomes: 'B' } }],
  stages: [
    { name: 'MQL', holds: true, until: { at: '2026-06-11T12:00:00Z' } },
    { name: 'SQL', holds: false, until: null },
  ],
  disqualified: ['customer <b>'],
  issues: [],
  span: { from: '2026-05-01T00:00:00Z', to: '2026-09-01T00:00:00Z' },
  marks: [{ at: '2026-05-01T00:00:00Z', kind: 'event', label: 'download' }],
  markdown: '',
}

const distribution: Distribution = {
  samples: { uri: 'file:///leads.json', name: 'leads.json', count: 2000, cut: false, now: '2026-06-01T00:00:00Z' },
  now: '2026-06-01T00:00:00Z',
  scores: [
    {
      name: 'fit',
      min: 0,
      median: 42,
      max: 100,
      bins: [
        { from: 0, to: 50, count: 1500 },
        { from: 50, to: 100, count: 500 },
      ],
      thresholds: [{ at: 80, label: 'A', location }],
    },
  ],
  stages: [{ name: 'MQL', count: 312 }],
  grades: [{ name: 'tier', labels: [{ name: 'A', count: 100 }] }],
}

/** What a reader without styles sees. */
const seen = ({ text }: Html) =>
  text
    .replace(/<title>.*?<\/title>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('numbers', () => {
  it.each([
    [points(-2.345), '−2.35'],
    [points(1234.5), '1,234.5'],
    [points(-0.001), '0'],
    [change(15), '+15'],
    [change(-15), '−15'],
    [change(0.001), '0'],
    [instant('2026-06-01T09:30:00Z'), '2026-06-01 09:30 UTC'],
    [share(312, 2000), '312 (15.6%)'],
    [share(0, 0), '0'],
  ])('are written as %s', (written, expected) => {
    expect(written).toBe(expected)
  })
})

describe('the waterfall', () => {
  it('shows what gave or took points and what lacked a value, with the sum after each', () => {
    expect(seen(waterfall(fit, false))).toBe(
      'Rule Points Sum Software +90 90 Free mail domain(email) = &quot;gmail.com&quot; −10 80 Size a value is missing 0 80 Title +45 125 cap 100 −25 100 Score 100',
    )
  })

  it('shows the rest when asked', () => {
    expect(seen(waterfall(fit, true))).toContain('Retail 0 80')
  })

  it('draws each bar from one sum to the next, on one scale', () => {
    const bars = [...waterfall(fit, false).text.matchAll(/<rect x="([\d.]+)" y="2" width="([\d.]+)"/g)]
    const [software, mail, , title, cap] = bars.map(([, x, width]) => [Number(x), Number(x) + Number(width)])
    expect(software).toEqual([0, 144])
    expect(mail).toEqual([128, 144])
    expect(title).toEqual([128, 200])
    expect(cap).toEqual([160, 200])
  })

  it('leads to the line of each rule', () => {
    const [found] = waterfall(fit, false).text.matchAll(/data-location="([^"]*)"/g)
    expect(JSON.parse((found?.[1] ?? '').replaceAll('&quot;', '"'))).toEqual(location)
  })

  it('says where nothing gave points', () => {
    expect(seen(waterfall({ ...fit, steps: [], points: 0 }, false))).toBe('No rule gave points.')
  })
})

describe('the distribution', () => {
  const [spread] = distribution.scores
  const drawn = histogram(spread as Distribution['scores'][number], 60).text

  it('has a column for each bin, as high as its share of the highest', () => {
    const heights = [...drawn.matchAll(/<rect [^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height))
    expect(heights).toEqual([80, 80 / 3].map(height => Number(height.toFixed(1))))
  })

  it('has the thresholds drawn in, and the lead', () => {
    expect(drawn).toContain('<line x1="320.0" x2="320.0"')
    expect(drawn).toContain('>A 80</text>')
    expect(drawn).toContain('class="own" d="M240.0')
  })

  it.each([
    ['apart', { A: 80, C: 40 }, ['40 0 start C 40', '80 0 start A 80']],
    ['at the same value, under one name', { Hot: 60, B: 60 }, ['60 0 start Hot, B 60']],
    [
      'nearly at the same value, in rows',
      { MQL: 30, SQL: 31, A: 32 },
      ['30 0 start MQL 30', '31 1 start SQL 31', '32 2 start A 32'],
    ],
    ['at the right end, to the left', { A: 90, B: 195 }, ['90 0 start A 90', '195 0 end B 195']],
    ['none', {}, []],
  ])('names thresholds that lie %s', (_, at, expected) => {
    const thresholds = Object.entries(at).map(([label, value]) => ({ label, at: value }))
    const { names, height } = placed(thresholds, value => value, 200)
    expect(names.map(({ x, y, anchor, label }) => `${x} ${(height - 5 - y) / 11} ${anchor} ${label}`)).toEqual(expected)
  })

  it('is described for those who do not see it', () => {
    expect(drawn).toContain('aria-label="fit over the samples: 0 to 100, median 42; A at 80; this lead 60"')
  })

  it('of no leads is not drawn', () => {
    expect(histogram({ name: 'fit', min: 0, median: 0, max: 0, bins: [], thresholds: [] }, 1).text).toBe('')
  })
})

describe('whose scores are shown', () => {
  const { samples } = distribution
  const leads = [scored.lead]
  it.each([
    ['2,000 leads in leads.json, 1 of 7 listed', { samples, leads, found: 7 }],
    [
      '2,000 leads in leads.json: line 3: no',
      { samples: samples && { ...samples, problem: 'line 3: no' }, leads, found: 1 },
    ],
    [
      'There are no sample leads beside the model: these are the leads of its tests.',
      { samples: samples && { ...samples, standIns: true as const }, leads, found: 1 },
    ],
    ['', { samples: null, leads: [], found: 0 }],
  ])('%s', (expected, found) => {
    expect(source(found)).toBe(expected)
  })
})

describe('a lead at an instant', () => {
  it('is shown with its stages and grades, how long they last, and their shares', () => {
    const text = seen(outcome(scored, distribution, false))
    expect(text).toContain('MQL yes until 2026-06-11 12:00 UTC, then no 312 (15.6%) of the samples')
    expect(text).toContain('SQL no tier')
    expect(text).toContain('tier A until 2026-07-01 00:00 UTC, then B 100 (5.0%) of the samples')
    expect(text).toContain('Disqualified customer &lt;b&gt;')
    expect(text).toContain('fit 100')
  })

  it('is shown before the samples are scored', () => {
    expect(seen(outcome(scored, undefined, false))).toContain('MQL yes')
  })

  it('of a model without rules says so', () => {
    expect(seen(outcome({ ...scored, scores: [] }, undefined, false))).toContain('The model has no rules yet.')
  })

  it('is said in a line', () => {
    expect(summary(scored)).toBe('fit 100, MQL, disqualified: customer <b>')
  })

  it('has the issues of its data', () => {
    expect(seen(outcome({ ...scored, issues: ['`a` is <no> number'] }, undefined, false))).toContain(
      '`a` is &lt;no&gt; number',
    )
  })
})

describe('the slider', () => {
  const hour = 3_600_000

  it('goes in whole hours, meets now, and takes in the span', () => {
    const { min, max, step, value } = sliderOf(scored)
    expect(step % hour).toBe(0)
    expect([(value - min) % step, (max - value) % step]).toEqual([0, 0])
    expect(min).toBeLessThanOrEqual(Date.parse(scored.span.from))
    expect(max).toBeGreaterThanOrEqual(Date.parse(scored.span.to))
    expect((max - min) / step).toBeLessThan(500)
  })

  it.each([
    ['an instant', '2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z'],
    ['what is past', '2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z'],
    ['what lies ahead', '2026-07-01T00:00:00Z', '2026-07-02T00:00:00Z'],
  ])('has room where the span is %s', (_, from, to) => {
    const { min, max, value } = sliderOf({ ...scored, span: { from, to } })
    expect(min).toBeLessThanOrEqual(value)
    expect(max).toBeGreaterThanOrEqual(value)
    expect(max).toBeGreaterThan(min)
  })

  it('has marks at their places', () => {
    const { text } = marks(scored, {
      min: Date.parse('2026-04-30T00:00:00Z'),
      max: Date.parse('2026-05-02T00:00:00Z'),
      step: hour,
      value: 0,
    })
    expect(text).toContain('class="event" x1="500.0"')
    expect(text).toContain('<title>2026-05-01 00:00 UTC: download</title>')
  })
})
