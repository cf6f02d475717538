import { describe, expect, it } from 'vitest'
import { compile } from '../../../../test/pipeline.ts'
import { spaceOf } from './build.ts'
import type { Space } from './space.ts'

const shown = (truth: boolean | undefined) => (truth === undefined ? '?' : truth ? '+' : '-')

/** Classes of each variable, with their answers to its conditions, each once, in the order of the model. */
function variablesIn({ variables, atoms, program }: Space): readonly string[] {
  return variables.map(({ attribute, classes }, variable) => {
    const own = [...new Set(atoms.values())].filter(atom => atom.variable === variable)
    const each = classes.map(({ text }, place) => [text, ...own.map(({ holds }) => shown(holds[place]))].join(' '))
    return `${program.attributes[attribute]?.name}: ${each.join(' | ')}`
  })
}

const eventsIn = ({ events }: Space): readonly string[] =>
  events.map(({ text, holds }) => [text, ...[...new Set([...holds].map(([, truth]) => truth))].map(shown)].join(' '))

const lead = (attributes: string, ...rules: string[]) => `lead { ${attributes} }\n${rules.join('\n')}`

describe('what leads differ in', () => {
  it.each<[string, string, readonly string[]]>([
    ['booleans', lead('customer: boolean', 'when customer add 1'), ['customer: true + | false - | unknown -']],
    [
      'what is required is known',
      lead('customer: boolean required', 'when not customer add 1'),
      ['customer: true + - | false - +'],
    ],
    [
      'what nothing reads is no matter',
      lead('a: boolean, b: text', 'when a add 1'),
      ['a: true + | false - | unknown -'],
    ],
    [
      'what every lead has, though nothing reads it',
      lead('a: boolean, b: text required', 'when a add 1'),
      ['a: true + | false - | unknown -', 'b: a text'],
    ],
    [
      'values of an enum that are answered alike',
      lead(
        'industry: one of [SaaS, Fintech, Retail, Media]',
        'when industry in [SaaS, Fintech] add 1',
        'when industry = SaaS add 1',
      ),
      ['industry: SaaS + + | Fintech + - | Retail, Media - - | unknown - -'],
    ],
    [
      'values that count as unknown are not there',
      `list none = ["n/a"]\n${lead('tier: one of [A, B, "N/A"] unknown in none', 'when tier = A add 1')}`,
      ['tier: A + | B - | unknown -'],
    ],
    ['an enum that nobody declared', 'when tier in [A, B] add 1', ['tier: a, b + | any other - | unknown -']],
    [
      'values that are compared with another attribute',
      lead('a: one of [X, Y], b: one of [X, Y]', 'when a = lead.b add 1'),
      ['a: X | Y | unknown', 'b: X | Y | unknown'],
    ],
    [
      'bands of whole numbers',
      lead('size: integer 0..', 'points by size { < 10: 1  10..49: 2  >= 50: 3 }'),
      ['size: 0..9 + - - | 10..49 - + - | >= 50 - - + | unknown - - -'],
    ],
    [
      'numbers within their range',
      lead('size: number 0..100', 'when size >= 2.5 add 1', 'when size > 100 add 1'),
      ['size: 0..<2.5 - - | 2.5..100 + - | unknown - -'],
    ],
    [
      'bounds behind arithmetic',
      lead('size: integer 0..1000', 'when size * 3 + 1 > 100 add 1', 'when floor(size / 7) = 2 add 1'),
      ['size: 0..13 - - | 14..20 - + | 21..33 - - | 34..1000 + - | unknown - -'],
    ],
    [
      'ends of numbers that are points',
      lead('size: integer 0..9', 'when size >= 5 add (size)'),
      ['size: 0 - | 1..3 - | 4 - | 5 + | 6..8 + | 9 + | unknown -'],
    ],
    [
      'dates by their age',
      lead('created: date', 'when created within 30d add 1', 'when days since created > 90 add 1'),
      ['created: older than 90d - + | 30d..90d old - - | younger than 30d + - | in the future - - | unknown - -'],
    ],
    [
      'dates on the calendar',
      lead('created: date', 'when created before 2026-01-01 add 1', 'when created is known add 1'),
      [
        'created: not in the future, before 2026-01-01T00:00:00Z + + | not in the future, from 2026-01-01T00:00:00Z - + | in the future, before 2026-01-01T00:00:00Z + + | in the future, from 2026-01-01T00:00:00Z - + | unknown - -',
      ],
    ],
    [
      'dates by both in one condition',
      lead('created: date', 'segment fresh when created within 1d or created before 2026-01-01', 'when fresh add 1'),
      [
        'created: 1d old or older, before 2026-01-01T00:00:00Z + | 1d old or older, from 2026-01-01T00:00:00Z - | younger than 1d + | in the future, before 2026-01-01T00:00:00Z + | in the future, from 2026-01-01T00:00:00Z - | unknown -',
      ],
    ],
    [
      'windows on the moment of a date',
      lead('created: date', 'on created within 7d add 1'),
      ['created: 7d old or older | younger than 7d | in the future | unknown'],
    ],
    [
      'lists by the items that are spoken of',
      lead('topics: list of [a, b, c]', 'when topics contains any of [a, b] add 1', 'when topics contains b add 1'),
      ['topics: like [c] - - | like [a] + - | like [b] + + | unknown - -'],
    ],
    [
      'names stand for what they name',
      lead('size: integer 0..', 'segment large when size >= 100', 'when not large add 1', 'when large add 2'),
      ['size: 0..99 - + | >= 100 + - | unknown - +'],
    ],
  ])('%s', (_, model, expected) => {
    expect(variablesIn(spaceOf(compile(model)))).toEqual(expected)
  })
})

