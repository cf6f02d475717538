import { describe, expect, it } from 'vitest'
import { type TextDomain, textDomain } from './domain.ts'
import { asking } from './testing.ts'

function domainOf(conditions: readonly string[], type: string): TextDomain {
  const { attribute, atoms, program } = asking(conditions, type)
  return textDomain(attribute, atoms, 'attribute', program)
}

/** A line for each group: its conditions, then each way they can be with a text for it. */
function shown({ groups }: TextDomain): string[] {
  return groups.map(({ atoms, classes }) => {
    const ways = classes.map(
      ({ holds, text }) => `${holds.map(truth => (truth === undefined ? '?' : truth ? 'T' : 'F')).join('')} ${text}`,
    )
    return `${atoms.join()}: ${ways.map(way => way.trim()).join(' | ')}`
  })
}

const cases: readonly [conditions: readonly string[], groups: readonly string[], type?: string][] = [
  [['t contains "vp"'], ['0: T a text such as "vp" | F another text, such as "x" | F unknown']],
  [
    ['t contains "vp"', 't contains "vp sales"'],
    ['0,1: TT a text such as "vp sales" | TF a text such as "vp" | FF another text, such as "x" | FF unknown'],
  ],
  [
    ['t contains "vp"', 't contains word "cto"'],
    [
      '0: T a text such as "vp" | F another text, such as "x" | F unknown',
      '1: T a text such as "cto" | F another text, such as "x" | F unknown',
    ],
  ],
  [
    ['t contains "cto"', 't contains word "cto"'],
    ['0,1: TT a text such as "cto" | TF a text such as "xcto" | FF another text, such as "x" | FF unknown'],
  ],
  [
    ['domain(t) in ["a.com", "b.com"]', 'domain(t) = "b.com"', 't ends with ".edu"'],
    [
      '0,1,2: TTF "b.com" after the @ | TFF "a.com" after the @ | FFT a text such as ".edu" | FFF another text, such as "x" | FFF unknown',
    ],
  ],
  [
    ['domain(t) is known', 't contains "@"'],
    ['0,1: TT a text such as "x@example.com" | FT a text such as "@" | FF another text, such as "x" | FF unknown'],
  ],
  [
    ['t like "/pricing*"', 't like "/blog/*"'],
    ['0,1: TF a text such as "/pricingx" | FT a text such as "/blog/" | FF another text, such as "x" | FF unknown'],
    'text unknown in ["/pricing"]',
  ],
  [
    ['t = "a"', 't = "N/A"'],
    ['0: T a text such as "a" | F another text, such as "x"', '1: F another text, such as "a"'],
    'text required unknown in ["n/a"]',
  ],
  [
    ['t contains "a"', 't contains "b"', 'length(t) <= 1'],
    [
      '0,1,2: TTF a text such as "a b" | TFT a text such as "a" | TFF a text such as "x@example.com" | FTT a text such as "b" | FTF a text such as "xb" | FFT a text such as "x" | FFF another text, such as "xx" | FFF unknown',
    ],
  ],
  [
    ['t matches "^v\\\\.?p\\\\b"', 't starts with "x"'],
    ['0,1: TF a text such as "vp" | FT a text such as "x" | FF another text, such as "a" | FF unknown'],
  ],
  [
    ['length(domain(t)) / 2 = 3', 'length(t) < 7'],
    ['0,1: TF "xxxxxx" after the @ | FT a text such as "x" | FF another text, such as "x@example.com" | FF unknown'],
  ],
  [
    ['t is not known', 't contains "a" or t is not known'],
    ['0,1: FT a text such as "a" | FF another text, such as "x" | TT unknown'],
  ],
  [['t contains domain(t)'], ['0: ? perhaps a text | F unknown']],
  [[], [': a text | unknown']],
]

describe('what texts can be', () => {
  it.each(cases)('%j', (conditions, groups, type = 'text') => {
    expect(shown(domainOf(conditions, type))).toEqual(groups)
  })
})

describe('a text for one class of each group', () => {
  it.each<readonly [conditions: readonly string[], picks: readonly number[], values: readonly (string | null)[]]>([
    [['t contains "vp"', 't contains "sales"'], [0, 0], ['vp sales']],
    [['t contains "vp"', 't contains "sales"'], [0, 1], ['vp']],
    [['t contains "vp"', 't contains "sales"'], [2, 2], [null]],
    [['t contains "vp"', 't contains "sales"'], [0, 2], ['vp']],
    [Array.from({ length: 8 }, (_, i) => `t contains "${i}"`), [0, 1, 0, 1, 0, 1, 0, 1], ['0 2 4 6']],
    [[...Array.from({ length: 7 }, (_, i) => `t contains "${i}"`), 'length(t) < 6'], [0, 0, 0, 0, 0, 0, 0, 0], []],
  ])('%j %j', (conditions, picks, values) => {
    expect(domainOf(conditions, 'text').valuesIn(picks)).toEqual(values)
  })
})
