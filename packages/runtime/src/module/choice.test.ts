import { describe, expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { declared } from '../testing.ts'
import { utc } from '../time/utc.ts'
import { Choice } from './choice.ts'
import { Glance } from './glance.ts'
import { Words } from './words.ts'

const industry = declared(
  'industry',
  { kind: 'enum', values: ['SaaS', 'Fintech', 'n/a', 'Straße'] },
  { unknownIn: ['n/a'] },
)

describe('the code of an enum value', () => {
  test.each([
    ['SaaS', 0],
    ['saas', 0],
    ['FINTECH', 1],
    ['n/a', -1],
    ['N/A', -1],
    ['Retail', -1],
    ['', -1],
    [null, -1],
    [undefined, -1],
    [12, -1],
    [['SaaS'], -1],
  ])('of %j is %i, also when met again', (raw, code) => {
    const choice = new Choice(industry, utc)
    expect([choice.codeOf(raw), choice.codeOf(raw)]).toEqual([code, code])
  })

  test('is -1 for values that are not asked for, unless they look like one that is', () => {
    const choice = new Choice(industry, utc, [1])
    expect(['Fintech', 'fINTECH', 'SaaS', 'saas', 'Fintecs'].map(raw => choice.codeOf(raw))).toEqual([1, 1, -1, -1, -1])
  })

  test('is right for any number of spellings', () => {
    const choice = new Choice(industry, utc)
    for (let i = 0; i < 3000; i++) choice.codeOf(`spelling ${i}`)
    expect([choice.codeOf('sAAs'), choice.codeOf('spelling 1')]).toEqual([0, -1])
  })
})

describe('words', () => {
  const lists = [
    ['page_view', 'download', 'form_submit', 'email_open'],
    ['a', 'b', 'ab', 'ba', 'abba', 'aa'],
    ['', 'x'],
    [],
  ]

  test.each(lists.map(words => [words]))('of %j are found where they are, or missed', words => {
    const known = new Words(words)
    for (const word of words) expect([words.indexOf(word), -1]).toContain(known.placeOf(word))
    for (const other of ['pageview', 'DOWNLOAD', 'c', 'abb']) expect(known.placeOf(other)).toBe(-1)
  })

  test('of a usual list are nearly all found', () => {
    const words =
      'SaaS Fintech Retail Health Energy Media Travel Food Logistics Education Insurance Banking Telecom Automotive Pharma'.split(
        ' ',
      )
    const known = new Words(words)
    expect(words.filter(word => known.placeOf(word) >= 0).length).toBeGreaterThan(12)
  })
})

describe('a glance at a text', () => {
  test('lets all spellings of the words pass', () => {
    const words = ['kiwi', 'Straße', 'É1', 'x'.repeat(70)]
    const glance = new Glance(words)
    const spellings = ['KIWI', '\u212a\u0130wi', 'STRAßE', 'é1', 'X'.repeat(70)]
    expect([...words, ...spellings].filter(text => !glance.mayBe(text))).toEqual([])
  })

  test('lets few others pass', () => {
    const glance = new Glance(['SaaS', 'Retail'])
    const others = ['', 's', 'Food', 'FOOD', 'Fintech', 'Health', 'Telecom']
    expect(others.filter(text => glance.mayBe(text))).toEqual([])
  })

  test('at none finds none', () => {
    expect(['', 'a', '`'].filter(text => new Glance([]).mayBe(text))).toEqual([])
  })

  test('takes letters beyond ASCII for any, as only they fold to others than their lower case', () => {
    for (let code = 0; code < 128; code++) {
      const letter = String.fromCharCode(code)
      if ((fold(letter).charCodeAt(0) & 31) !== (code & 31)) throw new Error(`${letter} changes its bit`)
    }
  })
})

test('no spelling of a text is longer or shorter than the text, so that another length tells another value', () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const letter = String.fromCodePoint(code)
    if (fold(letter).length !== letter.length) throw new Error(`U+${code.toString(16)} changes its length`)
  }
})