describe('what events differ in', () => {
  const declared = 'event download { asset: one of [guide, video]  pages: integer 0..  at_home: boolean }\nevent open\n'
  it.each<[string, string, readonly string[]]>([
    ['nothing', 'on open add 1', ['open']],
    [
      'windows',
      'on open within 7d add 1\nwhen any open older than 30d add 1',
      ['open, younger than 7d', 'open, 7d..<30d old', 'open, 30d old or older'],
    ],
    ['a property', 'on download(guide) add 1', ['download(guide) +', 'download(video) -', 'download(asset unknown) -']],
    [
      'several properties',
      'on download(guide, pages >= 5) add 1',
      [
        'download(guide, pages 0..4) + -',
        'download(guide, pages >= 5) +',
        'download(guide, pages unknown) + -',
        'download(video, pages 0..4) -',
        'download(video, pages >= 5) - +',
        'download(video, pages unknown) -',
        'download(asset unknown, pages 0..4) -',
        'download(asset unknown, pages >= 5) - +',
        'download(asset unknown, pages unknown) -',
      ],
    ],
    ['a place on the calendar', 'on open(hour >= 9) add 1', ['open -', 'open +']],
    ['an age', 'on open(at within 2d) add 1', ['open, younger than 2d +', 'open, 2d old or older -']],
    [
      'what only another type has',
      'event any_of from open or download\non any_of(at_home) add 1',
      ['open -', 'download(at_home true) +', 'download(at_home false) -', 'download(at_home unknown) -'],
    ],
  ])('%s', (_, model, expected) => {
    expect(eventsIn(spaceOf(compile(declared + model)))).toEqual(expected)
  })

  it('a property of which much is asked has values for all that is asked', () => {
    const urls = ['unsubscribe', '/features', 'acme.com/solutions'].map(
      (url, i) => `on visit(url contains "${url}") add ${i}`,
    )
    const space = spaceOf(compile(`event visit { url: text }\n${urls.join('\n')}`))
    expect(space.events.map(event => space.propertiesIn(event)[0]?.url)).not.toContain(undefined)
  })

  const many = (count: number, rule: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => `${rule(i)} within ${(i % 3) + 1}d add ${i + 1}`).join('\n')

  it('is taken together as far as no condition tells it apart, where there would be too many classes', () => {
    const rules = many(40, i => (i > 0 ? `on download(pages = ${i})` : 'on download(guide, pages = 0)'))
    const { events, propertiesIn } = spaceOf(compile(declared + rules))
    const old = events.filter(({ oldest }) => oldest === Number.POSITIVE_INFINITY)
    expect(old.length).toBe(41)
    expect(old.slice(0, 3).map(({ text }) => text)).toEqual([
      'download(guide, pages 0), 3d old or older',
      'download(pages 1), 3d old or older',
      'download(pages 2), 3d old or older',
    ])
    expect(propertiesIn(old[2] as (typeof old)[number])).toEqual([
      { asset: 'guide', pages: 2 },
      { asset: 'video', pages: 2 },
      { asset: null, pages: 2 },
    ])
  })

  it('is left out where there would still be too many classes, the property with most of them first', () => {
    const { events, propertiesIn } = spaceOf(
      compile(declared + many(90, i => `on download(guide, pages >= ${i * 10})`)),
    )
    expect(events.map(({ text }) => text).slice(0, 2)).toEqual([
      'download(guide), younger than 1d',
      'download(guide), 1d..<2d old',
    ])
    expect(propertiesIn(events[0] as (typeof events)[number])).toContainEqual({ asset: 'guide', pages: 500 })
  })
})

describe('values of classes', () => {
  const values = (attribute: string, rule: string) => {
    const { variables, valuesIn } = spaceOf(compile(lead(attribute, rule)))
    return variables[0]?.classes.map((_, place) => valuesIn(0, [place])[0])
  }
  it.each<[string, string, readonly unknown[]]>([
    ['size: integer 0..', 'when size >= 200 add 1', [0, 200, null]],
    ['size: number', 'when size < 0.1 add 1', [0, 1, null]],
    ['created: date', 'when created within 30d add 1', [-2_592_000_000, 0, 3_600_000, null]],
    ['topics: list of text', 'when topics contains "a" add 1', [['other'], ['a'], null]],
    ['tier: one of [A, B]', 'when tier = B add 1', ['A', 'B', null]],
  ])('the plainest first: %s, %s', (attribute, rule, expected) => {
    expect(values(attribute, rule)).toEqual(expected)
  })

  it('one list is looked for that is in a class of each variable', () => {
    const items = Array.from({ length: 12 }, (_, i) => `i${i}`)
    const rules = items.map((item, i) => `when topics contains ${item} add ${i + 1}`)
    const { variables, valuesIn } = spaceOf(compile(lead(`topics: list of [${items.join(', ')}]`, ...rules)))
    expect(variables.length).toBe(2)
    expect(valuesIn(0, [3, 2])).toEqual([['i0', 'i1', 'i7']])
  })
})
